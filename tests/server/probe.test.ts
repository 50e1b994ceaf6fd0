import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Reply } from '../../src/lib/http.ts'
import type { Behaviour } from '../../src/mocks/behaviours.ts'
import { handlersFor } from '../../src/mocks/handlers.ts'
import { ANOTHER_MACHINE, ATTIC as PRETEND_ATTIC } from '../../src/mocks/identity.ts'
import { pretendNetwork } from '../../src/mocks/network.ts'
import { resultOfReply, probe } from '../../src/server/probe.ts'
import { address, ATTIC } from '../../src/gallery/said.ts'

const IDENTITY = JSON.stringify({ MediaContainer: { claimed: false, machineIdentifier: ATTIC } })
const MAINTENANCE = '<Response code="503" title="Maintenance"/>'
/** As a server words its errors. */
const OWN = (error: string): string =>
  `<html><head><title>${error.slice(4)}</title></head><body><h1>${error}</h1></body></html>`
const PAGE = '<html><body>Something</body></html>'

describe('what a readable answer says', () => {
  const replyOf = (status: number, text: string, retryAfterMs: number | null = null): Reply => ({
    kind: 'reply',
    status,
    text,
    retryAfterMs,
    dateMs: null,
  })
  const failure = (reason: string, status: number, retryAfterMs: number | null = null) => ({
    kind: 'failure',
    reason,
    status,
    retryAfterMs,
  })

  const starting = { kind: 'starting', retryAfterMs: null }
  it.each([
    [
      '200 with an identity',
      replyOf(200, IDENTITY),
      { kind: 'identity', identity: { machineIdentifier: ATTIC, claim: 'unclaimed' } },
    ],
    [
      '206 with an identity',
      replyOf(206, IDENTITY),
      { kind: 'identity', identity: { machineIdentifier: ATTIC } },
    ],
    ['200 with a web page', replyOf(200, PAGE), failure('another-product', 200)],
    ['200 with half an identity', replyOf(200, IDENTITY.slice(0, 40)), failure('broken-off', 200)],
    ['200 with nothing', replyOf(200, ''), failure('broken-off', 200)],
    ['204', replyOf(204, ''), failure('broken-off', 204)],
    ['400', replyOf(400, PAGE), failure('turned-away', 400)],
    ['401 of a server', replyOf(401, OWN('401 Unauthorized')), failure('turned-away', 401)],
    ['403 of a server', replyOf(403, OWN('403 Forbidden')), failure('turned-away', 403)],
    ['404 of a server', replyOf(404, OWN('404 Not Found')), failure('turned-away', 404)],
    ['401 of somebody in front', replyOf(401, PAGE), failure('log-in', 401)],
    ['401 with an identity', replyOf(401, IDENTITY), failure('log-in', 401)],
    ['401 under the page of another status', replyOf(401, OWN('403 Forbidden')), failure('log-in', 401)],
    ['403 of somebody in front', replyOf(403, PAGE), failure('log-in', 403)],
    ['403 without a word', replyOf(403, ''), failure('log-in', 403)],
    ['407', replyOf(407, PAGE), failure('log-in', 407)],
    ['404 of a device that knows no such page', replyOf(404, PAGE), failure('another-product', 404)],
    ['404 without a word', replyOf(404, ''), failure('another-product', 404)],
    ['404 of a proxy', replyOf(404, 'default backend - 404'), failure('not-routed', 404)],
    [
      '404 that a proxy signed',
      replyOf(404, '<center><h1>404 Not Found</h1></center><hr><center>openresty</center>'),
      failure('not-routed', 404),
    ],
    ['406', replyOf(406, PAGE), failure('turned-away', 406)],
    ['429', replyOf(429, ''), failure('busy', 429)],
    ['429 that asks for time', replyOf(429, '', 3_000), failure('busy', 429, 3_000)],
    ['499', replyOf(499, ''), failure('turned-away', 499)],
    ['500', replyOf(500, PAGE), failure('faulty', 500)],
    ['501', replyOf(501, PAGE), failure('faulty', 501)],
    ['502', replyOf(502, PAGE, 1_000), failure('gateway', 502, 1_000)],
    ['502 in the words of a start', replyOf(502, MAINTENANCE), failure('gateway', 502)],
    ['505', replyOf(505, PAGE), failure('faulty', 505)],
    ['520 and above, of one large proxy', replyOf(523, PAGE), failure('gateway', 523)],
    [
      '503',
      replyOf(503, '<Response code="503" title="Maintenance"/>'),
      { kind: 'starting', retryAfterMs: null },
    ],
    ['503 that asks for time', replyOf(503, MAINTENANCE, 2_000), { kind: 'starting', retryAfterMs: 2_000 }],
    ['503 after a declaration', replyOf(503, `<?xml version="1.0"?>\n${MAINTENANCE}`), starting],
    ['503 in JSON', replyOf(503, '{"Response":{"code":503,"title":"Maintenance"}}'), starting],
    ['503 in JSON with text for a number', replyOf(503, '{"Response":{"code":"503"}}'), starting],
    ['503 in the form of another error', replyOf(503, '<Response code="500"/>'), failure('gateway', 503)],
    ['503 in JSON of something else', replyOf(503, '{"code":503}'), failure('gateway', 503)],
    ['503 with a page around the words', replyOf(503, `<p>${MAINTENANCE}</p>`), failure('gateway', 503)],
    ['503 of a proxy', replyOf(503, PAGE), failure('gateway', 503)],
    ['503 without a word', replyOf(503, '', 2_000), { ...failure('gateway', 503, 2_000), bare: true }],
    ['503 with blanks', replyOf(503, ' \n'), { ...failure('gateway', 503), bare: true }],
    ['503 with an identity', replyOf(503, IDENTITY), { kind: 'starting', retryAfterMs: null }],
    ['504', replyOf(504, ''), failure('gateway', 504)],
  ])('%s', (_what, reply, expected) => {
    expect(resultOfReply(reply)).toMatchObject(expected)
  })
})

describe('asking a pretend host', () => {
  const NAS = address('http://192.168.1.10:32400')
  const server = setupServer()
  beforeAll(() => {
    server.listen({ onUnhandledRequest: 'error' })
  })
  afterEach(() => {
    server.resetHandlers()
    vi.useRealTimers()
  })
  afterAll(() => {
    server.close()
  })

  function networkWith(behaviour: Behaviour) {
    const network = pretendNetwork([{ address: NAS, behaviour }])
    server.use(...handlersFor(network))
    return network
  }

  it.each([
    ['unclaimed', { claim: 'unclaimed', machineIdentifier: PRETEND_ATTIC.machineIdentifier }],
    ['claimed', { claim: 'claimed' }],
    ['string-flags', { claim: 'unclaimed' }],
    ['xml-only', { claim: 'unclaimed', version: PRETEND_ATTIC.version }],
    ['wrong-type', { claim: 'unclaimed' }],
    ['no-flag', { claim: 'unknown' }],
    ['another-machine', { machineIdentifier: ANOTHER_MACHINE }],
    ['two-servers', { machineIdentifier: PRETEND_ATTIC.machineIdentifier }],
  ] as const)('%s gives an identity', async (behaviour, identity) => {
    networkWith(behaviour)
    expect(await probe(NAS)).toMatchObject({ kind: 'identity', identity })
  })

  it.each([
    ['refusing', 'refused'],
    ['hiding', 'unreadable'],
    ['printer', 'another-product'],
    ['other-product', 'another-product'],
    ['truncated', 'broken-off'],
    ['broken-off', 'broken-off'],
    ['huge', 'too-large'],
    ['redirecting', 'redirected'],
    ['refuses-401', 'turned-away'],
    ['refuses-403', 'turned-away'],
    ['refuses-406', 'turned-away'],
    ['busy-429', 'busy'],
    ['faulty-500', 'faulty'],
    ['proxy-down', 'gateway'],
    ['proxy-503', 'gateway'],
    ['proxy-lost', 'not-routed'],
    ['basic-auth', 'log-in'],
    ['secure-only', 'refused'],
    ['odd-identifier', 'odd-identifier'],
  ] as const)('%s is %s', async (behaviour, reason) => {
    networkWith(behaviour)
    expect(await probe(NAS)).toMatchObject({ kind: 'failure', reason })
  })

  it.each(['stuck-starting', 'forgetful', 'killed-starting'] as const)(
    '%s says that it is starting',
    async (behaviour) => {
      networkWith(behaviour)
      expect(await probe(NAS)).toMatchObject({ kind: 'starting' })
    },
  )

  it('asks only /identity, and twice only where the first attempt failed', async () => {
    const network = networkWith('unclaimed')
    await probe(NAS)
    expect(network.requests.map(({ url }) => url)).toEqual([`${NAS}/identity`])
    network.become(NAS, 'hiding')
    await probe(NAS)
    expect(network.requests.map(({ url }) => url)).toEqual(Array(3).fill(`${NAS}/identity`))
  })

  it.each([
    ['hides', 'unreadable'],
    ['nobody', 'refused'],
  ] as const)(
    'asks once where an earlier second question is known to have found: %s',
    async (second, reason) => {
      const network = networkWith('hiding')
      expect(await probe(NAS, undefined, 5_000, second)).toMatchObject({ kind: 'failure', reason })
      expect(network.requests).toHaveLength(1)
    },
  )

  it('rejects only when it is told to stop', async () => {
    networkWith('silent')
    const stop = new AbortController()
    const asked = probe(NAS, stop.signal)
    stop.abort()
    await expect(asked).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
  })
})

describe('how long a failure took', () => {
  const NAS = address('http://192.168.1.10:32400')
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  /** A browser in which each attempt ends after its time: with what comes back, or the one TypeError. */
  function browserWhere(...attempts: readonly { afterMs: number; comes?: 'hidden' | 'only headers' }[]) {
    vi.useFakeTimers()
    const rest = [...attempts]
    vi.stubGlobal('fetch', () => {
      const attempt = rest.shift()
      return new Promise((resolve, reject) => {
        if (attempt === undefined) return
        setTimeout(() => {
          if (attempt.comes === 'hidden') resolve(new Response(null))
          else if (attempt.comes === 'only headers') resolve(new Response(new ReadableStream()))
          else reject(new TypeError('Failed to fetch'))
        }, attempt.afterMs)
      })
    })
  }

  it.each([
    ['failed at once, twice', [{ afterMs: 2 }, { afterMs: 2 }], 'refused', 2],
    [
      'failed at once, and then a hidden answer',
      [{ afterMs: 2 }, { afterMs: 2, comes: 'hidden' }],
      'unreadable',
      2,
    ],
    ['failed after 1.4 s', [{ afterMs: 1_400 }, { afterMs: 1 }], 'refused', 1_400],
    ['failed after 3.05 s: there is no such host', [{ afterMs: 3_050 }, { afterMs: 1 }], 'silent', 3_050],
    ['failed at once, and then silence', [{ afterMs: 2 }], 'silent', 2],
    [
      'failed late, and then a hidden answer',
      [{ afterMs: 3_050 }, { afterMs: 5, comes: 'hidden' }],
      'unreadable',
      3_050,
    ],
    ['silence', [], 'silent', 5_000],
    ['headers, and then silence', [{ afterMs: 2, comes: 'only headers' }], 'slow', 5_000],
  ] as const)('%s', async (_what, attempts, reason, tookMs) => {
    browserWhere(...attempts)
    const asked = probe(NAS)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await asked).toMatchObject({ kind: 'failure', reason, tookMs })
  })

  it('both attempts together take no longer than five seconds', async () => {
    browserWhere({ afterMs: 3_000 })
    const startedMs = performance.now()
    const asked = probe(NAS)
    await vi.advanceTimersByTimeAsync(5_000)
    expect((await asked).atMs - startedMs).toBe(5_000)
  })
})
