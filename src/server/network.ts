import type { Address } from '../lib/address.ts'
import { classOf } from '../lib/address-class.ts'

declare const brand: unique symbol

/** A home network of 254 addresses, as the three numbers that all of them begin with: `192.168.1`. */
export type Network = string & { readonly [brand]: 'Network' }

/** What is wrong with something that was meant to be a network. */
export type NetworkProblem = 'empty' | 'not-a-network' | 'too-large' | 'not-at-home'

export type ParsedNetwork =
  | { readonly kind: 'network'; readonly network: Network }
  | { readonly kind: 'problem'; readonly problem: NetworkProblem }

const SERVER_PORT = 32400
const LAST_HOST = 254

/**
 * Reads what a person typed or pasted for a network: its first three numbers, or any address in it. The usual marks for
 * "all of them" may stand at the end (`.x`, `.*`, `.0/24`, `.1-254`). Anything larger than 254 addresses is refused,
 * and so is what is not private (RFC 1918): nobody's neighbours get asked.
 */
export function parseNetwork(typed: unknown): ParsedNetwork {
  const text = typeof typed === 'string' ? typed.trim().replace(/^https?:\/\/([^/]*).*$/i, '$1') : ''
  if (text === '') return problem('empty')
  const [, dotted = '', bits] = /^([\d.x*-]+?)\.?(?:\/(\d{1,2})|:\d{1,5})?$/i.exec(text) ?? []
  const parts = dotted.split('.')
  const [, , third = 'x', fourth = 'x'] = parts
  const numbers = parts.slice(0, 3).filter(isByte)
  if (dotted === '' || parts.length > 4 || !isByte(parts[0]) || !isHosts(fourth))
    return problem('not-a-network')
  if (bits !== undefined && Number(bits) < 24) return problem('too-large')
  if (numbers.length < 3) return problem(isHosts(third) && parts.length > 1 ? 'too-large' : 'not-a-network')
  const network = numbers.join('.') as Network
  return isPrivate(network) ? { kind: 'network', network } : problem('not-at-home')
}

/** The network that an address is in; null for names, IPv6 and everything that is not private IPv4. */
export function networkOf(address: Address): Network | null {
  const { hostname } = new URL(address)
  // IPv4 within IPv6 is private as well, and shows no numbers to begin with.
  const isIpv4 = classOf(address) === 'private' && !hostname.startsWith('[')
  return isIpv4 ? (hostname.split('.').slice(0, 3).join('.') as Network) : null
}

/** Every address in it, in order, at the port of media servers. */
export function addressesIn(network: Network): readonly Address[] {
  return Array.from({ length: LAST_HOST }, (_, index) => addressIn(network, index + 1))
}

function addressIn(network: Network, host: number): Address {
  return `http://${network}.${host}:${SERVER_PORT}` as Address
}

function isPrivate(network: Network): boolean {
  return classOf(addressIn(network, 1)) === 'private'
}

function isByte(text: string | undefined): boolean {
  return text !== undefined && /^(0|[1-9]\d{0,2})$/.test(text) && Number(text) <= 255
}

/** A number, or a mark for all of them. */
function isHosts(text: string): boolean {
  return isByte(text) || /^(x{1,3}|\*|\d{1,3}-\d{1,3})$/i.test(text)
}

function problem(reason: NetworkProblem): ParsedNetwork {
  return { kind: 'problem', problem: reason }
}
