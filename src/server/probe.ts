import type { Address } from '../lib/address.ts'
import { assertNever } from '../lib/assert-never.ts'
import { ANSWER_WITHIN_MS, answersAtAll, ask, type TransportError, type Reply } from '../lib/http.ts'
import { parseIdentity, type ReadXml } from './identity.ts'
import { failureOf, type FailureReason, type Outcome } from './outcome.ts'
import { isBare, isOwnErrorPage, isProxyPage, saysStarting } from './own-form.ts'
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

/** What a readable answer says. Anybody in front of a server answers with a status of the same kinds, in other words. */
export function resultOfReply(reply: Reply, readXml?: ReadXml): ProbeResult {
  const { status, retryAfterMs, dateMs, text } = reply
  const failure = (reason: FailureReason): ProbeResult => failureOf(reason, status, retryAfterMs)
  if (status === 429) return failure('busy')
  if (status >= 500) return resultOfFault(reply, readXml)
  if (status >= 400) return failure(turnedAwayBy(status, text))
  const parsed = parseIdentity(text, readXml)
  if (parsed.kind === 'identity') {
    return dateMs === null ? parsed : { ...parsed, clockAheadMs: dateMs - Date.now() }
  }
  return failureOf(parsed.reason === 'garbled' ? 'broken-off' : parsed.reason, status)
}

function resultOfFault({ status, retryAfterMs, text }: Reply, readXml?: ReadXml): ProbeResult {
  const isOwn = saysStarting(text) || parseIdentity(text, readXml).kind === 'identity'
  if (status === 503 && isOwn) return { kind: 'starting', retryAfterMs }
  // 520 and above is how one large proxy says what goes wrong behind it.
  const behind = [502, 503, 504].includes(status) || status >= 520
  const failure = failureOf(behind ? 'gateway' : 'faulty', status, retryAfterMs)
  return status === 503 && isBare(text) ? { ...failure, bare: true } : failure
}

function turnedAwayBy(status: number, text: string): FailureReason {
  if (isOwnErrorPage(status, text)) return 'turned-away'
  if (status === 401 || status === 403 || status === 407) return 'log-in'
  if (status !== 404) return 'turned-away'
  return isProxyPage(text) ? 'not-routed' : 'another-product'
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
