import type { Address } from '../lib/address.ts'
import { ANSWER_WITHIN_MS, ask, type Reply, type TransportError } from '../lib/http.ts'
import type { Identity } from './identity.ts'
import { failureOf, type Failure, type FailureCause, type Outcome } from './outcome.ts'
import { FAILED_AT_ONCE_MS, resultOfReply } from './probe.ts'
import { rootOfXml } from './xml-by-hand.ts'

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
  const result = reply.kind === 'reply' ? resultOfReply(reply, rootOfXml) : failureFrom(reply, tookMs)
  return { ...result, atMs: performance.now(), tookMs }
}

/** What the system calls it, by what it means. A socket that ended early had not got a byte, or headers had come. */
const CAUSES: readonly (readonly [FailureCause, RegExp])[] = [
  ['hung-up', /^(UND_ERR_SOCKET|ECONNRESET|EPIPE)$/],
  ['certificate', /CERT|SELF_SIGNED|VERIFY|ALTNAME/],
  ['not-secure', /^(EPROTO|ERR_SSL_)/],
  ['unreachable', /^E(HOST|NET)(UNREACH|DOWN)$/],
  ['unknown-name', /^(ENOTFOUND|EAI_)/],
]

function failureFrom({ reason, code = '' }: TransportError, tookMs: number): Failure {
  if (reason !== 'failed') return failureOf(reason)
  // What answers in another language than HTTP is there all the same.
  if (code.startsWith('HPE_')) return failureOf('unreadable')
  // Windows tries for two seconds before it says that nobody listens.
  const isRefused = code === 'ECONNREFUSED' || tookMs < FAILED_AT_ONCE_MS
  const failure = failureOf(isRefused ? 'refused' : 'silent')
  const [why] = CAUSES.find(([, pattern]) => pattern.test(code)) ?? []
  return why === undefined ? failure : { ...failure, why }
}

/** Who a server says it is; null where it says something else. */
export function identityIn(reply: Reply): Identity | null {
  const result = resultOfReply(reply, rootOfXml)
  return result.kind === 'identity' ? result.identity : null
}
