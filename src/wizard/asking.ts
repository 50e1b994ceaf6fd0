import type { Address } from '../lib/address.ts'
import { AGREEING_AFTER_MS, type Heard } from '../server/heard.ts'
import { serverIn, type Stage } from './stage.ts'

/** How long after coming back to the page a person is likely to have just signed in. */
const JUST_BACK_MS = 60_000
const QUICK_MS = 1_000
/** The slowest pace that still shows a claim within 2 s (contract.md §5): this, the second answer, the way. */
const WATCHFUL_MS = 1_200
const CALM_MS = 3_000
const SLOW_MS = 5_000
/** A server may ask for time, but not for ever. */
const LONGEST_RETRY_AFTER_MS = 60_000

type Situation = {
  readonly stage: Stage
  /** Is this an address that may be believed most? It goes on being asked while another one stands in for it. */
  readonly promised: boolean
  readonly visible: boolean
  /** Since the page was opened or came back to the front. */
  readonly sinceReturnMs: number
}

/**
 * How long after its last answer an address is asked again; false: not at all for now. Pure, and the same
 * until the next answer, because a timer that is set anew on each render never goes off.
 */
export function askAgainInMs(address: Address, heard: Heard | null, situation: Situation): number | false {
  if (heard === null) return false
  const { latest } = heard
  const pace = paceFor(address, heard, situation)
  if (pace === false) return false
  const asked = latest.kind === 'identity' ? null : latest.retryAfterMs
  return Math.max(pace * jitterOf(latest.atMs), Math.min(asked ?? 0, LONGEST_RETRY_AFTER_MS))
}

function paceFor(address: Address, heard: Heard, situation: Situation): number | false {
  const { stage, promised, visible, sinceReturnMs } = situation
  const server = serverIn(stage)
  if (server !== null && server.address !== address) {
    if (promised && server.standing !== 'promised') return visible ? CALM_MS : SLOW_MS
    // The other addresses stand by for when the one on screen fails.
    return server.heard.failures > 0 ? QUICK_MS : false
  }
  // Divided by the least jitter, so that the second answer never comes too early to count.
  if (heard.claimedSinceMs !== null && heard.settled !== 'claimed' && heard.failures === 0)
    return AGREEING_AFTER_MS / LEAST_JITTER
  switch (stage.name) {
    case 'confirming':
      if (sinceReturnMs < JUST_BACK_MS && !stage.overdue) return QUICK_MS
      return visible ? WATCHFUL_MS : SLOW_MS
    case 'starting':
      return visible ? QUICK_MS : SLOW_MS
    case 'unclaimed':
      return visible && !stage.declined ? CALM_MS : SLOW_MS
    case 'claimed':
      return SLOW_MS
    case 'looking':
    case 'choosing':
    case 'missing':
    case 'blocked':
    case 'unreadable':
    case 'stranger':
      return visible ? CALM_MS : SLOW_MS
  }
}

const LEAST_JITTER = 0.9

/** Between 0.9 and 1, from the time of the answer: many open pages do not ask in step. */
function jitterOf(atMs: number): number {
  const scattered = (Math.floor(atMs) * 2_654_435_761) % 2 ** 32
  return LEAST_JITTER + (1 - LEAST_JITTER) * (scattered / 2 ** 32)
}
