import { STATUS_CODES, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { STRICT } from './headers.ts'
import type { SiteReply } from './refusals.ts'

/** Answers with this, unless the client has left. The bytes are not copied: slow readers share them. */
export function send(response: ServerResponse, { status, headers, body }: SiteReply): void {
  if (response.destroyed) return
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  const length = status === 204 || status === 304 ? {} : { 'Content-Length': bytes.length }
  response.writeHead(status, { ...STRICT, ...headers, ...length }).end(bytes)
}

/** The same where there is no response to say it with, as the last thing on this connection. */
export function hangUp(socket: Duplex, { status, headers, body }: SiteReply): void {
  const all = { ...STRICT, ...headers, 'Content-Length': body.length, Connection: 'close' }
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  // A client that has left meanwhile is no trouble.
  socket.on('error', () => undefined)
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head.join('')}\r\n${body.toString()}`, () => {
    socket.destroy()
  })
}
