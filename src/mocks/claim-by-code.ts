import { corsHeaders } from './cors.ts'
import { htmlReply } from './html-reply.ts'
import type { HostSituation } from './situation.ts'
import type { WireReply, WireRequest } from './wire.ts'

/** `claim-` and 20 characters. */
const CLAIM_CODE = /^claim-[\w-]{20}$/
/** A claim code that begins like this has run out. What a real server answers to one is unknown; this one says 400. */
const RUN_OUT = 'claim-expired'

/** `POST /myplex/claim?token=claim-…`: answered long after the server has become claimed. */
export function claimByCode({ identity, times }: HostSituation, request: WireRequest): WireReply {
  const headers = corsHeaders(request)
  const code = request.url.searchParams.get('token') ?? ''
  if (identity.claimed) return htmlReply(401, 'Unauthorized', headers)
  if (!CLAIM_CODE.test(code) || code.startsWith(RUN_OUT)) return htmlReply(400, 'Bad Request', headers)
  return { kind: 'reply', status: 200, headers, body: '', delayMs: times.claimReplyMs, claims: true }
}
