import type { Address } from '../lib/address.ts'
import { askMany, type Asking, type SweepPace } from './ask-many.ts'
import { askFirstPortion, FIRST_PORTION } from './first-portion.ts'
import { learnWhileWaiting } from './letting-go.ts'
import type { Network } from './network.ts'

/** All at once, in portions, each given up before the engine opens a second socket for it. */
const BRISK: SweepPace = { gapMs: 0, atOnce: 64, withinMs: 150 }
/**
 * The same when an address is asked again. Long enough for a server that is slow to speak, and for the system to repeat a
 * lost packet. The engine then makes two connections to who is silent. Both are let go after 3 s, and the gap keeps them
 * from adding up.
 */
const BRISK_AGAIN: SweepPace = { gapMs: 25, atOnce: 64, withinMs: 1_250, holds: 2 }
/** One after the other, so that none waits inside the engine while its time runs. */
const STEADY: SweepPace = { gapMs: 13.4, atOnce: 96, withinMs: 240 }
/** The same when an address is asked again. Such an engine closes what is given up. */
const STEADY_AGAIN: SweepPace = { ...STEADY, withinMs: 1_250 }

/** Asks those again that were silent, in case a packet was lost, or somebody is slow. Rejects as the first pass does. */
export type SecondPass = () => Promise<void>

/**
 * Asks every address of a network once. Resolves when all were asked, or when enough is found and there is no room for
 * more. What it gives asks the others, and the silent ones once more. Rejects only when `signal` says stop.
 *
 * Where questions don't queue up, the engine may go on connecting to addresses that were given up. That ends after
 * seconds where nobody is, but takes minutes where a firewall swallows everything; a sample tells. In such a network
 * nobody is asked twice, and another search waits until the engine has let go.
 */
export async function sweep(order: Asking & { readonly network: Network }): Promise<SecondPass> {
  const { addresses, network } = order
  const silent: Address[] = []
  const learning = learnWhileWaiting(order)
  const listening: Asking = {
    ...order,
    onWait: learning.onWait,
    onOutcome: (address, outcome) => {
      if (outcome.kind === 'failure' && outcome.reason === 'silent') silent.push(address)
      order.onOutcome(address, outcome)
    },
  }
  const inFlight = new Set<Promise<void>>()
  const { queueing, unasked } = await askFirstPortion(listening, inFlight)
  // A slow engine leaves the time to learn beside the first pass whether the system gives up.
  const early = queueing ? [...unasked, ...silent] : []
  if (early.length > 0) void learning.begin(network, early)
  const rest = { ...listening, addresses: [...unasked, ...addresses.slice(FIRST_PORTION)] }
  const later = await askMany(rest, queueing ? STEADY : BRISK, inFlight)
  await Promise.all(inFlight)
  silent.unshift(...later)
  // More than 3 s after the first pass began: no lost packet is asked for again any sooner.
  const letsGo = learning.begin(network, silent)
  return async () => {
    if (!(await letsGo)) return
    // What it waits for are its own connections.
    const again = { ...order, addresses: silent, suffices: () => false, onWait: () => undefined }
    await askMany(again, queueing ? STEADY_AGAIN : BRISK_AGAIN, inFlight)
    await Promise.all(inFlight)
  }
}
