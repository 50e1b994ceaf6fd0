import { htmlReply } from './html-reply.ts'
import type { WireReply, WireRequest } from './wire.ts'

// Anybody may read these, so that the page meets the content and not the browser's refusal (that is `hiding`).
function readable(request: WireRequest) {
  const asked = request.headers.get('access-control-request-headers')
  return {
    'access-control-allow-origin': '*',
    ...(asked === null ? {} : { 'access-control-allow-headers': asked }),
  }
}

export function printerReply(request: WireRequest): WireReply {
  return {
    kind: 'reply',
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', ...readable(request) },
    body: '<!doctype html><html><head><title>LaserWriter 9000</title></head><body><h1>Toner: 12 %</h1></body></html>',
  }
}

export function otherProductReply(request: WireRequest): WireReply {
  return {
    kind: 'reply',
    status: 200,
    headers: { 'content-type': 'application/json', ...readable(request) },
    body: '{"product":"Boiler","version":"2.4.1","claimed":false,"temperature":61.5}',
  }
}

export function busyReply(request: WireRequest): WireReply {
  return htmlReply(429, 'Too Many Requests', { 'retry-after': '3', ...readable(request) })
}

export function faultyReply(request: WireRequest): WireReply {
  return htmlReply(500, 'Internal Server Error', readable(request))
}

export function redirectingReply(request: WireRequest, to: string): WireReply {
  return htmlReply(302, 'Found', { location: to, ...readable(request) })
}
