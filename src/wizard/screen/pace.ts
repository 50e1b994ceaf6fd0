import type { Address } from '../../lib/address.ts'
import { AGREEING_AFTER_MS, isGivenUp, type AddressHistory } from '../../server/address-history.ts'
import type { AskedCandidate } from '../facts/facts.ts'
import type { Known } from './known.ts'
import type { Screen, ScreenName } from './screen.ts'
import { standingOf } from './trust.ts'

/** How long after coming back to the page a person is likely to have just signed in. */
const JUST_BACK_MS = 60_000
const QUICK_MS = 1_000
/** The slowest pace that still shows a claim within 2 s (contract.md §5): this, the second answer, the way. */
const WATCHFUL_MS = 1_200
const CALM_MS = 3_000
const SLOW_MS = 5_000
/** A server may ask for time, but not for ever. */
const LONGEST_RETRY_AFTER_MS = 60_000
const LEAST_JITTER = 0.9

/** How soon it is asked again while somebody sees the page; while nobody does, everybody is asked slowly. */
const PACE_OF: Readonly<Record<ScreenName, number>> = {
  looking: CALM_MS,
  found: CALM_MS,
  searching: CALM_MS,
  choosing: CALM_MS,
  'ask-first': CALM_MS,
  missing: CALM_MS,
  blocked: CALM_MS,
  hidden: CALM_MS,
  'no-claim-state': CALM_MS,
  'another-machine': CALM_MS,
  'another-product': CALM_MS,
  starting: QUICK_MS,
  unclaimed: CALM_MS,
  taking: CALM_MS,
  declined: SLOW_MS,
  confirming: WATCHFUL_MS,
  'ask-finished': WATCHFUL_MS,
  overdue: WATCHFUL_MS,
  claimed: SLOW_MS,
  hearsay: SLOW_MS,
}

/** How long after its last answer each address is asked again; false: not at all for now. */
export type Pace = ReadonlyMap<Address, number | false>

/** Pure, and the same for an address until its next answer. A timer that is set anew on each render never goes off. */
export function paceOf(known: Known, screen: Screen): Pace {
  return new Map(
    known.candidates.map((candidate) => [candidate.address, askAgainInMs(candidate, known, screen)]),
  )
}

function askAgainInMs({ address, history }: AskedCandidate, known: Known, screen: Screen): number | false {
  if (history === null) return false
  const { latest } = history
  const pace = paceFor(address, history, known, screen)
  if (pace === false) return false
  const asked = latest.kind === 'identity' ? null : latest.retryAfterMs
  return Math.max(pace * jitterOf(latest.atMs), Math.min(asked ?? 0, LONGEST_RETRY_AFTER_MS))
}

function paceFor(address: Address, history: AddressHistory, known: Known, screen: Screen): number | false {
  const { visible, returnedAtMs } = known
  const { server } = screen
  if (server !== null && server.address !== address) {
    const promised = standingOf(address, known) === 'promised'
    // It goes on being asked while another one stands in for it.
    const calm = visible ? CALM_MS : SLOW_MS
    if (promised && server.standing !== 'promised') return calm
    // The other addresses stand by for when the one on screen fails, which may be for days.
    if (server.history.failures === 0) return false
    return isGivenUp(server.history, known.now.monotonicMs) ? calm : QUICK_MS
  }
  // Divided by the least jitter, so that the second answer never comes too early to count.
  if (history.claimedSinceMs !== null && history.settled !== 'claimed' && history.failures === 0)
    return AGREEING_AFTER_MS / LEAST_JITTER
  // Reckoned from the last answer: the pace must not change while its timer runs.
  const justBack = history.latest.atMs - returnedAtMs < JUST_BACK_MS
  const waits = screen.name === 'confirming' || screen.name === 'ask-finished'
  if (waits && (justBack || screen.note.finishedAtMs !== null)) return QUICK_MS
  // Two that take turns are told from one by many answers.
  if (visible && screen.name === 'another-machine' && screen.answering === 'in-turn') return QUICK_MS
  return visible ? PACE_OF[screen.name] : SLOW_MS
}

/** Between 0.9 and 1, from the time of the answer: many open pages do not ask in step. */
function jitterOf(atMs: number): number {
  const scattered = (Math.floor(atMs) * 2_654_435_761) % 2 ** 32
  return LEAST_JITTER + (1 - LEAST_JITTER) * (scattered / 2 ** 32)
}
