import { BlockList, isIPv4 } from 'node:net'
import type { Address } from '../../lib/address.ts'
import { isAtHome } from '../../lib/address-class.ts'
import { isBridge, type Interfaces } from '../own-addresses.ts'

/** A network that this computer is in, by the address that it has there. */
export type OwnNetwork = {
  readonly ip: string
  /** Such as `192.168.1.5/24`; null where the system does not tell. */
  readonly cidr: string | null
  /** `alone` is no network at all, but this computer; `bridge` leads to its containers and virtual machines. */
  readonly kind: 'alone' | 'bridge' | 'network'
}

/** Nobody is in more; a computer full of containers is asked about the first ones only. */
const MOST_NETWORKS = 64

/** The IPv4 networks among what the system says, loopback included: a server on this very computer hears that. */
export function networksAmong(interfaces: Interfaces): readonly OwnNetwork[] {
  const all = Object.entries(interfaces).flatMap(([name, each = []]) =>
    each.map(({ address, cidr, internal }) => ({ name, address, cidr, internal })),
  )
  return all
    .filter(({ address }) => isIPv4(address))
    .map(({ name, address, cidr, internal }): OwnNetwork => {
      const kind = isBridge(name) ? 'bridge' : 'network'
      return { ip: address, cidr, kind: internal ? 'alone' : kind }
    })
    .slice(0, MOST_NETWORKS)
}

/**
 * Is this address in a home network, or in the very network that was asked? The sender of a packet is easily made up,
 * and nobody is to have this program ask somebody in the internet.
 */
export function isNear(address: Address, network: OwnNetwork): boolean {
  return isAtHome(address) || holds(network, new URL(address).hostname)
}

/** Is this IPv4 address in that network? */
export function holds({ cidr }: OwnNetwork, ip: string): boolean {
  const [own = '', prefix = ''] = cidr?.split('/') ?? []
  if (!isIPv4(own)) return false
  const network = new BlockList()
  network.addSubnet(own, Number(prefix))
  return network.check(ip)
}
