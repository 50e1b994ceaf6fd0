import type { Address } from '../lib/address.ts'
import { pause } from '../lib/pause.ts'
import { networkOf, type Network } from './network.ts'

/**
 * The connections that the engine may still be making to addresses which were given up. Some engines go on until the
 * system gives up as well. That takes 3 s where nobody is, and two minutes where a firewall swallows everything
 * (docs/engines.md). Every tab of the browser shares what there is of them, so that a page must never take nearly all
 * (browsers.md rule 1).
 */
export type HeldConnections = {
  /** Counts so many from now on; what is called with it says how the question ended. */
  readonly open: (address: Address, count?: number) => (end: 'closed' | 'may be held') => void
  /** Resolves when there is room for so many more; rejects when `signal` says stop. `onWait` hears until when, again and again. */
  readonly room: (more: number, order: RoomOrder) => Promise<void>
  /** Is there room for this many? */
  readonly hasRoomFor: (count: number) => boolean
  /** What was opened since then never left the engine, or is asked anew. */
  readonly forgetSince: (monotonicMs: number) => void
  /** Whether the system was seen to give up in this network within seconds, or not to; null while nobody knows. */
  readonly letsGo: (network: Network) => boolean | null
  /** It was seen to: nothing is held there for longer than 3 s. Or not to. */
  readonly learn: (network: Network, letsGo: boolean) => void
  /** A search begins: what was learned of networks where nothing is held any more may not be true by now. */
  readonly beginSearch: () => void
  /** Networks of which nobody knows it yet, with those that were silent there. One router's pages make none. */
  readonly undecided: () => ReadonlyMap<Network, readonly Address[]>
}

type RoomOrder = {
  readonly signal: AbortSignal
  /** null when it waits no longer. */
  readonly onWait: (untilMs: number | null) => void
}

type Connection = {
  readonly address: Address
  readonly network: Network | null
  readonly fromMs: number
  untilMs: number
  silent: boolean
}

/** One search of a network, whose every address is silent, and no more. */
const MOST = 254
const HELD_FOR_MS = 130_000
const LET_GO_AFTER_MS = 3_150
const PAGES_OF_A_ROUTER = 2
/** What is learned meanwhile makes room earlier. */
const LOOKS_EVERY_MS = 50

export function heldConnections(): HeldConnections {
  let all: readonly Connection[] = []
  const known = new Map<Network, boolean>()
  const count = (): number => {
    const nowMs = performance.now()
    all = all.filter(({ untilMs }) => untilMs > nowMs)
    return all.length
  }
  /** When the next one is let go, where nobody knows yet at the earliest. */
  const nextMs = (): number => {
    const nowMs = performance.now()
    const ends = all.map(({ network, fromMs, untilMs }) => {
      const mayBeMs = fromMs + LET_GO_AFTER_MS
      return network !== null && !known.has(network) && mayBeMs > nowMs ? mayBeMs : untilMs
    })
    return Math.min(...ends)
  }
  return {
    open: (address, times = 1) => {
      const fromMs = performance.now()
      const network = networkOf(address)
      const letsGo = network !== null && known.get(network) === true
      const opened = Array.from({ length: times }, () => {
        const untilMs = fromMs + (letsGo ? LET_GO_AFTER_MS : HELD_FOR_MS)
        return { address, network, fromMs, untilMs, silent: false }
      })
      all = [...all, ...opened]
      return (end) => {
        if (end === 'closed') all = all.filter((other) => !opened.some((each) => each === other))
        else for (const each of opened) each.silent = true
      }
    },
    room: async (more, { signal, onWait }) => {
      let waits = false
      while (count() + more > MOST) {
        waits = true
        const untilMs = nextMs()
        onWait(untilMs)
        await pause(Math.min(LOOKS_EVERY_MS, Math.max(1, untilMs - performance.now())), signal)
      }
      if (waits) onWait(null)
    },
    hasRoomFor: (more) => count() + more <= MOST,
    forgetSince: (monotonicMs) => {
      all = all.filter(({ fromMs }) => fromMs < monotonicMs)
    },
    letsGo: (network) => known.get(network) ?? null,
    learn: (network, letsGo) => {
      known.set(network, letsGo)
      if (!letsGo) return
      for (const each of all)
        if (each.network === network) each.untilMs = Math.min(each.untilMs, each.fromMs + LET_GO_AFTER_MS)
    },
    beginSearch: () => {
      count()
      for (const network of known.keys())
        if (!all.some((each) => each.network === network)) known.delete(network)
    },
    undecided: () => {
      const networks = new Map<Network, Set<Address>>()
      for (const { address, network, silent } of all) {
        if (!silent || network === null || known.has(network)) continue
        const addresses = networks.get(network) ?? new Set()
        networks.set(network, addresses.add(address))
      }
      const several = [...networks].filter(([, addresses]) => addresses.size > PAGES_OF_A_ROUTER)
      return new Map(several.map(([network, addresses]) => [network, [...addresses]]))
    },
  }
}
