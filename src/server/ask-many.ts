import type { Address } from '../lib/address.ts'
import { pause } from '../lib/pause.ts'
import { untilVisible } from '../lib/visibility.ts'
import type { HeldConnections } from './held-connections.ts'
import type { Outcome } from './outcome.ts'
import { probe } from './probe.ts'

/**
 * How fast many addresses may be asked. Measured (browsers.md rules 1 and 2, docs/engines.md): one engine gives each
 * dead address a second socket after 250 ms and holds both for minutes. Another starts only 80 connections a second.
 */
export type SweepPace = {
  /** Between two questions. */
  readonly gapMs: number
  /** Questions under way at the same time. */
  readonly atOnce: number
  /** Each question is given up after this. */
  readonly withinMs: number
  /** How many connections the engine may be holding afterwards to somebody who is silent; one unless said. */
  readonly holds?: number
}

export type Asking = {
  readonly addresses: readonly Address[]
  readonly signal: AbortSignal
  readonly onOutcome: (address: Address, outcome: Outcome) => void
  readonly held: HeldConnections
  /** Is enough found to leave those for later for whom there is no room? Never, unless said. */
  readonly suffices?: () => boolean
  /** Told until when the search waits for the engine to let go of connections; null when it goes on. */
  readonly onWait: (untilMs: number | null) => void
}

/** Slow enough that timers catch up, on a computer where they come late. */
const GENTLE_GAP_MS = 16
/** When an engine opens a second socket for an address that has not answered. */
const SECOND_SOCKET_MS = 250
/** A task of the page's own must never be long. */
const STARTS_PER_TASK = 8

/**
 * Ends when the last question has been asked; those that wait for an answer are `inFlight`. Resolves to the addresses that
 * are left for later.
 */
export async function askMany(
  order: Asking,
  pace: SweepPace,
  inFlight: Set<Promise<void>>,
): Promise<readonly Address[]> {
  const { addresses, signal, onOutcome, held } = order
  const { atOnce, withinMs, holds = 1 } = pace
  let { gapMs } = pace
  const askOne = async (address: Address): Promise<void> => {
    const close = held.open(address, holds)
    const outcome = await probe(address, signal, withinMs).catch((error: unknown) => {
      close('may be held')
      throw error
    })
    close(outcome.kind === 'failure' && outcome.reason === 'silent' ? 'may be held' : 'closed')
    // On a slow computer timers come late when much is going on.
    if (outcome.tookMs > SECOND_SOCKET_MS && withinMs < SECOND_SOCKET_MS)
      gapMs = Math.max(gapMs, GENTLE_GAP_MS)
    // Somebody is there and only needs more time.
    const slow = outcome.kind === 'failure' && outcome.reason === 'slow'
    onOutcome(address, slow ? await probe(address, signal) : outcome)
  }
  let dueMs = performance.now()
  for (const [index, address] of addresses.entries()) {
    await untilVisible(signal)
    if (order.suffices?.() === true && !held.hasRoomFor(holds)) return addresses.slice(index)
    await held.room(holds, order)
    while (inFlight.size >= atOnce) await Promise.race(inFlight)
    // After a wait for the page to be seen, nothing is made up for.
    dueMs = Math.max(dueMs + gapMs, performance.now() - gapMs)
    if (gapMs > 0) await pause(Math.max(0, dueMs - performance.now()), signal)
    else if (index % STARTS_PER_TASK === STARTS_PER_TASK - 1) await pause(0, signal)
    const asking = askOne(address)
    inFlight.add(asking)
    const finished = (): void => void inFlight.delete(asking)
    asking.then(finished, finished)
  }
  return []
}
