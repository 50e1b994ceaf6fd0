import type { Address } from '../lib/address.ts'
import { classOf } from '../lib/address-class.ts'
import { isGivenUp, isStarting, type Heard } from '../server/heard.ts'
import type { Facts, HeardCandidate } from './facts.ts'

/**
 * How far whoever answers at an address may be believed. Anyone in the network can answer like the server, at
 * whatever address a search, a link or an old visit leads to (docs/security.md).
 * - `promised`: the file, the person, or the machine that gave this page away named it.
 * - `near`: this computer itself, where nothing better was named.
 * - `unnamed`: nobody named it. It is shown, and gets neither a claim code nor the person.
 */
export type Standing = 'promised' | 'near' | 'unnamed'

export const STANDINGS = ['promised', 'near', 'unnamed'] as const satisfies readonly Standing[]

type Known = Pick<Facts, 'stamp' | 'wayIn' | 'named' | 'candidates'>

export function standingOf(address: Address, facts: Known): Standing {
  const { stamp, wayIn, named } = facts
  if (!stamp.broken && stamp.addresses.includes(address)) return 'promised'
  if (address === wayIn.origin && hasSpoken(heardAt(address, facts))) return 'promised'
  const unstamped = namesNoAddress(facts)
  if (named.some((each) => each.address === address && (each.how !== 'picked' || unstamped))) {
    return 'promised'
  }
  if (classOf(address) !== 'loopback') return 'unnamed'
  const fromHere = wayIn.origin !== null && classOf(wayIn.origin) === 'loopback'
  return fromHere || (wayIn.origin === null && unstamped) ? 'near' : 'unnamed'
}

export function isNamed(address: Address, facts: Known): boolean {
  return standingOf(address, facts) !== 'unnamed'
}

/** A stamp that can't be read may have named one: it unlocks nothing. */
export function namesNoAddress({ stamp }: Pick<Facts, 'stamp'>): boolean {
  return !stamp.broken && stamp.addresses.length === 0
}

/**
 * May a promised address still turn out to be the server? Until it was given up, nobody stands in for it. An address
 * that never answered is given up with its first failure; one that is starting or hides its answer is there.
 */
export function isAwaitingPromise(facts: Facts): boolean {
  return facts.candidates.some(
    (candidate) =>
      standingOf(candidate.address, facts) === 'promised' &&
      (candidate.heard === null ? isWaitedFor(candidate, facts) : mayBeThere(candidate.heard, facts)),
  )
}

function mayBeThere(heard: Heard, { now }: Facts): boolean {
  if (heard.good !== null) return false
  if (heard.latest.kind === 'failure' && heard.latest.reason === 'unreadable') return true
  return isStarting(heard) && !isGivenUp(heard, now.steadyMs)
}

/**
 * A name that nobody in the network has takes up to 8 s to fail (browsers.md rule 12): it is asked beside the others,
 * unless it is the address that is meant.
 */
export function isWaitedFor({ address, source, heard }: HeardCandidate, { candidates }: Facts): boolean {
  if (heard !== null) return false
  if (source === 'url') return true
  return (
    classOf(address) !== 'local-name' || candidates.every((other) => classOf(other.address) === 'local-name')
  )
}

/**
 * Was this page given away by a machine that may be a media server, and of which nothing more is known yet? Then no
 * other machine is taken for it, however soon it answers.
 */
export function isOwnMachineOpen({ stamp, chosen, candidates, wayIn }: Facts): boolean {
  if (chosen !== null || stamp.machineIdentifier !== null) return false
  const own = candidates.find(({ address }) => address === wayIn.origin)
  if (own === undefined || hasSpoken(own.heard)) return false
  return own.heard === null || !isOtherProduct(own.heard)
}

function heardAt(address: Address, { candidates }: Pick<Facts, 'candidates'>): Heard | null {
  return candidates.find((candidate) => candidate.address === address)?.heard ?? null
}

/** Has a media server said there who it is? */
function hasSpoken(heard: Heard | null): boolean {
  return heard?.first != null
}

/** Something that answers properly, and not as a media server would in whatever state it is. */
function isOtherProduct({ latest }: Heard): boolean {
  return (
    latest.kind === 'failure' &&
    ['another-product', 'turned-away', 'redirected', 'too-large'].includes(latest.reason)
  )
}
