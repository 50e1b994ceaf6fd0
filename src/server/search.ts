import type { Address } from '../lib/address.ts'
import { askRouters } from './ask-routers.ts'
import type { HeldConnections } from './held-connections.ts'
import { learnWhileWaiting } from './letting-go.ts'
import { addressesIn, type Network } from './network.ts'
import type { Outcome } from './outcome.ts'
import { isSettled, networksToSearch, routerPagesIn, USUAL_PAGES, type RouterSaid } from './routers.ts'
import { sweep, type SecondPass } from './sweep.ts'

/** How the search of one network went. */
export type NetworkTally = {
  readonly network: Network
  readonly total: number
  readonly asked: number
  /** How many answered, with any answer. */
  readonly answered: number
  /** Failed within milliseconds: computers without a server, or none of them can be reached from here at all. */
  readonly failedAtOnce: number
}

/** How a search is going. Times on the monotonic clock. */
export type Search = {
  /**
   * `routers`: their pages are asked, to find out which network this is. `again`: all were asked once, and the silent
   * ones are asked once more behind what is on screen.
   */
  readonly phase: 'routers' | 'asking' | 'again' | 'over'
  /** The networks searched so far, in order; the last one is being searched while `asking`. */
  readonly tallies: readonly NetworkTally[]
  /** Those that come after it, if need be. */
  readonly ahead: readonly Network[]
  /** Did any router's page answer? null where that was not asked, or not to the end. */
  readonly routerAnswered: boolean | null
  /** Media servers, and what may be one and hides its answer, in the order in which they answered. */
  readonly found: readonly Address[]
  readonly startedAtMs: number
  /** When the network that is being searched had its turn. */
  readonly turnAtMs: number
  /** It waits until then for the engine to let go of connections, which it may do earlier; null while it does not. */
  readonly waitsUntilMs: number | null
}

export type SearchOrder = {
  /** Searched one after the other. */
  readonly networks: readonly Network[]
  /** Are the usual routers asked first, and the networks searched as well in which one answers? */
  readonly byRouter: boolean
  /** Will any server do? Then no other network is searched after one in which there are some. */
  readonly anyWillDo: boolean
  /** What the searches before this one may have left behind in the engine. */
  readonly held: HeldConnections
  /** Addresses that are asked anyway. */
  readonly except: readonly Address[]
  readonly signal: AbortSignal
  readonly onChange: (search: Search) => void
  /** Called before `onChange` tells of it. */
  readonly onFound: (address: Address, outcome: Outcome) => void
}

/**
 * Asks whole networks for media servers, one at a time; ends when all were asked twice, or when `signal` says stop.
 * Never fails.
 */
export async function searchNetworks(order: SearchOrder): Promise<void> {
  const { byRouter, anyWillDo, held, except, signal, onChange, onFound } = order
  const startedAtMs = performance.now()
  let search: Search = {
    phase: byRouter ? 'routers' : 'asking',
    tallies: [],
    ahead: order.networks,
    routerAnswered: null,
    found: [],
    startedAtMs,
    turnAtMs: startedAtMs,
    waitsUntilMs: null,
  }
  const change = (changes: Partial<Search>): void => onChange((search = { ...search, ...changes }))
  const onWait = (waitsUntilMs: number | null): void => {
    if (waitsUntilMs !== search.waitsUntilMs) change({ waitsUntilMs })
  }

  const suffices = (): boolean => anyWillDo && search.found.length > 0

  async function askedRouters(): Promise<readonly Network[]> {
    const known = order.networks
    const said = new Map<Address, RouterSaid>()
    const isEnough = (these: typeof said): boolean => isSettled(known, these)
    const ask = async (pages: readonly Address[], patient: boolean): Promise<void> => {
      const waiting = learnWhileWaiting({ signal, held, onWait }).onWait
      const more = await askRouters({ pages, patient, isSettled: isEnough, signal, held, onWait: waiting })
      more.forEach((what, page) => said.set(page, what))
    }
    await ask(routerPagesIn(known), false)
    if (!isSettled(known, said)) {
      await ask(
        USUAL_PAGES.filter((page) => !said.has(page)),
        known.length === 0,
      )
      change({ routerAnswered: [...said.values()].includes('answered') })
    }
    return networksToSearch(known, said)
  }

  function searchOne(network: Network, ahead: readonly Network[]): Promise<SecondPass> {
    const addresses = addressesIn(network).filter((address) => !except.includes(address))
    const none = { network, total: addresses.length, asked: 0, answered: 0, failedAtOnce: 0 }
    change({ phase: 'asking', tallies: [...search.tallies, none], ahead, turnAtMs: performance.now() })
    const onOutcome = (address: Address, outcome: Outcome): void => {
      const isFound = isServer(outcome)
      if (isFound) onFound(address, outcome)
      const first = search.phase === 'asking'
      const tallies = search.tallies.map((each) =>
        each.network === network ? tallyAfter(each, outcome, first) : each,
      )
      change({ tallies, found: isFound ? [...search.found, address] : search.found })
    }
    return sweep({ network, addresses, signal, held, suffices, onWait, onOutcome })
  }

  if (byRouter) onChange(search)
  held.beginSearch()
  try {
    const networks = byRouter ? await askedRouters() : order.networks
    const secondPasses: SecondPass[] = []
    for (const [index, network] of networks.entries()) {
      secondPasses.push(await searchOne(network, networks.slice(index + 1)))
      if (suffices()) break
    }
    change({ phase: 'again', ahead: [] })
    for (const askAgain of secondPasses) await askAgain()
  } catch (error) {
    // Stopped: by the person, or because the right server was found.
    if (!signal.aborted) throw error
  }
  change({ phase: 'over', waitsUntilMs: null })
}

/** How the search of the latest network goes; null before the first. */
export function latestTally({ tallies }: Search): NetworkTally | null {
  return tallies[tallies.length - 1] ?? null
}

/** Did every address of everything that was searched fail at once? No network does that. */
export function failedAtOnceEverywhere({ tallies }: Search): boolean {
  const total = tallies.reduce((sum, each) => sum + each.total, 0)
  return total > 0 && total === tallies.reduce((sum, each) => sum + each.failedAtOnce, 0)
}

function tallyAfter(before: NetworkTally, outcome: Outcome, first: boolean): NetworkTally {
  const { asked, answered, failedAtOnce } = before
  const reason = outcome.kind === 'failure' ? outcome.reason : null
  const nobody = reason === 'silent' || reason === 'refused'
  return {
    ...before,
    asked: asked + (first ? 1 : 0),
    answered: answered + (nobody ? 0 : 1),
    failedAtOnce: failedAtOnce + (reason === 'refused' ? 1 : 0),
  }
}

function isServer(outcome: Outcome): boolean {
  return outcome.kind !== 'failure' || outcome.reason === 'unreadable'
}
