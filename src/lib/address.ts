declare const brand: unique symbol

/** Where a server may be: an http(s) origin such as `http://192.168.1.10:32400`. */
export type Address = string & { readonly [brand]: 'Address' }

/** What is wrong with something that was meant to be an address. */
export type AddressProblem = 'empty' | 'not-an-address' | 'other-scheme' | 'port' | 'sign-in-data' | 'zone'

export type ParsedAddress =
  | {
      readonly kind: 'address'
      readonly address: Address
      /** What stood behind a slash and was read as the port. */
      readonly portBehindSlash?: string
    }
  | { readonly kind: 'problem'; readonly problem: AddressProblem }

const DEFAULT_PORT = 32400
const NAME =
  /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*\.?$/

/**
 * Reads what a person typed or pasted: host, host:port, IPv4, IPv6 with or without brackets, or a whole link. Of a link
 * only scheme, host and port are kept. Without a port it is 32400, also where that stands behind a slash. An https link
 * without one keeps 443, because such a link leads to a proxy in front of the server.
 */
export function parseAddress(typed: unknown): ParsedAddress {
  const text = typeof typed === 'string' ? typed.trim() : ''
  if (text === '') return problem('empty')
  if (/[\s<>"\\^`{|}]/.test(text)) return problem('not-an-address')

  const [opening = '', given] = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text) ?? /^(https?):\//i.exec(text) ?? []
  const scheme = given?.toLowerCase()
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return problem('other-scheme')
  const rest = text.slice(opening.length)
  const written = rest.split(/[/?#]/, 1)[0] ?? ''
  if (written.includes('@')) return problem('sign-in-data')
  const authority = withoutZone(written)
  if (authority === null) return problem('zone')
  if (authority.includes('%')) return problem('not-an-address')

  const bareIpv6 = authority.split(':').length > 2 && !authority.startsWith('[')
  const split = bareIpv6 ? { host: `[${authority}]`, port: undefined } : splitPort(authority)
  const behind = split.port === undefined ? portBehind(rest.slice(written.length), scheme) : undefined
  const { host, port = behind } = split
  if (port !== undefined && !isPort(port)) return problem('port')
  const usualPort = scheme === 'https' ? '443' : String(DEFAULT_PORT)
  const parsed = originOf(`${scheme ?? 'http'}://${host}:${port ?? usualPort}`)
  if (parsed.kind !== 'address') return parsed
  if (isGuessed(host, parsed.address)) return problem('not-an-address')
  return behind === undefined ? parsed : { ...parsed, portBehindSlash: behind }
}

/** Reads an address that a program wrote (the stamp, `?at=`, storage): an origin exactly, nothing is added. */
export function parseOrigin(value: unknown): Address | null {
  if (typeof value !== 'string' || !/^https?:\/\/[^/?#@%\s\\]+\/?$/i.test(value)) return null
  const parsed = originOf(value)
  return parsed.kind === 'address' ? parsed.address : null
}

/** Of an address that is one all over the network, the zone means nothing. Null where it can't be left out. */
function withoutZone(authority: string): string | null {
  const [, ip = '', rest = ''] = /^(\[?[\da-f:.]+)%[\w.-]+(.*)$/i.exec(authority) ?? []
  if (!ip.includes(':')) return authority
  return /^\[?fe[89ab]/i.test(ip) ? null : ip + rest
}

/** `192.168.1.10/32400/web`: a slash where a colon was meant. Another number than the usual may be a part of a link. */
function portBehind(path: string, scheme: string | undefined): string | undefined {
  const [, port = ''] = /^\/(\d{2,5})(?![^/?#])/.exec(path) ?? []
  return isPort(port) && (scheme === undefined || Number(port) === DEFAULT_PORT) ? port : undefined
}

function splitPort(authority: string): { host: string; port: string | undefined } {
  const match = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/.exec(authority)
  return { host: match?.[1] ?? authority, port: match?.[2] }
}

// To a browser 192.168.1 is 192.168.0.1, and 010.0.0.1 is 8.0.0.1. A person who types that means something else.
function isGuessed(host: string, address: Address): boolean {
  const { hostname } = new URL(address)
  return /^[\d.]+$/.test(hostname) && host.normalize('NFKC') !== hostname
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535
}

function originOf(url: string): ParsedAddress {
  let parsed: URL
  try {
    parsed = new URL(url)
  } catch {
    return problem('not-an-address')
  }
  const host = parsed.hostname
  if (!host.startsWith('[') && !NAME.test(host)) return problem('not-an-address')
  return { kind: 'address', address: parsed.origin as Address }
}

function problem(reason: AddressProblem): ParsedAddress {
  return { kind: 'problem', problem: reason }
}
