import type { MachineIdentifier } from '../lib/machine-identifier.ts'
import type { Claim, Identity } from './identity.ts'
import type { Outcome } from './outcome.ts'
import { afterAnswer, afterFailure, NONE_ASKED, type SecondQuestions } from './second-question.ts'
import { afterPause, afterTurn, answeringOf, NO_TURNS, type WhoAnswers, type Turns } from './turns.ts'

/** "Claimed" is believed when two answers agree that are at least this far apart. */
export const AGREEING_AFTER_MS = 500
/** A server has finished starting when it has not said otherwise for this long; startState flaps. */
export const STEADY_AFTER_MS = 8_000
/** A server that answered is given up after this long and this many failures in a row. */
const GIVEN_UP_AFTER_MS = 10_000
const GIVEN_UP_AFTER_FAILURES = 3
/** One that keeps restarting is away for longer each time, and comes back. */
const RESTARTS_WITHIN_MS = 60_000

/** Everything that one address has said so far, folded answer by answer. Times on the monotonic clock. */
export type AddressHistory = {
  /** How many answers, good and bad. */
  readonly answers: number
  readonly latest: Outcome
  /** The newest answer that could be read. */
  readonly good: { readonly identity: Identity; readonly atMs: number; readonly tookMs: number } | null
  /** Who answered here first: another identifier later on is another machine. */
  readonly first: { readonly machineIdentifier: MachineIdentifier; readonly atMs: number } | null
  /** What may be shown as the claim state of `good`: "claimed" needs two agreeing answers. */
  readonly settled: Claim | null
  /** Since when every readable answer of this machine has said "claimed". */
  readonly claimedSinceMs: number | null
  /** The newest readable answer of this machine that said something else than "claimed". */
  readonly denied: { readonly claim: 'unclaimed' | 'unknown'; readonly atMs: number } | null
  /** Since when this machine has said that it is not linked, and never that it starts, without a failure in between. */
  readonly readySinceMs: number | null
  /** When the server last said that it is starting. */
  readonly startingAtMs: number | null
  /** Since when it has been starting, without a steady phase in between. */
  readonly startingSinceMs: number | null
  /** How often it has fallen silent since then, and begun to start anew. */
  readonly restarts: number
  /** Who answered here, where that was not always the same machine. */
  readonly turns: Turns
  readonly second: SecondQuestions
  /** Failures in a row since the last answer that was none. */
  readonly failures: number
}

/** Adds one outcome to the history of an address. Pure. */
export function record(before: AddressHistory | null, said: Outcome): AddressHistory {
  const answers = (before?.answers ?? 0) + 1
  const rest = before ?? NOTHING_YET
  const outcome = isOwnBare(said, rest) ? startingFrom(said) : said
  switch (outcome.kind) {
    case 'failure':
      return {
        ...rest,
        answers,
        latest: outcome,
        failures: rest.failures + 1,
        readySinceMs: null,
        turns: afterPause(rest.turns),
        second: afterFailure(rest.second, outcome),
      }
    case 'starting':
      return {
        ...rest,
        answers,
        latest: outcome,
        failures: 0,
        readySinceMs: null,
        turns: afterPause(rest.turns),
        second: afterAnswer(rest.second),
        ...startingAt(rest, outcome.atMs, before !== null && isGone(before.latest)),
      }
    case 'identity': {
      const { identity, atMs, tookMs } = outcome
      const sameMachine = rest.good?.identity.machineIdentifier === identity.machineIdentifier
      const claimedSinceMs =
        identity.claim === 'claimed' ? ((sameMachine ? rest.claimedSinceMs : null) ?? atMs) : null
      const agreed = claimedSinceMs !== null && atMs - claimedSinceMs >= AGREEING_AFTER_MS
      const settledBefore = sameMachine ? rest.settled : null
      const next = {
        answers,
        latest: outcome,
        good: { identity, atMs, tookMs },
        first: rest.first ?? { machineIdentifier: identity.machineIdentifier, atMs },
        settled: identity.claim === 'claimed' && !agreed ? settledBefore : identity.claim,
        claimedSinceMs,
        denied:
          identity.claim === 'claimed' ? (sameMachine ? rest.denied : null) : { claim: identity.claim, atMs },
        failures: 0,
        turns: afterTurn(rest.turns, identity.machineIdentifier, atMs),
        second: afterAnswer(rest.second),
        ...(identity.startState === null
          ? {
              startingAtMs: rest.startingAtMs,
              startingSinceMs: rest.startingSinceMs,
              restarts: rest.restarts,
            }
          : startingAt(rest, atMs, false)),
      }
      const ready = identity.claim === 'unclaimed' && !isStarting(next)
      return { ...next, readySinceMs: ready ? ((sameMachine ? rest.readySinceMs : null) ?? atMs) : null }
    }
  }
}

/**
 * What may be shown as one machine's claim state, from everything that it said at all its addresses: "claimed" once two
 * answers agree, 500 ms apart and with none that denies it in between. Until then it is what it said before, or null.
 * At least one of `histories` must have a good answer.
 */
export function settledAmong(histories: readonly AddressHistory[]): Claim | null {
  const goods = histories.flatMap(({ good }) => good ?? [])
  const newest = goods.reduce((one, other) => (other.atMs > one.atMs ? other : one))
  if (newest.identity.claim !== 'claimed') return newest.identity.claim
  const denied = histories
    .flatMap((each) => each.denied ?? [])
    .reduce<AddressHistory['denied']>(
      (one, other) => (one !== null && one.atMs > other.atMs ? one : other),
      null,
    )
  const sinceMs = Math.min(
    ...histories.map(({ claimedSinceMs }) =>
      claimedSinceMs !== null && claimedSinceMs >= (denied?.atMs ?? -Infinity) ? claimedSinceMs : Infinity,
    ),
  )
  return newest.atMs - sinceMs >= AGREEING_AFTER_MS ? 'claimed' : (denied?.claim ?? null)
}

/**
 * Is it starting, as far as its own words tell? Stays true through the gaps of a flapping startState and through
 * failures. A server has finished once it has spoken of something else for a while.
 */
export function isStarting(history: Pick<AddressHistory, 'startingAtMs' | 'good'>): boolean {
  if (history.startingAtMs === null) return false
  return (history.good?.atMs ?? -Infinity) - history.startingAtMs < STEADY_AFTER_MS
}

/** Has a server that answered before stopped answering, for long enough to say so? */
export function isGivenUp(history: AddressHistory, nowMonotonicMs: number): boolean {
  if (history.failures < GIVEN_UP_AFTER_FAILURES) return false
  const lastWordMs = Math.max(history.good?.atMs ?? -Infinity, history.startingAtMs ?? -Infinity)
  return nowMonotonicMs - lastWordMs > patienceFor(history)
}

/** Whether always the same machine answers there. An address where two do names neither. */
export function answeringAt({ turns, good }: AddressHistory): WhoAnswers {
  return answeringOf(turns, good?.atMs ?? 0)
}

/** A 503 without a word is a server's own where one spoke before: proxies give the same. */
function isOwnBare(
  said: Outcome,
  { first, startingAtMs }: Omit<AddressHistory, 'answers' | 'latest'>,
): boolean {
  return said.kind === 'failure' && said.bare === true && (first !== null || startingAtMs !== null)
}

function startingFrom({ atMs, tookMs, ...said }: Outcome): Outcome {
  return {
    kind: 'starting',
    retryAfterMs: 'retryAfterMs' in said ? said.retryAfterMs : null,
    atMs,
    tookMs,
  }
}

/** Was nobody there, as while a server is started anew? One that is busy is silent, and has not gone. */
function isGone(latest: Outcome): boolean {
  return latest.kind === 'failure' && (latest.reason === 'refused' || latest.reason === 'gateway')
}

function patienceFor({ restarts }: Pick<AddressHistory, 'restarts'>): number {
  return restarts > 0 ? RESTARTS_WITHIN_MS : GIVEN_UP_AFTER_MS
}

const NOTHING_YET: Omit<AddressHistory, 'answers' | 'latest'> = {
  good: null,
  first: null,
  settled: null,
  claimedSinceMs: null,
  denied: null,
  readySinceMs: null,
  startingAtMs: null,
  startingSinceMs: null,
  restarts: 0,
  turns: NO_TURNS,
  second: NONE_ASKED,
  failures: 0,
}

/** `anew`: it had gone, and is back at the beginning. */
function startingAt(before: StartOf & Pick<AddressHistory, 'good'>, atMs: number, anew: boolean): StartOf {
  const { startingAtMs, startingSinceMs, restarts, good } = before
  const isSteady = (good?.atMs ?? -Infinity) - (startingAtMs ?? Infinity) >= STEADY_AFTER_MS
  const goesOn = startingAtMs !== null && !isSteady && atMs - startingAtMs < patienceFor(before)
  return {
    startingAtMs: atMs,
    startingSinceMs: goesOn ? (startingSinceMs ?? atMs) : atMs,
    restarts: goesOn ? restarts + (anew ? 1 : 0) : 0,
  }
}

type StartOf = Pick<AddressHistory, 'startingAtMs' | 'startingSinceMs' | 'restarts'>
