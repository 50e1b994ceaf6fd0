import { claimByCode } from './claim-by-code.ts'
import { corsHeaders, preflightReply } from './cors.ts'
import { htmlReply } from './html-reply.ts'
import { identityBody, type FlagStyle, type PretendIdentity } from './identity.ts'
import { CONTENT_TYPES, formatFor, mediaContainer, type Format } from './media-container.ts'
import { phaseOf } from './phases.ts'
import type { HostSituation } from './situation.ts'
import type { WireReply, WireRequest } from './wire.ts'

/** How an odd but honest server words its answers. */
export interface Manner {
  readonly format?: Format
  readonly flag?: FlagStyle
}

const MAINTENANCE =
  '<Response code="503" title="Maintenance" status="Plex Media Server is currently running database migrations."/>\n'

function container(body: string, format: Format, request: WireRequest): WireReply {
  const headers = { 'content-type': CONTENT_TYPES[format], ...corsHeaders(request) }
  return { kind: 'reply', status: 200, headers, body }
}

/** `/` and everything else: closed when claimed, or where the platform insists on being claimed. */
function rootReply(identity: PretendIdentity, format: Format, request: WireRequest): WireReply {
  if (identity.claimed || identity.platform !== 'Linux') {
    return htmlReply(401, 'Unauthorized', corsHeaders(request))
  }
  const attributes = {
    size: 0,
    friendlyName: identity.friendlyName,
    machineIdentifier: identity.machineIdentifier,
    myPlexMappingState: 'unknown',
    myPlexSigninState: 'none',
    platform: identity.platform,
    platformVersion: '12 (bookworm)',
    version: identity.version,
  }
  return container(mediaContainer(attributes, format), format, request)
}

/** The answer of a media server that does what servers do, in whatever part of its life it is. */
export function mediaServerReply(
  situation: HostSituation,
  request: WireRequest,
  manner: Manner = {},
): WireReply {
  const { behaviour, identity, sinceMs, times } = situation
  const phase = phaseOf(behaviour, sinceMs, times)
  const format = manner.format ?? formatFor(request)
  if (phase.name === 'maintenance') {
    const headers = { 'content-type': CONTENT_TYPES.xml, ...corsHeaders(request) }
    return { kind: 'reply', status: 503, headers, body: MAINTENANCE }
  }
  if (request.method === 'OPTIONS') return preflightReply(request)
  if (request.url.pathname === '/identity') {
    const starting = phase.name === 'plugins' && phase.startState
    return container(identityBody(identity, starting, format, manner.flag), format, request)
  }
  if (request.method !== 'GET' && phase.name === 'plugins') {
    return htmlReply(400, 'The server is still starting up', corsHeaders(request))
  }
  if (request.method === 'POST' && request.url.pathname === '/myplex/claim') {
    return claimByCode(situation, request)
  }
  return rootReply(identity, format, request)
}
