import type { Address } from './address.ts'

/** What kind of place an address is; decides what the page may contact unasked. */
export type AddressClass =
  'loopback' | 'private' | 'link-local' | 'unique-local' | 'shared' | 'local-name' | 'name' | 'public'

/**
 * Tells it from the address alone, without asking anybody. Of names only `localhost` itself is this computer: who
 * answers below it depends on the system. `shared` is 100.64/10 (carriers, VPNs),
 * `local-name` a name without dots, `*.local` or `*.home.arpa`, `name` any other name.
 */
export function classOf(address: Address): AddressClass {
  const host = new URL(address).hostname.replace(/\.$/, '')
  if (host.startsWith('[')) return classOfIpv6(host.slice(1, -1))
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return classOfIpv4(host.split('.').map(Number))
  if (host === 'localhost') return 'loopback'
  if (!host.includes('.') || host.endsWith('.local') || host.endsWith('.home.arpa')) return 'local-name'
  return 'name'
}

/** Is it in 172.16/12, where containers have their own networks, and some homes theirs? */
export function mayBeContainers(address: Address): boolean {
  return /^https?:\/\/172\.(1[6-9]|2\d|3[01])\./.test(address)
}

/** Is it a number, IPv4 or IPv6, and no name? */
export function isLiteral(address: Address): boolean {
  return /^(\[|[\d.]+$)/.test(new URL(address).hostname)
}

/** May the page ask this address without asking the person first? (contract.md §4) */
export function isAtHome(address: Address): boolean {
  switch (classOf(address)) {
    case 'loopback':
    case 'private':
    case 'link-local':
    case 'unique-local':
    case 'local-name':
      return true
    case 'shared':
    case 'name':
    case 'public':
      return false
  }
}

/** May a claim code be sent there at all? Only to this computer and to private addresses, never to a name. */
export function mayGetCode(address: Address): boolean {
  const kind = classOf(address)
  return kind === 'loopback' || kind === 'private' || kind === 'unique-local'
}

function classOfIpv4([a = 0, b = 0]: readonly number[]): AddressClass {
  if (a === 127) return 'loopback'
  if (a === 10 || (a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168)) return 'private'
  if (a === 169 && b === 254) return 'link-local'
  if (a === 100 && b >= 64 && b <= 127) return 'shared'
  return 'public'
}

// The host comes out of URL: lower case, shortened, an embedded IPv4 already in hexadecimal.
function classOfIpv6(host: string): AddressClass {
  if (host === '::1') return 'loopback'
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(host)
  if (mapped !== null) {
    const [high, low] = [parseInt(mapped[1] ?? '', 16), parseInt(mapped[2] ?? '', 16)]
    return classOfIpv4([high >> 8, high & 255, low >> 8, low & 255])
  }
  const first = parseInt(host.split(':', 1)[0] || '0', 16)
  if ((first & 0xfe00) === 0xfc00) return 'unique-local'
  if ((first & 0xffc0) === 0xfe80) return 'link-local'
  return 'public'
}
