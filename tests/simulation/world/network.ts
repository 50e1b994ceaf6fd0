import type { Host } from './host.ts'

/** How the way to a host is at the moment. */
export type Way = {
  /** On top of what a home network takes. */
  slowMs: number
  /** The share of questions that get lost. */
  lost: number
}

/** What there is beside the page: the home, and the account service. */
export type Network = {
  readonly hosts: Host[]
  readonly ways: Map<Host, Way>
  /** Pages of routers that answer. */
  readonly routers: Set<string>
  /** What addresses do that nobody has. */
  elsewhere: 'refused' | 'nobody' | 'silent'
  /** Has this computer a network at all? */
  online: boolean
  accountReached: boolean
}

export const ACCOUNT = 'https://app.plex.tv'

export function newNetwork(elsewhere: Network['elsewhere']): Network {
  return { hosts: [], ways: new Map(), routers: new Set(), elsewhere, online: true, accountReached: true }
}

export function hostAt(network: Network, origin: string): Host | null {
  return network.hosts.find(({ address }) => address === origin) ?? null
}
