import { vi } from 'vitest'
import type { Address } from '../../src/lib/address.ts'
import { heldConnections } from '../../src/server/held-connections.ts'
import type { Network } from '../../src/server/network.ts'
import { searchNetworks, type NetworkTally, type Search, type SearchOrder } from '../../src/server/search.ts'

export const NETWORK = '192.168.1' as Network
export const host = (number: number): string => `192.168.1.${number}`
export const addressOf = (number: number): Address => `http://${host(number)}:32400` as Address

export type Searching = {
  readonly history: readonly Search[]
  readonly found: ReadonlyMap<Address, number>
  readonly stop: () => void
  readonly latest: () => Search & NetworkTally
}

type More = Partial<Pick<SearchOrder, 'except' | 'held' | 'networks' | 'byRouter' | 'anyWillDo'>> & {
  readonly stopAt?: Address
}

/** Searches one network unless said otherwise. */
export function begin({ stopAt, ...more }: More = {}): Searching {
  const controller = new AbortController()
  const history: Search[] = []
  const found = new Map<Address, number>()
  const startedMs = performance.now()
  void searchNetworks({
    networks: [NETWORK],
    byRouter: false,
    anyWillDo: false,
    held: heldConnections(),
    except: [],
    ...more,
    signal: controller.signal,
    onChange: (search) => history.push(search),
    onFound: (address) => {
      found.set(address, performance.now() - startedMs)
      if (address === stopAt) controller.abort()
    },
  })
  const latest = (): Search & NetworkTally => {
    const search = history.at(-1)
    if (search === undefined) throw new Error('nothing was told')
    const none = { network: NETWORK, total: 0, asked: 0, answered: 0, failedAtOnce: 0 }
    return { ...search, ...(search.tallies.at(-1) ?? none) }
  }
  return { history, found, stop: () => controller.abort(), latest }
}

export const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms)
