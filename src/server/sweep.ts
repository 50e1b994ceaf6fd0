import type { Address } from '../lib/address.ts'
import { ask } from '../lib/http.ts'
import { askMany, GENTLE_GAP_MS, type Asking, type SweepPace } from './ask-many.ts'
import { askFirstPortion, FIRST_PORTION } from './first-portion.ts'

/** All at once, in portions, each given up before the engine opens a second socket for it. */
const BRISK: SweepPace = { gapMs: 0, atOnce: 64, withinMs: 150 }
/** The same when an address is asked again: what the engine still holds for 3 s never adds up. */
const BRISK_AGAIN: SweepPace = { ...BRISK, gapMs: GENTLE_GAP_MS, withinMs: 200 }
/** One after the other, so that none waits inside the engine while its time runs. */
const STEADY: SweepPace = { gapMs: 13.4, atOnce: 96, withinMs: 240 }
/** The same when an address is asked again: long enough for the system to repeat a lost packet after a second. */
const STEADY_AGAIN: SweepPace = { ...STEADY, withinMs: 1_250 }

/**
 * Asks every address once, and then those that were silent once more, in case a packet was lost. `onFirst` is called
 * when all were asked. Rejects only when `signal` says stop.
 *
 * Where questions don't queue up, the engine may go on connecting to addresses that were given up. That ends after
 * seconds where nobody is, but takes minutes where a firewall swallows everything; a sample tells. In such a network
 * nobody is asked twice, and another search waits until the engine has let go.
 */
export async function sweep(order: Asking & { onFirst: () => void }): Promise<void> {
  const { addresses, held } = order
  const silent: Address[] = []
  const listening: Asking = {
    ...order,
    onOutcome: (address, outcome) => {
      if (outcome.kind === 'failure' && outcome.reason === 'silent') silent.push(address)
      order.onOutcome(address, outcome)
    },
  }
  // A search that was stopped early left it open whether the system gives up there.
  if (!held.hasRoomFor(addresses.length) && held.letsGo() === null)
    await learnFrom(addresses.slice(0, 1), order)
  const inFlight = new Set<Promise<void>>()
  const { queueing, unasked } = await askFirstPortion(listening, inFlight)
  // A slow engine leaves the time to learn beside the first pass whether the system gives up.
  const early = queueing ? sampleOf([...unasked, ...silent]) : []
  const learning = early.length > 0 ? learnFrom(early, order) : null
  learning?.catch(() => undefined)
  const rest = { ...listening, addresses: [...unasked, ...addresses.slice(FIRST_PORTION)] }
  await askMany(rest, queueing ? STEADY : BRISK, inFlight)
  await Promise.all(inFlight)
  order.onFirst()
  // More than 3 s after the first pass began: no lost packet is asked for again any sooner.
  if (!(await (learning ?? learnFrom(sampleOf(silent), order)))) return
  await askMany({ ...order, addresses: silent }, queueing ? STEADY_AGAIN : BRISK_AGAIN, inFlight)
  await Promise.all(inFlight)
}

/** Two that are far apart: what is true of both is true of the network. */
function sampleOf(silent: readonly Address[]): readonly Address[] {
  return [silent[0], silent[silent.length >> 1]].filter((address) => address !== undefined)
}

/** Is at least one of them given up by the system, and not only by the page? What holds of these holds of all. */
async function learnFrom(
  sample: readonly Address[],
  { signal, held }: Pick<Asking, 'signal' | 'held'>,
): Promise<boolean> {
  const ends = sample.map(async (address) => {
    const close = held.open()
    const reply = await ask(`${address}/identity`, { signal })
    const isHeld = reply.kind === 'transport-error' && reply.reason === 'silent'
    close(isHeld ? 'may be held' : 'closed')
    return !isHeld
  })
  const letsGo = await isOneTrue(ends)
  held.learn(letsGo)
  return letsGo
}

/** True as soon as one of them is; false once none was; rejects when one does before that. */
function isOneTrue(all: readonly Promise<boolean>[]): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const counted = all.map(async (each) => {
      if (await each) resolve(true)
    })
    Promise.all(counted).then(() => resolve(false), reject)
  })
}
