import type { IncomingMessage } from 'node:http'
import type { Address } from '../../lib/address.ts'
import { mayGetCode } from '../../lib/address-class.ts'
import type { Reply, TransportError } from '../../lib/http.ts'
import { HOME_SCREEN } from './home-screen.ts'
import { refusal, targetOf, type SiteReply, type Target } from './refusals.ts'
import type { Upstream } from './upstream.ts'
import { whyNotFromHome, type Front } from './who-asks.ts'

export type Site = Front & {
  readonly server: Address
  /** The page with a fresh stamp. */
  readonly page: () => Promise<Buffer>
  /** The header that goes with the page. */
  readonly policy: string
  readonly upstream: Upstream
  /** Where somebody who asks from this IP address reaches the server itself. */
  readonly serverFor: (ip: string | undefined) => Address
  /** Told why a claim code from the page itself was refused, where that can be mended here. */
  readonly onRefused: (sentence: string) => void
}

type SiteRequest = Target & { readonly request: IncomingMessage; readonly site: Site }
type Route = {
  readonly methods: readonly string[]
  readonly answer: (asked: SiteRequest) => Promise<SiteReply> | SiteReply
}

const CLAIM_CODE = /^claim-[\w-]{20}$/
const MOST_CLAIMS = 4
const TOO_FAR =
  'A claim code is only passed on to a server on this computer or at a private number; give such an address with --server.'
/** Where a server of today shows its own pages, and this page sends people when it can't go on itself. */
const OWN_PAGES = '/web/index.html'

const TRANSPORT_ERRORS: Readonly<
  Record<TransportError['reason'], readonly [status: number, sentence: string]>
> = {
  failed: [502, 'The server could not be reached.'],
  'broken-off': [502, 'The answer of the server could not be read.'],
  'too-large': [502, 'The answer of the server could not be read.'],
  // The page tells this from other trouble by the status. Nobody is told where to.
  redirected: [302, 'The server sends visitors to another address.'],
  silent: [504, 'The server did not answer in time.'],
  slow: [504, 'The server did not answer in time.'],
}

/** Decides what each request gets. Nothing reaches the server but the two questions that the page asks. */
export function answersFor(site: Site): (request: IncomingMessage) => Promise<SiteReply> | SiteReply {
  let claims = 0
  const claim = async (asked: SiteRequest): Promise<SiteReply> => {
    const code = codeIn(asked)
    if (typeof code !== 'string') return code
    if (claims >= MOST_CLAIMS) return refusal(503, 'Other claim codes are under way; try again in a minute.')
    claims += 1
    try {
      return passedOn(await site.upstream.claim(code), 'text/plain')
    } finally {
      claims -= 1
    }
  }
  const page: Route = { methods: ['GET', 'HEAD'], answer: pageFor }
  const forHomeScreens = Object.entries(HOME_SCREEN).map(([path, answer]): [string, Route] => [
    path,
    { methods: ['GET', 'HEAD'], answer },
  ])
  const routes: Readonly<Record<string, Route>> = {
    ...Object.fromEntries(forHomeScreens),
    '/': page,
    '/setup': page,
    '/identity': { methods: ['GET', 'HEAD'], answer: identityFor },
    '/myplex/claim': { methods: ['POST'], answer: claim },
    [OWN_PAGES]: { methods: ['GET', 'HEAD'], answer: serverItself },
  }
  return (request) => {
    const target = targetOf(request, site.names)
    if ('status' in target) return target
    const route = Object.hasOwn(routes, target.path) ? routes[target.path] : undefined
    if (route === undefined) return refusal(404, 'There is nothing here; the page is at /.')
    if (!route.methods.includes(request.method ?? '')) {
      return refusal(405, "This can't be done here.", { Allow: route.methods.join(', ') })
    }
    return route.answer({ ...target, request, site })
  }
}

async function pageFor({ site }: SiteRequest): Promise<SiteReply> {
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': site.policy }
  return { status: 200, headers, body: await site.page() }
}

/** People are shown the way to the server's own pages; nothing of these passes through here. */
function serverItself({ site, request }: SiteRequest): SiteReply {
  const location = `${site.serverFor(request.socket.remoteAddress)}${OWN_PAGES}`
  return refusal(302, 'The server has its own pages.', { Location: location })
}

async function identityFor({ site, request }: SiteRequest): Promise<SiteReply> {
  if (!isFetchedBy(request, ['same-origin', 'none']))
    return refusal(403, 'Pages from elsewhere get nothing here.')
  return passedOn(await site.upstream.identity(), 'application/json')
}

/** The claim code, or why it is not sent: the server takes any request from this computer for one from home. */
function codeIn({ request, query, site }: SiteRequest): string | SiteReply {
  // An Origin that is there is this page's own: any other was turned away before.
  if (request.headers.origin === undefined || !isFetchedBy(request, ['same-origin'])) {
    return refusal(403, 'Only the page that is served here may claim the server.')
  }
  const sentence = whyNotFromHome(request, site) ?? (mayGetCode(site.server) ? null : TOO_FAR)
  if (sentence !== null) {
    site.onRefused(sentence)
    return refusal(403, sentence)
  }
  const [code = '', ...others] = new URLSearchParams(query).getAll('token')
  return others.length === 0 && CLAIM_CODE.test(code) ? code : refusal(400, 'That is not a claim code.')
}

/** Browsers that say where a request comes from say one of these; others say nothing. */
function isFetchedBy({ headers }: IncomingMessage, sites: readonly string[]): boolean {
  const site = headers['sec-fetch-site']
  return site === undefined || (typeof site === 'string' && sites.includes(site))
}

function passedOn(reply: Reply | TransportError, jsonType: 'application/json' | 'text/plain'): SiteReply {
  if (reply.kind === 'transport-error') return refusal(...TRANSPORT_ERRORS[reply.reason])
  const { status, retryAfterMs, text } = reply
  // Never as a page of this origin, whatever the server calls it.
  const type = text.startsWith('{') ? jsonType : 'text/plain'
  const headers = {
    'Content-Type': `${type}; charset=utf-8`,
    ...(retryAfterMs === null ? {} : { 'Retry-After': String(Math.ceil(retryAfterMs / 1_000)) }),
  }
  return { status, headers, body: text }
}
