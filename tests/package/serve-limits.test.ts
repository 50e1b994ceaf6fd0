// @vitest-environment node
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { packagedPage } from '../../src/cli/package-files.ts'
import { ask, raw } from './serve-asking.ts'
import { startSite, type Site } from './serve-site.ts'

const MB = 1024 * 1024
let site: Site
const sockets: Socket[] = []
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await site.end()
  expect(site.mistakes).toEqual([])
})
/** A client that says this, reads only when told to, and stays. */
function client(text: string): Socket {
  const socket = connect(site.port, '127.0.0.1', () => socket.write(text))
  socket.on('error', () => undefined)
  sockets.push(socket)
  return socket
}
const whole = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`

const connections = (): Promise<number> =>
  new Promise((resolve, reject) =>
    site.site.getConnections((error, count) => (error === null ? resolve(count) : reject(error))),
  )

test('slow clients hold up nobody', { timeout: 30_000 }, async () => {
  site = await startSite('unclaimed', { proxies: ['127.0.0.1'] })
  await ask(site.port, 'GET /')
  const writers = Array.from({ length: 100 }, () => client('GET / HTTP/1.1\r\nHost: loc').resume())
  const readers = Array.from({ length: 100 }, () => client(whole('/')))
  await expect.poll(connections).toBe(writers.length + readers.length)

  const tookMs: number[] = []
  for (let times = 0; times < 11; times += 1) {
    const startedMs = performance.now()
    expect((await ask(site.port, 'GET /identity')).status).toBe(200)
    tookMs.push(performance.now() - startedMs)
    for (const socket of writers) socket.write('x')
    await pause(50)
  }
  // Whoever were held up would be so for seconds, every time; a busy computer has a bad moment.
  expect(tookMs.toSorted((a, b) => a - b)[5]).toBeLessThan(500)
  expect(Math.max(...tookMs)).toBeLessThan(2_000)
  // Those who do not finish what they say are let go, however busy they are.
  await expect.poll(() => writers.filter(({ closed }) => closed).length, { timeout: 10_000 }).toBe(100)
})

test(
  'who does not read holds no copy of the page, and is let go after 30 s',
  { timeout: 60_000 },
  async () => {
    // Larger than what the system keeps for a connection, so that those who do not read hold it here.
    const html = (await packagedPage()).replace('</head>', () => `<!--${'x'.repeat(8 * MB)}--></head>`)
    site = await startSite('unclaimed', { html })
    await ask(site.port, 'GET /')
    const before = process.memoryUsage().arrayBuffers
    const readers = Array.from({ length: 30 }, () => client(whole('/')))
    await pause(2_000)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * MB)
    expect(await connections()).toBe(readers.length)
    await expect.poll(connections, { timeout: 32_000, interval: 500 }).toBe(0)
  },
)

test.each([
  ['nothing at all', ''],
  ['half a request', 'GET / HTTP/1.1\r\nHost: localhost\r\n'],
])('who says %s is told so within 8 s', async (_what, text) => {
  site = await startSite('unclaimed')
  const startedMs = performance.now()
  expect(await raw(site.port, text)).toMatch(
    /^HTTP\/1\.1 408 .*nosniff.*The request took too long to arrive\.\n$/s,
  )
  expect(performance.now() - startedMs).toBeLessThan(8_000)
})

test('a body that never comes is not waited for', async () => {
  site = await startSite('unclaimed')
  const startedMs = performance.now()
  expect(await raw(site.port, whole('/').replace('\r\n\r\n', '\r\nContent-Length: 5\r\n\r\n'))).toContain(
    ' 413 ',
  )
  expect(performance.now() - startedMs).toBeLessThan(1_000)
})

test('an idle connection is closed after 5 s', async () => {
  site = await startSite('unclaimed')
  const startedMs = performance.now()
  expect(await raw(site.port, whole('/identity'))).toContain('"claimed":false')
  expect(performance.now() - startedMs).toBeLessThan(8_000)
})

test('there is room for 512 connections', async () => {
  site = await startSite('unclaimed', { proxies: ['127.0.0.1'] })
  const all = Array.from({ length: 600 }, () => client('').resume())
  // Before those that say nothing are let go for that.
  await expect.poll(() => all.filter(({ closed }) => closed).length, { timeout: 4_000 }).toBe(600 - 512)
  for (const socket of all) socket.destroy()
  await expect
    .poll(() =>
      ask(site.port, 'GET /identity').then(
        ({ status }) => status,
        () => null,
      ),
    )
    .toBe(200)
})

test('of these one client gets 64, and the others are answered', async () => {
  site = await startSite('unclaimed')
  const all = Array.from({ length: 600 }, () => client('').resume())
  await expect.poll(() => all.filter(({ closed }) => closed).length, { timeout: 4_000 }).toBe(600 - 64)
  expect(await connections()).toBe(64)
  const other = connect({ port: site.port, host: '127.0.0.1', localAddress: '127.0.0.2' })
  sockets.push(other)
  let heard = ''
  other.setEncoding('utf8').on('data', (text: string) => (heard += text))
  other.write(whole('/identity'))
  await expect.poll(() => heard).toContain('"claimed":false')
  // Who lets go of one may have another one.
  for (const socket of all) socket.destroy()
  await expect.poll(connections).toBe(1)
  expect((await ask(site.port, 'GET /identity')).status).toBe(200)
})
