import type { Address } from '../lib/address.ts'
import type { Heard } from '../server/heard.ts'
import type { Candidate } from './candidates.ts'
import type { Facts } from './facts.ts'

/**
 * Did the file, the server that gave this page away, or the person name this address? Anyone in the network can answer
 * like the server, at whatever address a search, a link or an old visit leads to: whoever answers at an address that
 * nobody named may be shown, and gets neither a claim code nor the person. Where the file names no address, or the
 * person took another machine on purpose, the person has the choice and every address counts.
 */
export function isNamed({ source, address }: Candidate, { stamp, chosen, named }: Facts): boolean {
  switch (source) {
    case 'stamp':
    case 'own-origin':
    case 'loopback':
      return true
    case 'url':
    case 'used':
    case 'search':
      return address === named || chosen !== null || stamp.addresses.length === 0
  }
}

/** The same for any address: one that the file names, or that is asked and counts as named. */
export function isNamedAddress(address: Address, facts: Facts): boolean {
  const { stamp, candidates } = facts
  if (stamp.addresses.includes(address)) return true
  return candidates.some((candidate) => candidate.address === address && isNamed(candidate, facts))
}

/**
 * Was this page given away by a machine that may be a media server, and of which nothing more is known yet? Then no
 * other machine is taken for it, however soon it answers.
 */
export function isOwnMachineOpen({ stamp, chosen, candidates }: Facts): boolean {
  if (chosen !== null || stamp.machineIdentifier !== null) return false
  const own = candidates.find(({ source }) => source === 'own-origin')
  if (own === undefined || own.heard?.first != null) return false
  return own.heard === null || !isOtherProduct(own.heard)
}

/** Something that answers properly, and not as a media server would in whatever state it is. */
function isOtherProduct({ latest }: Heard): boolean {
  return (
    latest.kind === 'failure' &&
    ['another-product', 'turned-away', 'redirected', 'too-large'].includes(latest.reason)
  )
}
