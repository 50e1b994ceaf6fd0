import type { Address } from '../lib/address.ts'
import { ask } from '../lib/http.ts'
import type { Asking } from './ask-many.ts'
import type { Network } from './network.ts'

type Learning = {
  /** Learns it from some that were silent there, once in a search; resolves to whether the system gives up. */
  readonly begin: (network: Network, silent: readonly Address[]) => Promise<boolean>
  /** What a search has to wait for is learned of while it does. */
  readonly onWait: Asking['onWait']
}

/** Whether the system gives up by itself in the networks that are searched, and where connections may be held. */
export function learnWhileWaiting(order: Omit<Asking, 'addresses' | 'onOutcome'>): Learning {
  const underWay = new Map<Network, Promise<boolean>>()
  const begin: Learning['begin'] = (network, silent) => {
    const learning = underWay.get(network) ?? learnFrom(network, sampleOf(silent), order)
    underWay.set(network, learning)
    // Stopped: who waits for it hears of that.
    learning.catch(() => undefined)
    return learning
  }
  return {
    begin,
    onWait: (untilMs) => {
      if (untilMs !== null) order.held.undecided().forEach((silent, network) => void begin(network, silent))
      order.onWait(untilMs)
    },
  }
}

/** Two that are far apart: what is true of both is true of the network. */
function sampleOf(silent: readonly Address[]): readonly Address[] {
  return [silent[0], silent[silent.length >> 1]].filter((address) => address !== undefined)
}

/** Is at least one of them given up by the system, and not only by the page? What holds of these holds of all. */
async function learnFrom(
  network: Network,
  sample: readonly Address[],
  { signal, held }: Pick<Asking, 'signal' | 'held'>,
): Promise<boolean> {
  const ends = sample.map(async (address) => {
    const close = held.open(address)
    const reply = await ask(`${address}/identity`, { signal })
    const isHeld = reply.kind === 'transport-error' && reply.reason === 'silent'
    close(isHeld ? 'may be held' : 'closed')
    return !isHeld
  })
  const letsGo = await isOneTrue(ends)
  held.learn(network, letsGo)
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
