import type { MachineIdentifier } from '../lib/machine-identifier.ts'
import type { Claim, Identity } from './identity.ts'
import type { Outcome } from './outcome.ts'
import { afterAnswer, afterFailure, NONE_ASKED, type SecondQuestions } from './second-question.ts'

/** "Claimed" is believed when two answers agree that are at least this far apart. */
export const AGREEING_AFTER_MS = 500
/** A server has finished starting when it has not said otherwise for this long; startState flaps. */
export const STEADY_AFTER_MS = 6_000
/** A server that answered is given up after this long and this many failures in a row. */
const GIVEN_UP_AFTER_MS = 10_000
const GIVEN_UP_AFTER_FAILURES = 3

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
  /** When the server last said that it is starting. */
  readonly startingAtMs: number | null
  /** Since when it has been starting, without a steady phase in between. */
  readonly startingSinceMs: number | null
  readonly second: SecondQuestions
  /** Failures in a row since the last answer that was none. */
  readonly failures: number
}

/** Adds one outcome to the history of an address. Pure. */
export function record(before: AddressHistory | null, outcome: Outcome): AddressHistory {
  const answers = (before?.answers ?? 0) + 1
  const rest = before ?? NOTHING_YET
  switch (outcome.kind) {
    case 'failure':
      return {
        ...rest,
        answers,
        latest: outcome,
        failures: rest.failures + 1,
        second: afterFailure(rest.second, outcome),
      }
    case 'starting':
      return {
        ...rest,
        answers,
        latest: outcome,
        failures: 0,
        second: afterAnswer(rest.second),
        ...startingAt(rest, outcome.atMs),
      }
    case 'identity': {
      const { identity, atMs, tookMs } = outcome
      const sameMachine = rest.good?.identity.machineIdentifier === identity.machineIdentifier
      const claimedSinceMs =
        identity.claim === 'claimed' ? ((sameMachine ? rest.claimedSinceMs : null) ?? atMs) : null
      const agreed = claimedSinceMs !== null && atMs - claimedSinceMs >= AGREEING_AFTER_MS
      const settledBefore = sameMachine ? rest.settled : null
      return {
        answers,
        latest: outcome,
        good: { identity, atMs, tookMs },
        first: rest.first ?? { machineIdentifier: identity.machineIdentifier, atMs },
        settled: identity.claim === 'claimed' && !agreed ? settledBefore : identity.claim,
        claimedSinceMs,
        denied:
          identity.claim === 'claimed' ? (sameMachine ? rest.denied : null) : { claim: identity.claim, atMs },
        failures: 0,
        second: afterAnswer(rest.second),
        ...(identity.startState === null
          ? { startingAtMs: rest.startingAtMs, startingSinceMs: rest.startingSinceMs }
          : startingAt(rest, atMs)),
      }
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
export function isStarting(history: AddressHistory): boolean {
  if (history.startingAtMs === null) return false
  return (history.good?.atMs ?? -Infinity) - history.startingAtMs < STEADY_AFTER_MS
}

/** Has a server that answered before stopped answering, for long enough to say so? */
export function isGivenUp(history: AddressHistory, nowMonotonicMs: number): boolean {
  if (history.failures < GIVEN_UP_AFTER_FAILURES) return false
  const lastWordMs = Math.max(history.good?.atMs ?? -Infinity, history.startingAtMs ?? -Infinity)
  return nowMonotonicMs - lastWordMs > GIVEN_UP_AFTER_MS
}

const NOTHING_YET: Omit<AddressHistory, 'answers' | 'latest'> = {
  good: null,
  first: null,
  settled: null,
  claimedSinceMs: null,
  denied: null,
  startingAtMs: null,
  startingSinceMs: null,
  second: NONE_ASKED,
  failures: 0,
}

function startingAt(
  before: Pick<AddressHistory, 'startingAtMs' | 'startingSinceMs'>,
  atMs: number,
): Pick<AddressHistory, 'startingAtMs' | 'startingSinceMs'> {
  const goesOn = before.startingAtMs !== null && atMs - before.startingAtMs < GIVEN_UP_AFTER_MS
  return { startingAtMs: atMs, startingSinceMs: goesOn ? (before.startingSinceMs ?? atMs) : atMs }
}
