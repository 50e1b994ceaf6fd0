import { request as httpRequest, Agent as HttpAgent } from 'node:http'
import { request as httpsRequest, Agent as HttpsAgent } from 'node:https'
import type { Address } from '../../lib/address.ts'
import { ANSWER_UP_TO_BYTES, ANSWER_WITHIN_MS } from '../../lib/http.ts'

/** What the server said. Of its headers only how long it wants to be left alone, in seconds. */
export type Said = {
  readonly kind: 'said'
  readonly status: number
  readonly retryAfter: string | null
  readonly body: Buffer
}

export type Upset = {
  readonly kind: 'upset'
  readonly reason: 'unreachable' | 'late' | 'unreadable' | 'hung-up'
}

export type Upstream = {
  /** Who the server says it is. Everybody who asks while a question is under way gets its answer. */
  readonly identity: () => Promise<Said | Upset>
  /** Sends a claim code, whoever still waits for what comes of it. */
  readonly claim: (code: string) => Promise<Said | Upset>
  readonly close: () => void
}

/** The answer to a claim code comes after 17 to 21.5 s (protocol.md §4.2). */
const CLAIMED_WITHIN_MS = 60_000
const HEADERS_UP_TO_BYTES = 8 * 1024

/** The one server that is asked, and the two things that are asked of it. */
export function upstreamAt(server: Address): Upstream {
  const options = { keepAlive: true, maxSockets: 1, maxFreeSockets: 1 }
  const agent = server.startsWith('https:') ? new HttpsAgent(options) : new HttpAgent(options)
  const get = { method: 'GET', url: `${server}/identity` } as const
  return {
    identity: shared(async () => {
      const startedMs = performance.now()
      const said = await ask({ ...get, agent, withinMs: ANSWER_WITHIN_MS })
      if (said.kind !== 'upset' || said.reason !== 'hung-up') return said
      return ask({ ...get, agent: false, withinMs: ANSWER_WITHIN_MS - (performance.now() - startedMs) })
    }),
    claim: (code) => {
      const url = `${server}/myplex/claim?token=${code}`
      return ask({ method: 'POST', url, agent: false, withinMs: CLAIMED_WITHIN_MS })
    },
    close: () => {
      agent.destroy()
    },
  }
}

/** `work`, but once at a time: whoever comes while it is under way waits for the same result. */
export function shared<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null
  return () =>
    (running ??= work().finally(() => {
      running = null
    }))
}

type Question = {
  readonly method: 'GET' | 'POST'
  readonly url: string
  /** false opens a connection of its own. */
  readonly agent: HttpAgent | HttpsAgent | false
  readonly withinMs: number
}

/** Asks once and follows nobody elsewhere. Ends on time, with a value, whatever the server does. */
function ask({ method, url, agent, withinMs }: Question): Promise<Said | Upset> {
  return new Promise((resolve) => {
    const request = (url.startsWith('https:') ? httpsRequest : httpRequest)(url, {
      method,
      agent,
      maxHeaderSize: HEADERS_UP_TO_BYTES,
      headers: { Accept: 'application/json', ...(method === 'POST' ? { 'Content-Length': 0 } : {}) },
    })
    const timer = setTimeout(() => stop('late'), withinMs)
    function end(result: Said | Upset): void {
      clearTimeout(timer)
      resolve(result)
    }
    function stop(reason: Upset['reason']): void {
      end({ kind: 'upset', reason })
      request.destroy()
    }
    let answers = false
    request.on('error', () => {
      // A connection that was kept and that the server had given up meanwhile says nothing about the server.
      if (!answers) stop(request.reusedSocket ? 'hung-up' : 'unreachable')
      else stop('unreadable')
    })
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      let bytes = 0
      answers = true
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        bytes += chunk.length
        if (bytes > ANSWER_UP_TO_BYTES) stop('unreadable')
      })
      response.on('error', () => stop('unreadable'))
      response.on('end', () => {
        const { statusCode: status = 0, headers } = response
        const retryAfter = /^\d{1,9}$/.exec(headers['retry-after'] ?? '')?.[0] ?? null
        if (status < 200 || status > 599) stop('unreadable')
        else end({ kind: 'said', status, retryAfter, body: Buffer.concat(chunks) })
      })
    })
    request.end()
  })
}
