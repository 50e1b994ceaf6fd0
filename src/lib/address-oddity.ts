import { parseOrigin, type Address } from './address.ts'
import { classOf, isLiteral } from './address-class.ts'

/** What makes an address unlikely to be the one that is meant, and what to ask instead. */
export type Oddity =
  /** https by number: a certificate is made for names. */
  | { readonly kind: 'certificate'; readonly instead: Address }
  /** A plex.direct name, which holds a number that needs no name server. */
  | { readonly kind: 'number-inside'; readonly instead: Address }
  /** https without a port leads to a proxy, if there is one. */
  | { readonly kind: 'no-port'; readonly instead: Address }
  /** As routers have it. */
  | { readonly kind: 'router' }
  /** Link-local IPv6, which says nothing without its zone. */
  | { readonly kind: 'zone' }

const ROUTER = /^(192\.168\.\d+|10\.\d+\.\d+)\.(1|254|138)$/
const DIRECT = /^([\da-f]+(?:-[\da-f]*)+)\.[\da-f]{32}\.plex\.direct$/
const IPV4 = /^\d+-\d+-\d+-\d+$/

/** Told from the address alone; it counts only where nobody answers there as a server does. */
export function oddityOf(address: Address): Oddity | null {
  const { protocol, hostname, port } = new URL(address)
  const plainAt = (host: string): Address | null => parseOrigin(`http://${host}:${port || '32400'}`)
  const [, label] = DIRECT.exec(hostname) ?? []
  if (label !== undefined) {
    const isIpv4 = IPV4.test(label)
    const instead = plainAt(label.replace(/-/g, isIpv4 ? '.' : ':').replace(/^.*:.*$/, '[$&]'))
    return instead === null || !isLiteral(instead) ? null : { kind: 'number-inside', instead }
  }
  if (ROUTER.test(hostname)) return { kind: 'router' }
  if (classOf(address) === 'link-local' && hostname.startsWith('[')) return { kind: 'zone' }
  const instead = plainAt(hostname)
  if (protocol !== 'https:' || instead === null) return null
  if (isLiteral(address)) return { kind: 'certificate', instead }
  return port === '' ? { kind: 'no-port', instead } : null
}
