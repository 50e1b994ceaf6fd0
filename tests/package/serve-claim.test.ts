// @vitest-environment node
import { connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { ask } from './serve-asking.ts'
import { startSite, type Site } from './serve-site.ts'

const CODE = 'claim-AbCdEfGhIjKlMnOp_-12'
const QUICK = { times: { exchangeMs: 50, claimReplyMs: 200 } }

let site: Site
afterEach(async () => {
  await site.end()
  expect(site.mistakes).toEqual([])
})
const own = () => ({ Host: `localhost:${site.port}`, Origin: `http://localhost:${site.port}` })
const claim = (query = `token=${CODE}`, headers: Readonly<Record<string, string>> = own()) =>
  ask(site.port, `POST /myplex/claim?${query}`, headers)

test('the page claims the server with a code', async () => {
  site = await startSite('unclaimed', QUICK)
  const sent = { ...own(), 'Sec-Fetch-Site': 'same-origin', 'Content-Length': '0' }
  expect(await claim(`token=${CODE}`, sent)).toMatchObject({ status: 200, body: '' })
  expect((await ask(site.port, 'GET /identity')).body).toContain('"claimed":true')
  expect(site.host.requests()).toMatchObject([
    { method: 'POST', path: `/myplex/claim?token=${CODE}`, origin: null },
    { method: 'GET', path: '/identity' },
  ])
  // The server's refusal of a second one, as it is.
  expect(await claim()).toMatchObject({
    status: 401,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
})

test('with a code, nothing else reaches the server', async () => {
  site = await startSite('unclaimed', QUICK)
  expect((await claim(`X-Plex-Token=secret&token=${CODE}&a=b`)).status).toBe(200)
  expect(site.host.requests().map(({ path }) => path)).toEqual([`/myplex/claim?token=${CODE}`])
})

test.each([
  '',
  'token=',
  'token=abcdefghijklmnopqrst',
  'token=claim-tooshort',
  `token=${CODE}x`,
  `token=${CODE}%0d%0aX-Plex-Token:%20secret`,
  `token=${CODE}%26X-Plex-Token=secret`,
  `token=${CODE}&token=${CODE}`,
  `Token=${CODE}`,
])('%j is no claim code', async (query) => {
  site = await startSite('unclaimed', QUICK)
  const heard = await claim(query)
  expect(heard).toMatchObject({ status: 400, body: 'That is not a claim code.\n' })
  expect(site.host.requests()).toEqual([])
})

test.each([
  ['no Origin', { Origin: undefined }],
  ['no Origin, and a browser that says same-origin', { Origin: undefined, 'Sec-Fetch-Site': 'same-origin' }],
  ['another port', { Origin: 'http://localhost:3000' }],
  ['another name of this computer', { Origin: 'http://127.0.0.1' }],
  ['a file', { Origin: 'null' }],
  ['elsewhere, as the browser says', { 'Sec-Fetch-Site': 'cross-site' }],
  ['the same site', { 'Sec-Fetch-Site': 'same-site' }],
  ['the address bar', { 'Sec-Fetch-Site': 'none' }],
  ['outside, as a proxy says', { 'X-Forwarded-For': '203.0.113.9' }],
  ['outside, by way of home', { 'X-Forwarded-For': '203.0.113.9, 192.168.1.2' }],
  ['outside, as another proxy says', { 'X-Real-IP': '203.0.113.9' }],
])('from %s no code is taken', async (_from, headers) => {
  site = await startSite('unclaimed', QUICK)
  const all = Object.entries({ ...own(), ...headers }).filter(([, value]) => value !== undefined)
  const heard = await claim(`token=${CODE}`, Object.fromEntries(all) as Record<string, string>)
  expect(heard.status).toBe(403)
  expect(site.host.requests()).toEqual([])
})

test('from home through a proxy with a certificate', async () => {
  site = await startSite('unclaimed', { ...QUICK, names: ['media.example'] })
  const headers = {
    Host: 'media.example',
    Origin: 'https://media.example',
    'X-Forwarded-For': '192.168.1.20, 127.0.0.1',
    'X-Real-IP': 'fd00::20',
  }
  expect((await claim(`token=${CODE}`, headers)).status).toBe(200)
})

test('behind a proxy that does not say who asks no code is taken, and what is missing is said', async () => {
  site = await startSite('unclaimed', { ...QUICK, names: ['media.example'] })
  const origin = 'http://media.example'
  const heard = await claim(`token=${CODE}`, { Host: 'media.example', Origin: origin })
  expect(heard).toMatchObject({ status: 403 })
  expect(heard.body).toMatch(/^The proxy in front does not say who asks; have it set X-Forwarded-For /)
  // Whoever comes through a proxy may write any Host.
  expect((await claim()).status).toBe(403)
  expect(site.refused).toEqual([heard.body.trim(), heard.body.trim()])
  expect(site.host.requests()).toEqual([])
})

test.each([
  'http://attic.local:32400',
  'http://attic:32400',
  'https://203.0.113.9:32400',
  'http://100.64.0.9:32400',
])('no code is passed on to %s, which is a name or far away', async (server) => {
  site = await startSite('unclaimed', { ...QUICK, server })
  const heard = await claim()
  expect(heard.status).toBe(403)
  expect(heard.body).toMatch(/^A claim code is only passed on to .* private number/)
  expect(site.refused).toEqual([heard.body.trim()])
})

test('four codes are under way at most, and then there is room again', async () => {
  site = await startSite('unclaimed', { times: { exchangeMs: 60_000, claimReplyMs: 500 } })
  const statuses = (await Promise.all(Array.from({ length: 6 }, () => claim()))).map(({ status }) => status)
  expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 200, 200, 200, 503, 503])
  expect(site.host.requests()).toHaveLength(4)
  expect((await claim()).status).toBe(200)
})

test('a slow answer is waited for, and a page that leaves does not break the claim', async () => {
  site = await startSite('unclaimed', { times: { exchangeMs: 600, claimReplyMs: 1_000 } })
  const socket = connect(site.port, '127.0.0.1')
  const headers = Object.entries(own()).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.write(`POST /myplex/claim?token=${CODE} HTTP/1.1\r\n${headers.join('')}\r\n`)
  await expect.poll(() => site.host.requests().length).toBe(1)
  socket.destroy()
  await expect
    .poll(async () => (await ask(site.port, 'GET /identity')).body, { timeout: 3_000 })
    .toContain('"claimed":true')
})

test('an answer that takes as long as those of real servers arrives', { timeout: 30_000 }, async () => {
  site = await startSite('unclaimed')
  expect((await claim()).status).toBe(200)
})

test.each([
  ['refusing', 502],
  ['endless', 502],
  ['redirecting', 302],
  ['printer', 200],
] as const)('a server that is %s: %i, and no page of its', async (behaviour, status) => {
  site = await startSite(behaviour, QUICK)
  const heard = await claim()
  expect(heard.headers['content-type']).toBe('text/plain; charset=utf-8')
  expect(heard.status).toBe(status)
})
