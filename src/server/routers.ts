import type { Address } from '../lib/address.ts'
import { networkOf, type Network } from './network.ts'

/** A make of router that people know theirs by, and the networks that it makes unless somebody changed that. */
export type Router = { readonly name: string; readonly networks: readonly [Network, ...Network[]] }

/** What one router's page did. Whether it answered is all that counts; what it said is never read. */
export type RouterSaid = 'answered' | 'failed' | 'silent'

/** As their manuals have it (docs/search.md). Where a make has changed its mind, the newer network comes first. */
export const ROUTERS: readonly Router[] = [
  made('FRITZ!Box', '192.168.178'),
  made('Speedport', '192.168.2'),
  made('Google / Nest', '192.168.86'),
  // Its network is four times as large.
  made('eero', '192.168.4', '192.168.5', '192.168.6', '192.168.7'),
  made('Deco', '192.168.68'),
  made('TP-Link Archer', '192.168.0', '192.168.1'),
  made('ASUS', '192.168.50', '192.168.1'),
  made('NETGEAR', '192.168.1', '192.168.0'),
  made('Xfinity', '10.0.0'),
  made('Vodafone Station', '192.168.0'),
  made('Livebox', '192.168.1'),
  made('Freebox', '192.168.1', '192.168.0'),
  made('Huawei', '192.168.3', '192.168.8'),
  made('Xiaomi', '192.168.31'),
]

/**
 * The pages of the usual routers, and in which order their networks are searched. Behind a router that somebody bought,
 * the provider's answers as well. So people's own come first, the most common ones later, a modem last.
 */
export const USUAL_PAGES: readonly Address[] = [
  '192.168.86.1',
  '192.168.4.1',
  '192.168.68.1',
  '192.168.50.1',
  '192.168.31.1',
  '192.168.88.1',
  '192.168.178.1',
  '192.168.2.1',
  '192.168.3.1',
  '192.168.8.1',
  '192.168.10.1',
  '192.168.11.1',
  '192.168.15.1',
  '192.168.20.1',
  '192.168.123.1',
  '10.0.0.1',
  '10.0.1.1',
  '10.1.1.1',
  '10.0.0.138',
  '172.16.0.1',
  '192.168.1.1',
  '192.168.0.1',
  '192.168.1.254',
  '192.168.0.254',
  '192.168.2.254',
  '192.168.100.1',
].map(pageAt)

/** Where the routers of networks usually are that the page was told of. */
export function routerPagesIn(networks: readonly Network[]): readonly Address[] {
  return networks.flatMap((network) => [pageAt(`${network}.1`), pageAt(`${network}.254`)])
}

/** Is it known well enough where to search first? Somebody is there, with or without a page; no other router is asked. */
export function isSettled(known: readonly Network[], said: ReadonlyMap<Address, RouterSaid>): boolean {
  return routerPagesIn(known.slice(0, 1)).some((page) => (said.get(page) ?? 'silent') !== 'silent')
}

/**
 * The networks to search, one after the other. Only an answer speaks for a network that nobody named: others fail just
 * as fast where there is no way to them. Networks that the page was told of come first, but for those whose router is
 * silent while another one answers: this device may have moved. Pure.
 */
export function networksToSearch(
  known: readonly Network[],
  said: ReadonlyMap<Address, RouterSaid>,
): readonly Network[] {
  const pages = [...new Set([...routerPagesIn(known), ...USUAL_PAGES])]
  const whose = (what: RouterSaid): readonly Network[] =>
    pages.filter((page) => said.get(page) === what).flatMap((page) => networkOf(page) ?? [])
  const answered = whose('answered')
  if (answered.length === 0) return known
  // Who refuses is there as well.
  const heard = [...answered, ...whose('failed')]
  const silent = known.filter((network) => whose('silent').includes(network) && !heard.includes(network))
  const there = known.filter((network) => !silent.includes(network))
  const first = there.filter((network) => answered.includes(network))
  return [...new Set([...first, ...there, ...answered, ...silent])]
}

function pageAt(host: string): Address {
  return `http://${host}` as Address
}

function made(name: string, ...networks: [string, ...string[]]): Router {
  return { name, networks: networks as readonly string[] as Router['networks'] }
}
