// @vitest-environment node
import { get, type IncomingMessage } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { BEHAVIOURS, type Behaviour } from '../../src/mocks/behaviours.ts'
import { startHost, type HostOptions, type PretendHost } from '../../src/mocks/http-host.ts'

const running: PretendHost[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((host) => host.stop()))
})

async function started(options: HostOptions): Promise<PretendHost> {
  const host = await startHost(options)
  running.push(host)
  return host
}

/** What comes over the socket: the head at once, the body until it ends, fails or a second has passed. */
function seen(
  origin: string,
  path = '/identity',
): Promise<{ head: IncomingMessage; body: string; end: string }> {
  return new Promise((resolve, reject) => {
    let answered = false
    const headers = { accept: 'application/json', origin: 'null' }
    const request = get(origin + path, { headers, agent: false }, (head) => {
      answered = true
      let body = ''
      const done = (end: string) => {
        resolve({ head, body, end })
        request.destroy()
      }
      head.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
      head.on('end', () => {
        done('complete')
      })
      head.on('error', () => {
        done('broken')
      })
      setTimeout(() => {
        done('unfinished')
      }, 1_000).unref()
    })
    request.on('error', (error) => {
      // A connection that breaks after the head is told to the body as well.
      if (!answered) reject(error)
    })
  })
}

const STATUS: Partial<Record<Behaviour, number>> = {
  starting: 503,
  'stuck-starting': 503,
  'cors-on-200': 503,
  'restarting-claimed': 503,
  'refuses-401': 401,
  'refuses-403': 403,
  'refuses-406': 406,
  'busy-429': 429,
  'faulty-500': 500,
  'proxy-down': 502,
  'proxy-503': 503,
  'proxy-lost': 404,
  'basic-auth': 401,
  forgetful: 503,
  'killed-starting': 503,
  redirecting: 302,
  'hidden-redirect': 302,
}
/** What `Access-Control-Allow-Origin` says; everybody else allows whoever asks. */
const ALLOWED: Partial<Record<Behaviour, string | undefined>> = {
  hiding: undefined,
  'hidden-redirect': undefined,
  'cors-on-200': undefined,
  'cors-elsewhere': 'https://app.plex.tv',
}
const BROKEN: readonly Behaviour[] = ['broken-off', 'wrong-length']
const UNFINISHED: readonly Behaviour[] = ['endless', 'dripping']
const NO_HEAD: readonly Behaviour[] = ['silent', 'refusing', 'secure-only']

test.each((Object.keys(BEHAVIOURS) as Behaviour[]).filter((name) => !NO_HEAD.includes(name)))(
  '%s over a socket',
  async (behaviour) => {
    const host = await started({ behaviour, times: { slowHeadersMs: 50, dripMs: 20 } })
    const { head, end } = await seen(host.origin)
    expect(head.statusCode).toBe(STATUS[behaviour] ?? 200)
    expect(head.headers['access-control-allow-origin']).toEqual(
      behaviour in ALLOWED ? ALLOWED[behaviour] : expect.stringMatching(/^(null|\*)$/),
    )
    const otherEnd = BROKEN.includes(behaviour) ? 'broken' : 'complete'
    expect(end).toBe(UNFINISHED.includes(behaviour) ? 'unfinished' : otherEnd)
    expect(host.requests()).toMatchObject([{ method: 'GET', path: '/identity', origin: 'null' }])
  },
)

test('silent accepts and never answers; stopping it is quick all the same', async () => {
  const host = await started({ behaviour: 'silent' })
  await expect(fetch(`${host.origin}/identity`, { signal: AbortSignal.timeout(200) })).rejects.toThrow()
  expect(host.requests()).toHaveLength(1)
  const waiting = fetch(host.origin).catch((error: unknown) => error)
  await expect.poll(() => host.requests().length).toBe(2)
  await host.stop()
  expect(await waiting).toBeInstanceOf(TypeError)
})

test('secure-only takes the question and closes without a byte', async () => {
  const host = await started({ behaviour: 'secure-only' })
  await expect(seen(host.origin)).rejects.toMatchObject({ code: 'ECONNRESET' })
  expect(host.requests()).toHaveLength(1)
})

test('refusing does not listen, and keeps its port for later', async () => {
  const host = await started({ behaviour: 'refusing' })
  await expect(seen(host.origin)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  await host.become('claimed')
  expect((await seen(host.origin)).head.statusCode).toBe(200)
  await host.become('refusing')
  await expect(seen(host.origin)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})

test('stop and start again on the same port, also with connections that are kept alive', async () => {
  const host = await started({ behaviour: 'unclaimed' })
  await (await fetch(`${host.origin}/identity`)).text()
  await host.stop()
  await host.stop()
  await expect(seen(host.origin)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  await host.become('claimed')
  await expect(seen(host.origin)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  await host.start()
  expect((await seen(host.origin)).body).toContain('"claimed":true')
})

test('clients that leave in the middle do no harm', async () => {
  const host = await started({ behaviour: 'endless' })
  for (const behaviour of ['endless', 'dripping', 'slow-headers', 'broken-off', 'huge', 'silent'] as const) {
    await host.become(behaviour)
    const request = get(host.origin, { agent: false }).on('error', () => {})
    await expect.poll(() => host.requests().some(({ path }) => path === '/')).toBe(true)
    request.destroy()
  }
  await host.become('unclaimed')
  expect((await seen(host.origin)).head.statusCode).toBe(200)
})

test('serves its own page at /setup while it is able to, fresh every time', async () => {
  let page = '<h1>one</h1>'
  const host = await started({ behaviour: 'unclaimed', page: () => page })
  const first = await seen(host.origin, '/setup')
  expect(first.head.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  })
  expect(first.body).toBe(page)
  page = '<h1>two</h1>'
  expect((await seen(host.origin, '/setup')).body).toBe(page)
  await host.become('stuck-starting')
  expect((await seen(host.origin, '/setup')).head.statusCode).toBe(503)
})

test('a claim code over HTTP: claimed long before the reply', async () => {
  const host = await started({ behaviour: 'unclaimed', times: { exchangeMs: 20, claimReplyMs: 60_000 } })
  const giveUp = new AbortController()
  const url = `${host.origin}/myplex/claim?token=claim-abcdefghij0123456789`
  const posted = fetch(url, { method: 'POST', signal: giveUp.signal }).catch(() => 'gave up')
  await expect.poll(() => host.behaviour()).toBe('claimed')
  giveUp.abort()
  expect(await posted).toBe('gave up')
})
