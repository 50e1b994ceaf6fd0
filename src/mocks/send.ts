import type { IncomingMessage, ServerResponse } from 'node:http'
import type { WireAnswer, WireRequest } from './wire.ts'

/** A reset overtakes what was sent before it; this long lets the bytes arrive. */
const BEFORE_RESET_MS = 50

/** `null` when the request line is none that anybody could answer. */
export function wireRequestOf(request: IncomingMessage, origin: string): WireRequest | null {
  try {
    const headers = new Headers()
    for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value))
    return { method: request.method ?? 'GET', url: new URL(request.url ?? '/', origin), headers }
  } catch {
    return null
  }
}

/** Runs until the connection ends, so that nothing outlives a client that went away. */
function every(ms: number, response: ServerResponse, tick: () => void): void {
  const timer = setInterval(tick, ms)
  response.on('close', () => {
    clearInterval(timer)
  })
}

function after(ms: number, response: ServerResponse, act: () => void): void {
  const timer = setTimeout(act, ms)
  response.on('close', () => {
    clearTimeout(timer)
  })
}

/** Does on a socket what the answer says, without ever throwing at a client that has left. */
export function send(answer: WireAnswer, response: ServerResponse): void {
  response.on('error', () => {})
  switch (answer.kind) {
    case 'silent':
      return
    case 'refused':
      // Only a request that was already on its way when the host began to refuse.
      response.socket?.resetAndDestroy()
      return
    case 'closed':
      response.socket?.end()
      return
    case 'reply': {
      const { status, headers, body, delayMs = 0, hangsUp = false } = answer
      const reply = () => {
        const { socket } = response
        response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body)
        if (hangsUp) setTimeout(() => socket?.destroy(), BEFORE_RESET_MS)
      }
      if (delayMs === 0) reply()
      else after(delayMs, response, reply)
      return
    }
    case 'endless':
      response.writeHead(answer.status, answer.headers)
      every(answer.everyMs, response, () => {
        if (!response.writableNeedDrain) response.write(answer.chunk)
      })
      return
    case 'dripping': {
      const rest = Buffer.from(answer.body)
      let sent = 0
      response.writeHead(answer.status, { ...answer.headers, 'content-length': rest.length })
      response.flushHeaders()
      every(answer.everyMs, response, () => {
        if (sent < rest.length) response.write(rest.subarray(sent, ++sent))
        else response.end()
      })
      return
    }
    case 'broken-off':
      response.writeHead(answer.status, { ...answer.headers, 'content-length': answer.promisedBytes })
      response.write(answer.sent)
      after(BEFORE_RESET_MS, response, () => {
        if (answer.politely === true) response.socket?.end()
        else response.socket?.resetAndDestroy()
      })
  }
}
