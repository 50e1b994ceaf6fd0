import type { Address } from '../../lib/address.ts'
import { ANSWER_WITHIN_MS, ask, post, type TransportError, type Reply } from '../../lib/http.ts'

export type Upstream = {
  /** Who the server says it is. Everybody who asks while a question is under way gets its answer. */
  readonly identity: () => Promise<Reply | TransportError>
  /** Sends a claim code, even if nobody waits any more for what comes of it. */
  readonly claim: (code: string) => Promise<Reply | TransportError>
}

/** The answer to a claim code comes after 17 to 21.5 s. */
const CLAIMED_WITHIN_MS = 60_000

/** The one server that is asked, and the two things that are asked of it. */
export function upstreamAt(server: Address): Upstream {
  return {
    identity: shared(async () => {
      const startedMs = performance.now()
      const reply = await ask(`${server}/identity`)
      // A connection that was kept and that the server had given up meanwhile says nothing about the server.
      if (reply.kind !== 'transport-error' || reply.reason !== 'failed') return reply
      const withinMs = Math.max(ANSWER_WITHIN_MS - (performance.now() - startedMs), 0)
      return ask(`${server}/identity`, { withinMs })
    }),
    claim: (code) => post(`${server}/myplex/claim?token=${code}`, { withinMs: CLAIMED_WITHIN_MS }),
  }
}

/** `work`, but once at a time: callers that come while it is under way wait for the same result. */
export function shared<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null
  return () =>
    (running ??= work().finally(() => {
      running = null
    }))
}
