import { networkInterfaces } from 'node:os'
import { parseOrigin, type Address } from '../../lib/address.ts'
import { classOf } from '../../lib/address-class.ts'
import { addressesAmong, isBridge, type Interfaces } from '../own-addresses.ts'
import { isEverywhere, listenName, type ListenAddress } from './listen.ts'

/**
 * Where a telephone in the network of this computer opens what listens here. Null where none can: at loopback, at bridges to
 * containers, and without a network.
 */
export function addressForTelephones(
  place: ListenAddress,
  interfaces: Interfaces = networkInterfaces(),
): Address | null {
  const here = parseOrigin(`http://${listenName(place)}`)
  if (here === null) return null
  const outside = Object.entries(interfaces).filter(([name]) => !isBridge(name))
  const reachable = addressesAmong(Object.fromEntries(outside), here).filter(
    (address) => classOf(address) !== 'link-local',
  )
  if (!isEverywhere(place)) return reachable.includes(here) ? here : null
  return reachable.find((address) => place.ip === '::' || !address.includes('[')) ?? null
}
