import type { IncomingMessage } from 'node:http'
import { isLoopback, isNearby, sameIp } from './hosts.ts'

/** In front of this program, as far as it was told. */
export type Front = {
  /** Names that browsers may use. A person who gave one has a proxy, as a rule. */
  readonly names: readonly string[]
  /** IP addresses of proxies on other computers. Those on this one need not be named. */
  readonly proxies: readonly string[]
}

/** Any of these says that a proxy passed the request on. */
const SIGNS = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
]

const UNNAMED = 'A proxy passes this on that was not named; name it with --proxy.'
const UNSAID =
  'The proxy in front does not say who asks; have it set X-Forwarded-For to the address that asks it.'
const OUTSIDE = 'The server can only be claimed from the same home.'

/**
 * Why this request is not from somebody at home; null where it is. Anybody may write headers, so that only a proxy on
 * this computer or a named one is believed. Of what it says the last entry counts: that one it added itself. Earlier
 * entries count against the client, and never for it.
 */
export function whyNotFromHome(request: IncomingMessage, { names, proxies }: Front): string | null {
  const { headers, httpVersion, socket } = request
  const peer = socket.remoteAddress
  const isNamed = proxies.some((proxy) => sameIp(proxy, peer))
  // No browser of today speaks HTTP/1.0; nginx does unless told otherwise.
  const isProxied = httpVersion === '1.0' || SIGNS.some((name) => headers[name] !== undefined)
  if (!isNamed && !isLoopback(peer)) {
    if (isProxied) return UNNAMED
    return isNearby(peer) ? null : OUTSIDE
  }
  const said = [headers['x-forwarded-for'], headers['x-real-ip']].flat().filter((text) => text !== undefined)
  // What comes through a proxy may have any Host, also that of a browser on this computer.
  if (said.length === 0) return isNamed || isProxied || names.length > 0 ? UNSAID : null
  const entries = said.flatMap((text) => text.split(','))
  return entries.every(isNearby) ? null : OUTSIDE
}
