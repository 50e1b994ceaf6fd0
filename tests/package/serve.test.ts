// @vitest-environment node
import { afterEach, expect, test } from 'vitest'
import { packagedPage } from '../../src/cli/package-files.ts'
import type { Behaviour } from '../../src/mocks/behaviours.ts'
import { ATTIC } from '../../src/mocks/identity.ts'
import { parseIdentity } from '../../src/server/identity.ts'
import { parseStamp } from '../../src/stamp/read-stamp.ts'
import { ask, raw, say } from './serve-asking.ts'
import { startSite, type Site } from './serve-site.ts'

const running: Site[] = []
const started = async (...args: Parameters<typeof startSite>): Promise<Site> => {
  const site = await startSite(...args)
  running.push(site)
  return site
}
afterEach(async () => {
  const sites = running.splice(0)
  await Promise.all(sites.map(({ end }) => end()))
  expect(sites.flatMap(({ mistakes }) => mistakes)).toEqual([])
})
const stampIn = (html: string) =>
  parseStamp(/id="setup-stamp" type="application\/json">(.*?)<\/script>/s.exec(html)?.[1])

const JSON_TYPE = 'application/json; charset=utf-8'
const TEXT_TYPE = 'text/plain; charset=utf-8'
const ANSWERS: readonly (readonly [behaviour: Behaviour, status: number, type: string, body: RegExp])[] = [
  ['unclaimed', 200, JSON_TYPE, /"claimed":false/],
  ['claimed', 200, JSON_TYPE, /"claimed":true/],
  ['stuck-starting', 503, TEXT_TYPE, /Maintenance/],
  ['xml-only', 200, TEXT_TYPE, /<MediaContainer/],
  ['hiding', 200, JSON_TYPE, /"claimed":false/],
  ['printer', 200, TEXT_TYPE, /LaserWriter/],
  ['redirecting', 302, TEXT_TYPE, /^The server sends visitors to another address\.\n$/],
  ['refuses-401', 401, TEXT_TYPE, /Unauthorized/],
  ['faulty-500', 500, TEXT_TYPE, /Internal Server Error/],
  ['busy-429', 429, TEXT_TYPE, /Too Many/],
  ['refusing', 502, TEXT_TYPE, /^The server could not be reached\.\n$/],
  ['endless', 502, TEXT_TYPE, /^The answer of the server could not be read\.\n$/],
  ['huge', 502, TEXT_TYPE, /^The answer of the server could not be read\.\n$/],
  ['broken-off', 502, TEXT_TYPE, /^The answer of the server could not be read\.\n$/],
  ['wrong-length', 502, TEXT_TYPE, /^The answer of the server could not be read\.\n$/],
  ['silent', 504, TEXT_TYPE, /^The server did not answer in time\.\n$/],
  ['dripping', 504, TEXT_TYPE, /^The server did not answer in time\.\n$/],
  ['slow-headers', 504, TEXT_TYPE, /^The server did not answer in time\.\n$/],
]

test('what each kind of server says reaches the page, and nothing of its headers', async () => {
  const all = ANSWERS.map(async ([behaviour, status, type, body]) => {
    const { port } = await started(behaviour)
    const startedMs = performance.now()
    const heard = await ask(port, 'GET /identity')
    expect({ behaviour, status: heard.status, type: heard.headers['content-type'] }).toEqual({
      behaviour,
      status,
      type,
    })
    expect(heard.body).toMatch(body)
    expect(heard.headers['retry-after']).toBe(behaviour === 'busy-429' ? '3' : undefined)
    expect(performance.now() - startedMs).toBeLessThan(6_500)
  })
  await Promise.all(all)
})

test('a server that closes every connection after its answer is asked anew', async () => {
  const { port, host } = await started('hangs-up')
  for (let times = 0; times < 40; times += 1) expect((await ask(port, 'GET /identity')).status).toBe(200)
  expect(host.requests().length).toBeGreaterThanOrEqual(40)
})

test('many who ask at once share one question', async () => {
  const { port, host } = await started('slow-headers', { times: { slowHeadersMs: 500 } })
  const all = await Promise.all(Array.from({ length: 50 }, () => ask(port, 'GET /identity')))
  for (const { status, body } of all)
    expect({ status, kind: parseIdentity(body).kind }).toEqual({ status: 200, kind: 'identity' })
  expect(host.requests()).toHaveLength(1)
})

test.each(['/', '/setup', '/?from=nginx', '/setup?x'])('%s is the page with a fresh stamp', async (path) => {
  const { port } = await started('unclaimed')
  const { status, headers, body } = await ask(port, `GET ${path}`)
  expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: 'text/html; charset=utf-8' })
  const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(body) ?? []
  expect(headers['content-security-policy']).toBe(`${policy}; frame-ancestors 'none'`)
  expect(policy).toContain("script-src 'sha256-")
  const stamp = stampIn(body)
  expect(stamp).toMatchObject({
    machineIdentifier: ATTIC.machineIdentifier,
    version: ATTIC.version,
    addresses: ['http://192.168.1.10:32400'],
    // The server itself has no page there: this would lead people to nothing.
    page: null,
    broken: false,
  })
  expect(Date.now() - (stamp.writtenAtMs ?? 0)).toBeLessThan(10_000)
})

test('a telephone finds a name and an icon for its home screen, also behind a path of another site', async () => {
  const { port } = await started('unclaimed')
  const { body, headers } = await ask(port, 'GET /setup')
  // Beside the page, wherever that is.
  expect(body).toContain('<link rel="manifest" href="setup.webmanifest" />')
  expect(body).toMatch(/<link rel="apple-touch-icon" href="data:image\/png;base64,/)
  expect(headers['content-security-policy']).toContain("; manifest-src 'self'; frame-ancestors 'none'")
  const manifest = await ask(port, 'GET /setup.webmanifest')
  expect({ status: manifest.status, type: manifest.headers['content-type'] }).toEqual({
    status: 200,
    type: 'application/manifest+json',
  })
  const { name, start_url, icons } = JSON.parse(manifest.body) as {
    readonly name: string
    readonly start_url: string
    readonly icons: readonly { readonly src: string; readonly sizes: string }[]
  }
  expect({ name, start_url }).toEqual({ name: 'Setup Plex', start_url: '.' })
  const [icon] = icons
  const png = Buffer.from(icon?.src.split(',')[1] ?? '', 'base64')
  expect(png.toString('latin1', 0, 8)).toBe('\x89PNG\r\n\x1a\n')
  expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(icon?.sizes)
})

test('the file that the page is made from has none of that, and asks for nothing beside it', async () => {
  const file = await packagedPage()
  expect(file).not.toMatch(/manifest-src|rel="manifest"|apple-touch-icon/)
})

test("the server's own pages are the server's: people are shown the way", async () => {
  const { port, host } = await started('no-flag')
  const { status, headers } = await ask(port, 'GET /web/index.html')
  expect({ status, location: headers['location'] }).toEqual({
    status: 302,
    location: `${host.origin}/web/index.html`,
  })
  expect(host.requests()).toEqual([])
})

test('HEAD tells the same without the page', async () => {
  const { port } = await started('unclaimed')
  const [got, told] = await Promise.all([ask(port, 'GET /'), ask(port, 'HEAD /')])
  expect(told).toMatchObject({ status: 200, body: '' })
  expect(told.headers['content-length']).toBe(got.headers['content-length'])
})

test('a page for a server that is gone says who it was, one for a server that never answered where it is', async () => {
  const { port, host } = await started('refusing')
  const first = stampIn((await ask(port, 'GET /')).body)
  expect(first).toMatchObject({
    machineIdentifier: null,
    addresses: ['http://192.168.1.10:32400'],
    broken: false,
  })
  await host.become('unclaimed')
  expect(stampIn((await ask(port, 'GET /')).body).machineIdentifier).toBe(ATTIC.machineIdentifier)
  await host.become('silent')
  await new Promise((resolve) => setTimeout(resolve, 2_100))
  const startedMs = performance.now()
  expect(stampIn((await ask(port, 'GET /')).body).machineIdentifier).toBe(ATTIC.machineIdentifier)
  expect(performance.now() - startedMs).toBeLessThan(3_000)
})

test('a page says so when another server answers there', async () => {
  const { port, host } = await started('unclaimed')
  await ask(port, 'GET /')
  await host.become('another-machine')
  await expect
    .poll(async () => stampIn((await ask(port, 'GET /')).body).machineIdentifier, {
      timeout: 5_000,
      interval: 300,
    })
    .toBe(host.machineIdentifier())
})

test.each([
  ['GET /web/', 404],
  ['POST /web/index.html', 405],
  ['GET /library/sections', 404],
  ['GET /identity/', 404],
  ['GET //identity', 404],
  ['GET /./identity', 404],
  ['GET /setup/../identity', 404],
  ['GET /%69dentity', 404],
  ['GET //127.0.0.1/identity', 404],
  ['GET /IDENTITY', 404],
  ['GET /constructor', 404],
  ['OPTIONS *', 404],
  ['POST /', 405],
  ['POST /identity', 405],
  ['DELETE /myplex/account', 404],
  ['DELETE /identity', 405],
  ['GET /myplex/claim?token=claim-aaaaaaaaaaaaaaaaaaaa', 405],
  ['PUT /myplex/claim?token=claim-aaaaaaaaaaaaaaaaaaaa', 405],
  ['OPTIONS /identity', 405],
  ['OPTIONS /myplex/claim', 405],
  ['TRACE /', 405],
  ['CONNECT 127.0.0.1:32400', 405],
  ['GET ftp://127.0.0.1/', 400],
  ['GET identity', 400],
  ['BREW /', 400],
  [`GET /?${'x'.repeat(2_100)}`, 414],
])('%s gets %i and reaches nobody', async (request, status) => {
  const { port, host } = await started('unclaimed')
  const heard = await ask(port, request)
  expect(heard.status).toBe(status)
  expect(heard.headers['content-type']).toBe(TEXT_TYPE)
  if (status === 405 && !request.startsWith('CONNECT'))
    expect(heard.headers['allow']).toMatch(/^(GET, HEAD|POST)$/)
  expect(host.requests()).toEqual([])
})

test('the time comes with an answer only where it is that of the server', async () => {
  const [here, elsewhere] = [
    await started('unclaimed'),
    await started('unclaimed', { server: 'http://192.0.2.1:32400' }),
  ]
  expect((await ask(here.port, 'GET /identity')).headers['date']).toMatch(/ GMT$/)
  // Asks nobody, because there is nobody.
  expect((await ask(elsewhere.port, 'GET /nothing')).headers['date']).toBeUndefined()
})

test('of a question nothing reaches the server but the question', async () => {
  const { port, host } = await started('unclaimed')
  await ask(port, 'GET /identity?X-Plex-Token=secret', {
    'X-Plex-Token': 'secret',
    Cookie: 'a=b',
    Referer: 'http://x/',
  })
  expect(host.requests()).toMatchObject([{ method: 'GET', path: '/identity', origin: null }])
})

test.each([
  ['evil.example', 421],
  ['evil.example:32480', 421],
  ['127.0.0.1.evil.example', 421],
  ['localhost.evil', 421],
  ['192.0.2.7:32480', 421],
  ['me@localhost', 400],
  ['', 400],
  ['localhost', 200],
  ['[::1]:32480', 200],
  ['media.example', 200],
])('a request for the host %j gets %i', async (host, status) => {
  const { port } = await started('unclaimed', { names: ['media.example'] })
  for (const path of ['/', '/identity']) {
    const heard = await ask(port, `GET ${path}`, { Host: host })
    expect(heard.status).toBe(status)
    if (status !== 200) expect(heard.body).not.toContain(ATTIC.machineIdentifier)
  }
})

test.each([
  [['GET / HTTP/1.1', 'Connection: close'], 400],
  [['GET / HTTP/1.0'], 400],
  [['GET / HTTP/1.1', 'Host: localhost', 'Host: evil.example', 'Connection: close'], 400],
  [['GET / HTTP/1.1', 'Host: evil.example', 'Host: localhost', 'Connection: close'], 400],
  [['GET http://evil.example/ HTTP/1.1', 'Host: localhost', 'Connection: close'], 400],
  [['GET http://localhost/ HTTP/1.1', 'Host: evil.example', 'Connection: close'], 400],
  [['GET http://evil.example/ HTTP/1.1', 'Host: evil.example', 'Connection: close'], 421],
  [['GET http://localhost@evil.example/ HTTP/1.1', 'Host: localhost', 'Connection: close'], 400],
  [['GET http://localhost/identity HTTP/1.1', 'Host: localhost', 'Connection: close'], 200],
  [['GET http://localhost HTTP/1.1', 'Host: LOCALHOST', 'Connection: close'], 200],
])('%j gets %i', async (lines, status) => {
  const { port } = await started('unclaimed')
  expect((await say(port, lines)).status).toBe(status)
})

test.each(['http://evil.example', 'null', 'http://localhost:3000', 'https://app.plex.tv'])(
  'a page from %s reads nothing, and gets no permission to',
  async (origin) => {
    const { port, host } = await started('unclaimed')
    for (const request of [
      'GET /',
      'GET /identity',
      'OPTIONS /identity',
      'OPTIONS /myplex/claim',
      'POST /myplex/claim?token=claim-aaaaaaaaaaaaaaaaaaaa',
    ]) {
      const heard = await ask(port, request, { Origin: origin, 'Access-Control-Request-Method': 'POST' })
      expect(heard.status).toBe(403)
      expect(JSON.stringify(heard)).not.toMatch(/access-control|"claimed"|4e1b7c90/i)
    }
    expect(host.requests()).toEqual([])
  },
)

test.each([
  ['cross-site', 403],
  ['same-site', 403],
  ['same-origin', 200],
  ['none', 200],
])('a browser that says %s gets %i from /identity', async (site, status) => {
  const { port } = await started('unclaimed')
  expect((await ask(port, 'GET /identity', { 'Sec-Fetch-Site': site })).status).toBe(status)
  // Whoever follows a link to the page comes from elsewhere.
  expect((await ask(port, 'GET /', { 'Sec-Fetch-Site': site })).status).toBe(200)
})

test.each([
  [['Content-Length: 5'], 'hello'],
  [['Content-Length: 1000000'], 'x'.repeat(2_000)],
  [['Transfer-Encoding: chunked'], '5\r\nhello\r\n0\r\n\r\n'],
  [['Content-Length: 5', 'Expect: 100-continue'], ''],
])('%j: nothing is taken, and the connection is closed', async (headers, body) => {
  const { port, host } = await started('unclaimed')
  for (const path of ['/', '/identity', '/myplex/claim?token=claim-aaaaaaaaaaaaaaaaaaaa']) {
    const lines = [
      `POST ${path} HTTP/1.1`,
      `Host: localhost:${port}`,
      `Origin: http://localhost:${port}`,
      ...headers,
    ]
    const heard = await say(port, lines, body)
    expect({ status: heard.status, connection: heard.headers['connection'] }).toEqual({
      status: 413,
      connection: 'close',
    })
  }
  expect(host.requests()).toEqual([])
})

test.each([
  ['GET / HTTP/9.9\r\n\r\n', 400],
  ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
  [`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(9_000)}\r\n\r\n`, 431],
  ['GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n', 400],
])('%j gets an answer all the same', async (text, status) => {
  const { port } = await started('unclaimed')
  expect(await raw(port, text)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} .*nosniff.*\\.\n$`, 's'))
})

test('a request before the last one was answered ends the connection', async () => {
  const { port } = await started('slow-headers', { times: { slowHeadersMs: 300 } })
  const one = `GET /identity HTTP/1.1\r\nHost: localhost\r\n\r\n`
  expect(await raw(port, one + one)).toBe('')
})
