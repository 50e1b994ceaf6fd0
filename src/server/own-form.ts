import { parseJson } from '../lib/json.ts'
import { own } from '../lib/own.ts'

// Errors of a server are small pages that say the status once in the title and once below (protocol.md §1).
const ERROR_PAGE = /<title>([^<]*)<\/title>[^]*<h1>(\d+) \1<\/h1>/i
const LONGEST = 2_000
const STARTING = /^(<\?xml[^>]*>\s*)?<Response\b[^>]*\bcode=["']503["']/
/** As the usual proxies sign their pages, or word them where they don't. */
const PROXY =
  /\b(nginx|openresty|haproxy|traefik|caddy|envoy|cloudflare)\b|<address>Apache|^(404 page not found|default backend - 404)/i

/** Is this 503 a media server's own word, in XML or in JSON? Proxies in front have pages of their own. */
export function saysStarting(text: string): boolean {
  const body = trimmed(text)
  return STARTING.test(body) || (body.startsWith('{') && isStartingJson(parseJson(body)))
}

function isStartingJson(json: unknown): boolean {
  return String(own(own(json, 'Response'), 'code')) === '503'
}

export function isOwnErrorPage(status: number, text: string): boolean {
  return ERROR_PAGE.exec(text.slice(0, LONGEST))?.[2] === String(status)
}

/** Is this the page of a proxy that was never told where to go? */
export function isProxyPage(text: string): boolean {
  return PROXY.test(trimmed(text))
}

export function isBare(text: string): boolean {
  return trimmed(text) === ''
}

function trimmed(text: string): string {
  return text.replace(/^\uFEFF/, '').trim()
}
