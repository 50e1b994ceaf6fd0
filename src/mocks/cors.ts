import type { WireAnswer, WireReply, WireHeaders, WireRequest } from './wire.ts'

/** The request's origin comes back as it is, `null` included; without one there is nothing to allow. */
export function corsHeaders(request: WireRequest): WireHeaders {
  const origin = request.headers.get('origin')
  return {
    ...(origin === null ? {} : { 'access-control-allow-origin': origin }),
    vary: 'Origin, X-Plex-Token',
  }
}

/** Neither credentials nor the private network are ever allowed (official API document, recorded replies). */
export function preflightReply(request: WireRequest): WireReply {
  const asked = request.headers.get('access-control-request-headers')
  return {
    kind: 'reply',
    status: 200,
    headers: {
      ...corsHeaders(request),
      'access-control-allow-methods': 'POST, GET, OPTIONS, DELETE, PUT, HEAD',
      ...(asked === null ? {} : { 'access-control-allow-headers': asked }),
      'access-control-max-age': '1209600',
    },
    body: '',
  }
}

/** The same reply without permission for anybody to read it. */
export function withoutCors(reply: WireReply): WireReply {
  const headers = Object.entries(reply.headers).filter(
    ([name]) => name !== 'vary' && !name.startsWith('access-control-'),
  )
  return { ...reply, headers: Object.fromEntries(headers) }
}

/** The same reply with permission for the account's own page only, as one remote server was seen to give (one report). */
export function allowingAnother(reply: WireReply): WireReply {
  const { headers, ...rest } = withoutCors(reply)
  return { ...rest, headers: { ...headers, 'access-control-allow-origin': 'https://app.plex.tv' } }
}

/** Does a browser let a page from `origin` read this answer to a question in mode `cors`? */
export function mayRead(answer: WireAnswer, origin: string): boolean {
  if (!('status' in answer)) return true
  const allowed = answer.headers['access-control-allow-origin']
  return allowed === '*' || allowed === origin
}
