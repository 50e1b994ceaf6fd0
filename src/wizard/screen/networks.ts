import type { Address } from '../../lib/address.ts'
import { networkOf, type Network } from '../../server/network.ts'
import type { Facts } from '../facts/facts.ts'

/**
 * The networks that the server may be in, as far as the page has been told. A page cannot learn which network it is in
 * itself (browsers.md rule 3). Those searched last come first, then that of an address typed, stamped, its own, or
 * used before.
 */
export function networksOf({ search, candidates, stamp, pageOrigin }: Facts): readonly Network[] {
  const told: readonly (Address | null)[] = [
    ...candidates.map(({ address }) => address),
    ...stamp.addresses,
    pageOrigin,
  ]
  const networks = told.map((address) => (address === null ? null : networkOf(address)))
  const searched = search?.tallies.map(({ network }) => network) ?? []
  return [...new Set([...searched, ...networks])].filter((network) => network !== null)
}
