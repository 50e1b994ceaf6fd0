import type { IncomingMessage } from 'node:http'
import { isOwnOrigin, isServed, parseHost } from './hosts.ts'

/** An answer as a value. */
export type SiteReply = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | string
}

/** What is asked for: a path to the letter, and what stands behind the first question mark. */
export type Target = { readonly path: string; readonly query: string }

const LONGEST_URL = 2 * 1024

/** An answer of our own: one line of text, which no browser takes for anything else. */
export function refusal(
  status: number,
  sentence: string,
  more: Readonly<Record<string, string>> = {},
): SiteReply {
  return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', ...more }, body: `${sentence}\n` }
}

/**
 * What is asked for, or why nobody gets an answer to this whatever it asks for. `names` are the hosts that this may be
 * reached by besides numbers of this computer. Looks at nothing but the head of the request.
 */
export function targetOf(request: IncomingMessage, names: readonly string[]): Target | SiteReply {
  const { headersDistinct, headers, url = '' } = request
  if (url.length > LONGEST_URL) return refusal(414, 'The address is too long.')
  const [written = '', ...more] = headersDistinct['host'] ?? []
  const host = more.length === 0 ? parseHost(written) : null
  if (host === null) return refusal(400, 'The request does not say in one way which host it is for.')
  const [, authority, target] = /^(?:https?:\/\/([^/?#]*))?(\/[^#]*|\*)?$/i.exec(url) ?? []
  if ((authority ?? written).toLowerCase() !== written.toLowerCase() || (target ?? authority) === undefined) {
    return refusal(400, 'The request asks for something at another host than it is for.')
  }
  if (!isServed(host, names)) {
    return refusal(421, 'This is not served under that name; open it by its number, or name it with --host.')
  }
  const origins = headersDistinct['origin'] ?? []
  if (!origins.every((origin) => isOwnOrigin(origin, host))) {
    return refusal(403, 'Pages from elsewhere get nothing here.')
  }
  if (Number(headers['content-length'] ?? 0) !== 0 || headers['transfer-encoding'] !== undefined) {
    return refusal(413, 'Nothing may be sent here.', { Connection: 'close' })
  }
  const [path = '/', query = ''] = (target ?? '/').split(/\?(.*)/s, 2)
  return { path, query }
}
