import { isIP } from 'node:net'
import { parseOrigin, type Address } from '../../lib/address.ts'
import { classOf, isAtHome } from '../../lib/address-class.ts'
import { isThisComputer } from '../own-addresses.ts'

/** What a Host header says. The name is in lower case, IPv6 in brackets; the port is empty where none is said. */
export type Host = { readonly name: string; readonly port: string }

/** Reads a Host header. Gives back null for anything but a name or number and a port, such as one with a user name. */
export function parseHost(text: string): Host | null {
  const [, name, port = ''] = /^(\[[\da-f:.]+\]|[a-z\d_-][\w.-]*)(?::(\d{1,5}))?$/i.exec(text) ?? []
  if (name === undefined || Number(port) > 65_535) return null
  return name.startsWith('[') && isIP(name.slice(1, -1)) !== 6 ? null : { name: name.toLowerCase(), port }
}

/**
 * May a page at this host read what is answered here? A page from elsewhere can have its own name lead to this computer
 * (DNS rebinding), but never a number. So numbers of this computer will do, and of names only `localhost` and those
 * that somebody gave. The port says nothing: it may be the near end of a tunnel.
 */
export function isServed({ name }: Host, names: readonly string[]): boolean {
  if (name === 'localhost' || names.includes(name)) return true
  const address = numberOf(name.replace(/^\[|\]$/g, ''))
  return address !== null && isThisComputer(address)
}

/** Is this the Origin of a page that came from here? A proxy in front may have added https. */
export function isOwnOrigin(origin: string, { name, port }: Host): boolean {
  return [
    ['http', '80'],
    ['https', '443'],
  ].some(
    ([scheme, usual]) => origin === `${scheme}://${name}${port === '' || port === usual ? '' : `:${port}`}`,
  )
}

/** Does the request come from this computer, or from the same home? `ip` is as sockets and proxies write it. */
export function isNearby(ip: string | undefined): boolean {
  const address = numberOf((ip ?? '').trim().replace(/%.*$/, ''))
  return address !== null && isAtHome(address)
}

/** Does the request come from this very computer? */
export function isLoopback(ip: string | undefined): boolean {
  const address = numberOf(ip ?? '')
  return address !== null && classOf(address) === 'loopback'
}

/** Are these two ways to write the same IP address? Sockets of both kinds write IPv4 as IPv6. */
export function sameIp(one: string, other: string | undefined): boolean {
  const [a, b] = [one, other ?? ''].map((ip) => numberOf(plain(ip)))
  return a != null && a === b
}

/** Of IPv6 the first 64 bits, which a computer can't choose; of IPv4 all. */
export function networkPartOf(ip: string): string {
  const short = plain(ip)
  if (isIP(short) !== 6) return short
  const [before = [], after] = short
    .split('::')
    .map((half): readonly string[] => half.split(':').filter((group) => group !== ''))
  const missing = after === undefined ? 0 : 8 - before.length - after.length
  return [...before, ...Array.from({ length: missing }, () => '0'), ...(after ?? [])].slice(0, 4).join(':')
}

function plain(ip: string): string {
  return ip
    .trim()
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/i, '')
}

function numberOf(ip: string): Address | null {
  const version = isIP(ip)
  if (version === 0) return null
  return parseOrigin(version === 6 ? `http://[${ip}]` : `http://${ip}`)
}
