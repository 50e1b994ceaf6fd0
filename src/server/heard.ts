import type { MachineIdentifier } from '../lib/machine-identifier.ts'
import type { Claim, Identity } from './identity.ts'
import type { Outcome } from './outcome.ts'

/** "Claimed" is believed when two answers agree that are at least this far apart. */
export const AGREEING_AFTER_MS = 500
/** A server has finished starting when it has not said otherwise for this long; startState flaps. */
export const STEADY_AFTER_MS = 3_000
/** A server that answered is given up after this long and this many failures in a row. */
export const GIVEN_UP_AFTER_MS = 10_000
const GIVEN_UP_AFTER_FAILURES = 3

/** Everything that one address has said so far, folded answer by answer. Times on the steady clock. */
export type Heard = {
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
  /** When the server last said that it is starting. */
  readonly startingAtMs: number | null
  /** Since when it has been starting, without a steady phase in between. */
  readonly startingSinceMs: number | null
  /** Failures in a row since the last answer that was none. */
  readonly failures: number
}

/** Adds one outcome to what was heard. Pure. */
export function hear(before: Heard | null, outcome: Outcome): Heard {
  const answers = (before?.answers ?? 0) + 1
  const rest = before ?? NOTHING_YET
  switch (outcome.kind) {
    case 'failure':
      return { ...rest, answers, latest: outcome, failures: rest.failures + 1 }
    case 'starting':
      return { ...rest, answers, latest: outcome, failures: 0, ...startingAt(rest, outcome.atMs) }
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
        failures: 0,
        ...(identity.startState === null
          ? { startingAtMs: rest.startingAtMs, startingSinceMs: rest.startingSinceMs }
          : startingAt(rest, atMs)),
      }
    }
  }
}

/**
 * Is it starting, as far as its own words tell? Stays true through the gaps of a flapping startState and
 * through failures: only a server that has spoken of something else for a while has finished.
 */
export function isStarting(heard: Heard): boolean {
  if (heard.startingAtMs === null) return false
  return (heard.good?.atMs ?? -Infinity) - heard.startingAtMs < STEADY_AFTER_MS
}

/** Has a server that answered before stopped answering, for long enough to say so? */
export function isGivenUp(heard: Heard, nowSteadyMs: number): boolean {
  if (heard.failures < GIVEN_UP_AFTER_FAILURES) return false
  const lastWordMs = Math.max(heard.good?.atMs ?? -Infinity, heard.startingAtMs ?? -Infinity)
  return nowSteadyMs - lastWordMs > GIVEN_UP_AFTER_MS
}

const NOTHING_YET: Omit<Heard, 'answers' | 'latest'> = {
  good: null,
  first: null,
  settled: null,
  claimedSinceMs: null,
  startingAtMs: null,
  startingSinceMs: null,
  failures: 0,
}

function startingAt(
  before: Pick<Heard, 'startingAtMs' | 'startingSinceMs'>,
  atMs: number,
): Pick<Heard, 'startingAtMs' | 'startingSinceMs'> {
  const goesOn = before.startingAtMs !== null && atMs - before.startingAtMs < GIVEN_UP_AFTER_MS
  return { startingAtMs: atMs, startingSinceMs: goesOn ? (before.startingSinceMs ?? atMs) : atMs }
}
