import { allowingAnother, corsHeaders, withoutCors } from './cors.ts'
import { htmlReply } from './html-reply.ts'
import { ANOTHER_MACHINE, hostileWords } from './identity.ts'
import { mediaServerReply } from './media-server.ts'
import { isBetweenStarts, startsSoFar } from './phases.ts'
import { PROXY_REPLIES } from './proxies.ts'
import type { HostSituation } from './situation.ts'
import { busyReply, faultyReply, otherProductReply, printerReply, redirectingReply } from './strangers.ts'
import type { WireReply, WireAnswer, WireRequest } from './wire.ts'

const HUGE_BYTES = 256 * 1024

// Before the content, so that a reader who stops at his limit has nothing that he could take for an identity.
function padded(body: string): string {
  const padding = 'x'.repeat(HUGE_BYTES)
  return body.startsWith('{')
    ? body.replace('{', `{"padding":"${padding}",`)
    : body.replace('<MediaContainer', `<!-- ${padding} -->\n<MediaContainer`)
}

function brokenOff({ status, headers, body }: WireReply): Extract<WireAnswer, { kind: 'broken-off' }> {
  const sent = body.slice(0, body.length / 2)
  return { kind: 'broken-off', status, headers, sent, promisedBytes: body.length + 64 }
}

/**
 * What a host in this situation does with a request. Pure: the time is in the situation, and a request that
 * changes the server only says so in its answer (`claims`).
 */
export function answerOf(situation: HostSituation, request: WireRequest): WireAnswer {
  const { behaviour, identity, sinceMs, times, asked } = situation
  const healthy = () => mediaServerReply(situation, request)
  const asMachine = (machineIdentifier: string) =>
    mediaServerReply({ ...situation, identity: { ...identity, machineIdentifier } }, request)
  switch (behaviour) {
    case 'unclaimed':
    case 'claimed':
    case 'starting':
    case 'stuck-starting':
    case 'restarting-claimed':
      return healthy()
    case 'silent':
      return { kind: 'silent' }
    case 'refusing':
      return { kind: 'refused' }
    case 'hiding':
      return withoutCors(healthy())
    case 'cors-elsewhere':
      return allowingAnother(healthy())
    case 'cors-on-200': {
      const reply = healthy()
      return reply.status === 200 ? reply : withoutCors(reply)
    }
    case 'printer':
      return printerReply(request)
    case 'other-product':
      return otherProductReply(request)
    case 'another-machine':
      return asMachine(ANOTHER_MACHINE)
    case 'impostor':
      return asMachine(situation.impersonates)
    case 'shape-shifter':
      return asMachine(String(Math.floor(sinceMs / 1_000)).padStart(40, '0'))
    case 'scripts':
      return mediaServerReply({ ...situation, identity: hostileWords(identity) }, request)
    case 'cookies': {
      const { headers, ...rest } = healthy()
      return { ...rest, headers: { ...headers, 'set-cookie': 'tracked=1; Path=/' } }
    }
    case 'not-local':
      return request.method === 'POST' ? htmlReply(401, 'Unauthorized', corsHeaders(request)) : healthy()
    case 'account-fails':
      return request.method === 'POST'
        ? htmlReply(500, 'Internal Server Error', corsHeaders(request))
        : healthy()
    case 'no-flag':
      return mediaServerReply(situation, request, { flag: 'absent' })
    case 'string-flags':
      return mediaServerReply(situation, request, { flag: 'string' })
    case 'xml-only':
      return mediaServerReply(situation, request, { format: 'xml' })
    case 'truncated': {
      const { body, ...rest } = healthy()
      return { ...rest, body: body.slice(0, body.length / 2) }
    }
    case 'broken-off':
      return brokenOff(healthy())
    case 'wrong-length':
      return { ...brokenOff(healthy()), politely: true }
    case 'hangs-up':
      return { ...healthy(), hangsUp: true }
    case 'endless': {
      const { status, headers } = healthy()
      return { kind: 'endless', status, headers, chunk: ' '.repeat(1024), everyMs: 20 }
    }
    case 'dripping': {
      const { status, headers, body } = healthy()
      return { kind: 'dripping', status, headers, body, everyMs: times.dripMs }
    }
    case 'huge': {
      const { body, ...rest } = healthy()
      return { ...rest, body: padded(body) }
    }
    case 'wrong-type': {
      const { headers, ...rest } = healthy()
      return { ...rest, headers: { ...headers, 'content-type': 'text/plain' } }
    }
    case 'refuses-401':
      return htmlReply(401, 'Unauthorized', corsHeaders(request))
    case 'refuses-403':
      return htmlReply(403, 'Forbidden', corsHeaders(request))
    case 'refuses-406':
      return htmlReply(406, 'Not Acceptable', corsHeaders(request))
    case 'busy-429':
      return busyReply(request)
    case 'faulty-500':
      return faultyReply(request)
    case 'redirecting':
      return redirectingReply(request, situation.redirectsTo)
    case 'hidden-redirect':
      return withoutCors(redirectingReply(request, situation.redirectsTo))
    case 'slow-headers':
      return { ...healthy(), delayMs: times.slowHeadersMs }
    case 'proxy-down':
    case 'proxy-503':
    case 'proxy-lost':
    case 'basic-auth':
      return PROXY_REPLIES[behaviour]
    case 'secure-only':
      return { kind: 'closed' }
    case 'odd-identifier':
      return asMachine(identity.machineIdentifier.slice(0, 16))
    case 'two-servers':
      // Twice each: a page that asks two addresses of one host meets both machines at either.
      return asked % 4 < 2 ? healthy() : asMachine(ANOTHER_MACHINE)
    case 'forgetful':
      return asMachine(String(startsSoFar(sinceMs, times)).padStart(40, '0'))
    case 'killed-starting':
      return isBetweenStarts(sinceMs, times) ? { kind: 'refused' } : healthy()
  }
}
