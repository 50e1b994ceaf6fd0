import type { Address } from '../lib/address.ts'
import { ask } from '../lib/http.ts'
import { askMany, type Asking, type SweepPace } from './ask-many.ts'
import type { Outcome } from './outcome.ts'

export const FIRST_PORTION = 30
/** Of these, as many as the slow engine starts before their time is over. */
const SURELY_LEFT = 20
/** Long enough for what waits inside the slow engine, and still without a second socket. */
const PACE: SweepPace = { gapMs: 0, atOnce: FIRST_PORTION, withinMs: 200 }
/**
 * The slow engine can't have started the first portion and one more in less. It starts 10 to 15 at once, the others at
 * 80 a second.
 */
const QUEUED_MS = 120
/** A busy computer takes this many times as long as for a question alone, but less than the slow engine surely does. */
const BUSY_TIMES = 4
const SURELY_QUEUED_MS = 180
/** Nobody listens there, so that the system refuses at once. */
const REFUSES_AT_ONCE = 'http://127.0.0.1:32399'
const REFUSED_WITHIN_MS = 240

type FirstPortion = {
  /** Do questions wait inside the engine until their time has run out? */
  readonly queueing: boolean
  /** Whose time may have run out there, so that their silence says nothing; they are not told. */
  readonly unasked: readonly Address[]
}

/**
 * Asks the first addresses, and tells from that what kind the engine is. It knows by a question to this computer
 * itself, sent right behind them, and not by the engine's name.
 */
export async function askFirstPortion(order: Asking, inFlight: Set<Promise<void>>): Promise<FirstPortion> {
  const { signal, held, onOutcome } = order
  const addresses = order.addresses.slice(0, FIRST_PORTION)
  // Nothing may hold up the first portion, whose time tells.
  await held.room(FIRST_PORTION, order)
  const aloneMs = await timeOfRefusal(signal)
  const startedMs = performance.now()
  const doubtful = new Map<Address, Outcome>()
  const unsure = new Set(addresses.slice(SURELY_LEFT))
  let queueing: boolean | null = null
  const doubting: Asking = {
    ...order,
    addresses,
    onOutcome: (address, outcome) => {
      const silence = outcome.kind === 'failure' && outcome.reason === 'silent'
      if (queueing !== false && silence && unsure.has(address)) doubtful.set(address, outcome)
      else onOutcome(address, outcome)
    },
  }
  await askMany(doubting, PACE, inFlight)
  await timeOfRefusal(signal)
  // A slow computer may be taken for a slow engine: that costs seconds, and the other way round servers would be missed.
  const queuedMs = Math.min(SURELY_QUEUED_MS, Math.max(QUEUED_MS, BUSY_TIMES * aloneMs))
  queueing = performance.now() - startedMs > queuedMs
  if (!queueing) {
    for (const [address, outcome] of doubtful) onOutcome(address, outcome)
    return { queueing, unasked: [] }
  }
  // What waits inside such an engine opens nothing; a third of it is asked anew.
  held.forgetSince(startedMs)
  // What queued up is on its way by the time the first portion is done, and who is in doubt is known.
  await Promise.all(inFlight)
  return { queueing, unasked: [...doubtful.keys()] }
}

/** How long a question takes that is refused at once: behind others, or alone. */
async function timeOfRefusal(signal: AbortSignal): Promise<number> {
  const startedMs = performance.now()
  await ask(`${REFUSES_AT_ONCE}/identity`, { signal, withinMs: REFUSED_WITHIN_MS })
  return performance.now() - startedMs
}
