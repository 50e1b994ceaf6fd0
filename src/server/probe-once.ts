import type { Address } from '../lib/address.ts'
import { ANSWER_WITHIN_MS, ask, type Reply } from '../lib/http.ts'
import type { Identity } from './identity.ts'
import { failureOf, type Outcome } from './outcome.ts'
import { FAILED_AT_ONCE_MS, resultOfReply } from './probe.ts'

/**
 * As `probe`, for programs. Outside a browser nothing hides an answer, so that a second question would tell nothing
 * more. That question follows redirects, so that any host could have this program ask any other one.
 */
export async function probeOnce(
  address: Address,
  signal?: AbortSignal,
  withinMs = ANSWER_WITHIN_MS,
): Promise<Outcome> {
  const startedMs = performance.now()
  const reply = await ask(`${address}/identity`, { signal, withinMs })
  const tookMs = performance.now() - startedMs
  const failed = tookMs < FAILED_AT_ONCE_MS ? 'refused' : 'silent'
  const result =
    reply.kind === 'reply'
      ? resultOfReply(reply)
      : failureOf(reply.reason === 'failed' ? failed : reply.reason)
  return { ...result, atMs: performance.now(), tookMs }
}

/** Who a server says it is; null where it says something else. */
export function identityIn(reply: Reply): Identity | null {
  const result = resultOfReply(reply)
  return result.kind === 'identity' ? result.identity : null
}
