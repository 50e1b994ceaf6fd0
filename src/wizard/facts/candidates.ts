import type { Address } from '../../lib/address.ts'
import { classOf, isAtHome } from '../../lib/address-class.ts'
import type { MachineIdentifier } from '../../lib/machine-identifier.ts'
import type { UsedAddress } from '../../server/used-addresses.ts'
import type { Stamp } from '../../stamp/stamp.ts'

/** Who told the page to ask there. */
export type Source = 'url' | 'stamp' | 'own-origin' | 'used' | 'loopback' | 'search'

export type Candidate = {
  readonly address: Address
  readonly source: Source
  /** The machine that answered here on an earlier visit. */
  readonly expects: MachineIdentifier | null
}

/** The page's own address when it came over http(s), null from a file. */
export type PageOrigin = Address | null

/** The usual port, and the near end of a tunnel to a server far away (protocol.md §7). */
const LOOPBACK = [
  'http://127.0.0.1:32400',
  'http://127.0.0.1:8888',
  'http://localhost:32400',
  'http://localhost:8888',
] as readonly string[] as readonly Address[]

type Sources = {
  readonly at: Address | null
  readonly pageOrigin: PageOrigin
  readonly stamp: Stamp
  readonly used: readonly UsedAddress[]
  /** What a search of a network has found so far. */
  readonly found: readonly Address[]
}

/**
 * Every address that the page asks, in order of preference, none twice. They are all asked at the same time, so that a
 * dead one delays nobody. An address in the URL is asked alone. But a page that a server may have given away asks that
 * one as well, who it is. So it never carries on with another machine unasked.
 */
export function candidatesOf({ at, pageOrigin, stamp, used, found }: Sources): readonly Candidate[] {
  const expectedAt = (address: Address): MachineIdentifier | null =>
    used.find((entry) => entry.address === address)?.machineIdentifier ?? null
  const all: Candidate[] = []
  const add = (address: Address, source: Source): void => {
    if (all.every((other) => other.address !== address)) {
      all.push({ address, source, expects: expectedAt(address) })
    }
  }
  if (at !== null) {
    add(at, 'url')
    if (pageOrigin !== null) add(pageOrigin, 'own-origin')
    return all
  }
  for (const address of stamp.addresses) add(address, address === pageOrigin ? 'own-origin' : 'stamp')
  if (pageOrigin !== null) add(pageOrigin, 'own-origin')
  for (const { address, machineIdentifier } of used) {
    // Storage is shared with other pages: another server's addresses are none of this page's business. Nothing far away
    // is contacted because storage says so.
    const ours = stamp.machineIdentifier === null || stamp.machineIdentifier === machineIdentifier
    if (ours && isAtHome(address)) add(address, 'used')
  }
  // From a page that a LAN address served, this would be the person's own computer, not the server.
  if (pageOrigin === null || classOf(pageOrigin) === 'loopback') {
    for (const address of LOOPBACK) add(address, 'loopback')
  }
  for (const address of found) add(address, 'search')
  return all
}

/** Must the person be asked before this address, which came with the URL, is contacted? (contract.md §4) */
export function needsConsent(
  at: Address,
  pageOrigin: PageOrigin,
  stamp: Stamp,
  allowed: Address | null,
): boolean {
  const stamped = !stamp.broken && stamp.addresses.includes(at)
  return !isAtHome(at) && at !== pageOrigin && at !== allowed && !stamped
}
