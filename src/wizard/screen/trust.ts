import type { Address } from '../../lib/address.ts'
import { classOf } from '../../lib/address-class.ts'
import { isGivenUp, isStarting, type AddressHistory } from '../../server/address-history.ts'
import type { Facts, AskedCandidate } from '../facts/facts.ts'

/**
 * How far the machine that answers at an address may be believed. Anyone in the network can answer like the server, at
 * whatever address a search, a link or an old visit leads to (docs/security.md).
 * - `promised`: the file, the person, or the machine that gave this page away named it.
 * - `near`: this computer itself, where nothing better was named.
 * - `unnamed`: nobody named it. It is shown, and gets neither a claim code nor the person.
 */
export type Standing = 'promised' | 'near' | 'unnamed'

export const STANDINGS = ['promised', 'near', 'unnamed'] as const satisfies readonly Standing[]

type TrustFacts = Pick<Facts, 'stamp' | 'pageOrigin' | 'named' | 'candidates'>

export function standingOf(address: Address, facts: TrustFacts): Standing {
  const { stamp, pageOrigin, named } = facts
  if (!stamp.broken && stamp.addresses.includes(address)) return 'promised'
  if (address === pageOrigin && hasSpoken(historyAt(address, facts))) return 'promised'
  const unstamped = namesNoAddress(facts)
  if (named.some((each) => each.address === address && (each.how !== 'picked' || unstamped))) {
    return 'promised'
  }
  if (classOf(address) !== 'loopback') return 'unnamed'
  const fromHere = pageOrigin !== null && classOf(pageOrigin) === 'loopback'
  return fromHere || (pageOrigin === null && unstamped) ? 'near' : 'unnamed'
}

export function isNamed(address: Address, facts: TrustFacts): boolean {
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
      (candidate.history === null ? isWaitedFor(candidate, facts) : mayBeThere(candidate.history, facts)),
  )
}

function mayBeThere(history: AddressHistory, { now }: Facts): boolean {
  if (history.good !== null) return false
  if (history.latest.kind === 'failure' && history.latest.reason === 'unreadable') return true
  return isStarting(history) && !isGivenUp(history, now.monotonicMs)
}

/**
 * A name that nobody in the network has takes up to 8 s to fail (browsers.md rule 12). It is asked beside the others,
 * unless it is the address that is meant.
 */
export function isWaitedFor({ address, source, history }: AskedCandidate, { candidates }: Facts): boolean {
  if (history !== null) return false
  if (source === 'url') return true
  return (
    classOf(address) !== 'local-name' || candidates.every((other) => classOf(other.address) === 'local-name')
  )
}

/**
 * Was this page given away by a machine that may be a media server, and of which nothing more is known yet? Then no
 * other machine is taken for it, however soon it answers.
 */
export function isOwnMachineOpen({ stamp, chosen, candidates, pageOrigin }: Facts): boolean {
  if (chosen !== null || stamp.machineIdentifier !== null) return false
  const own = candidates.find(({ address }) => address === pageOrigin)
  if (own === undefined || hasSpoken(own.history)) return false
  return own.history === null || !isOtherProduct(own.history)
}

function historyAt(address: Address, { candidates }: Pick<Facts, 'candidates'>): AddressHistory | null {
  return candidates.find((candidate) => candidate.address === address)?.history ?? null
}

/** Has a media server said there who it is? */
function hasSpoken(history: AddressHistory | null): boolean {
  return history?.first != null
}

/** Something that answers properly, and not as a media server would in whatever state it is. */
function isOtherProduct({ latest }: AddressHistory): boolean {
  return (
    latest.kind === 'failure' &&
    ['another-product', 'turned-away', 'redirected', 'log-in', 'not-routed', 'too-large'].includes(
      latest.reason,
    )
  )
}
