import { BlockList, isIPv4 } from 'node:net'
import type { Address } from '../../lib/address.ts'
import { isAtHome } from '../../lib/address-class.ts'
import type { Interfaces } from '../own-addresses.ts'

/** A network that this computer is in, by the address that it has there. */
export type OwnNetwork = {
  readonly ip: string
  /** Such as `192.168.1.5/24`; null where the system does not tell. */
  readonly cidr: string | null
  /** No network at all, but this computer alone. */
  readonly isInternal: boolean
}

/** Nobody is in more; a computer full of containers is asked about the first ones only. */
const MOST_NETWORKS = 64

/** The IPv4 networks among what the system says, loopback included: a server on this very computer hears that. */
export function networksAmong(interfaces: Interfaces): readonly OwnNetwork[] {
  const all = Object.values(interfaces).flatMap((each = []) => each)
  return all
    .filter(({ address }) => isIPv4(address))
    .map(({ address, cidr, internal }) => ({ ip: address, cidr, isInternal: internal }))
    .slice(0, MOST_NETWORKS)
}

/**
 * Is this address in a home network, or in the very network that was asked? The sender of a packet is easily made up,
 * and nobody is to have this program ask somebody in the internet.
 */
export function isNear(address: Address, { cidr }: OwnNetwork): boolean {
  if (isAtHome(address)) return true
  const [ip = '', prefix = ''] = cidr?.split('/') ?? []
  if (!isIPv4(ip)) return false
  const network = new BlockList()
  network.addSubnet(ip, Number(prefix))
  return network.check(new URL(address).hostname)
}
