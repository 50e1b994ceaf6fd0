import type { Address } from '../lib/address.ts'
import { assertNever } from '../lib/assert-never.ts'
import { ANSWER_WITHIN_MS, answersAtAll, ask, type TransportError, type Reply } from '../lib/http.ts'
import { parseIdentity } from './identity.ts'
import { failureOf, type Outcome } from './outcome.ts'
import type { SecondQuestion } from './second-question.ts'

type ProbeResult = Outcome extends infer O ? (O extends Outcome ? Omit<O, 'atMs' | 'tookMs'> : never) : never

// A refused connection fails within milliseconds, one to a host that is not there after 3.05 s (browsers.md
// rule 5). In between, nobody can tell; "did not answer" is then the safer thing to say.
export const FAILED_AT_ONCE_MS = 1_500

/**
 * Asks one address who it is. Never takes longer than `withinMs` (5 s unless said), the second question included;
 * resolves to an outcome whatever happens and rejects only when `signal` says stop.
 */
export async function probe(
  address: Address,
  signal?: AbortSignal,
  withinMs = ANSWER_WITHIN_MS,
  second: SecondQuestion = 'ask',
): Promise<Outcome> {
  const startedMs = performance.now()
  const reply = await ask(`${address}/identity`, { signal, withinMs })
  const tookMs = performance.now() - startedMs
  const result =
    reply.kind === 'transport-error'
      ? await resultOfTransportError(reply.reason, address, tookMs, {
          signal,
          withinMs: withinMs - tookMs,
          second,
        })
      : resultOfReply(reply)
  return { ...result, atMs: performance.now(), tookMs }
}

/** What a readable answer says. */
export function resultOfReply(reply: Reply): ProbeResult {
  const { status, retryAfterMs, dateMs } = reply
  if (status === 503) return { kind: 'starting', retryAfterMs }
  if (status === 429) return failureOf('busy', status, retryAfterMs)
  if (status >= 500) return failureOf('faulty', status, retryAfterMs)
  if (status >= 400) return failureOf('turned-away', status, retryAfterMs)
  const parsed = parseIdentity(reply.text)
  if (parsed.kind === 'identity') {
    return dateMs === null ? parsed : { ...parsed, clockAheadMs: dateMs - Date.now() }
  }
  return failureOf(parsed.reason === 'garbled' ? 'broken-off' : parsed.reason, status)
}

async function resultOfTransportError(
  reason: TransportError['reason'],
  address: Address,
  tookMs: number,
  left: {
    readonly signal: AbortSignal | undefined
    readonly withinMs: number
    readonly second: SecondQuestion
  },
): Promise<ProbeResult> {
  switch (reason) {
    case 'silent':
    case 'slow':
    case 'broken-off':
    case 'too-large':
    case 'redirected':
      return failureOf(reason)
    case 'failed': {
      const atOnce = tookMs < FAILED_AT_ONCE_MS
      if (left.second === 'hides' && atOnce) return failureOf('unreadable')
      if (left.second !== 'ask') return failureOf(atOnce ? 'refused' : 'silent')
      const somebody = await answersAtAll(`${address}/identity`, {
        ...left,
        withinMs: Math.max(left.withinMs, 0),
      })
      if (somebody === true) return { ...failureOf('unreadable'), somebody }
      if (somebody === null) return failureOf('silent')
      return { ...failureOf(atOnce ? 'refused' : 'silent'), somebody }
    }
    default:
      return assertNever(reason)
  }
}
