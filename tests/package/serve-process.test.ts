// @vitest-environment node
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startHost, type PretendHost } from '../../src/mocks/http-host.ts'
import { parseStamp } from '../../src/stamp/read-stamp.ts'
import { freePort } from '../browser/network/free-port.ts'
import { command, SENTENCE, start, type Running } from './command.ts'
import { ask, raw } from './serve-asking.ts'

const CODE = 'claim-AbCdEfGhIjKlMnOp_-12'
let host: PretendHost
beforeEach(async () => {
  host = await startHost({ behaviour: 'unclaimed', times: { exchangeMs: 50, claimReplyMs: 200 } })
})
const running: Running[] = []
afterEach(async () => {
  for (const { child } of running.splice(0)) child.kill('SIGKILL')
  await host.stop()
})

/** Starts it on a free port, and resolves when it says where the page is. */
async function serving(...more: string[]): Promise<Running & { readonly port: number }> {
  const program = start(['serve', '--server', host.origin, '--listen', '127.0.0.1:0', ...more])
  running.push(program)
  await expect.poll(program.soFar, { timeout: 10_000 }).toContain('The page is at')
  return { ...program, port: Number(/:(\d+)\/\n/.exec(program.soFar())?.[1]) }
}

test('serves the page until Ctrl-C, and speaks of no code', async () => {
  const { port, child, ended } = await serving()
  expect((await ask(port, 'GET /')).body).toContain(host.machineIdentifier())
  const own = { Origin: `http://127.0.0.1:${port}` }
  expect((await ask(port, `POST /myplex/claim?token=${CODE}`, own)).status).toBe(200)
  expect((await ask(port, `POST /myplex/claim?token=${CODE}x`, own)).status).toBe(400)
  child.kill('SIGINT')
  expect(await ended).toEqual({
    code: 0,
    said: `The page is at http://127.0.0.1:${port}/\n`,
    complained: '',
  })
})

test('--check tells a health check whether it is served, and serves nothing itself', async () => {
  const { port, child, ended } = await serving()
  const check = ['serve', '--check', '--listen', `127.0.0.1:${port}`]
  expect(await command(...check)).toEqual({
    code: 0,
    said: `The page is served at http://127.0.0.1:${port}/\n`,
    complained: '',
  })
  child.kill('SIGTERM')
  await ended
  const after = await command(...check)
  expect(after).toMatchObject({ code: 1, said: '' })
  expect(after.complained).toMatch(SENTENCE)
})

test('the page speaks the language that was said, and what is no language is refused', async () => {
  const { port } = await serving('--language', 'pt-BR')
  const [, stamp] = /id="setup-stamp"[^>]*>(.*?)<\/script>/s.exec((await ask(port, 'GET /')).body) ?? []
  expect(parseStamp(stamp).language).toBe('pt-BR')
  const odd = await command('serve', '--language', 'the usual')
  expect(odd).toMatchObject({ code: 2, said: '' })
  expect(odd.complained).toContain('--language takes a language')
})

test('behind a proxy that does not say who asks, it says once what is missing, and speaks of no code', async () => {
  const { port, child, ended } = await serving('--host', 'Media.Example')
  expect((await ask(port, 'GET /identity', { Host: 'media.example' })).status).toBe(200)
  const through = { Host: 'media.example', Origin: 'https://media.example' }
  const request = `POST /myplex/claim?token=${CODE}`
  for (let times = 0; times < 2; times += 1) expect((await ask(port, request, through)).status).toBe(403)
  const saying = { ...through, 'X-Forwarded-For': '192.168.1.20' }
  expect((await ask(port, request, saying)).status).toBe(200)
  child.kill('SIGINT')
  const { code, complained } = await ended
  expect(code).toBe(0)
  expect(complained).toMatch(
    /^Everybody who reaches [^\n]*\nA claim code was refused: The proxy [^\n]*X-Forwarded-For[^\n]*\n$/,
  )
})

test('says at once that no codes are passed on to a server by its name', async () => {
  const program = start(['serve', '--server', 'http://attic.local:32400', '--listen', '127.0.0.1:0'])
  running.push(program)
  await expect.poll(program.soFar, { timeout: 10_000 }).toContain('Claim codes are not passed on')
})

test('ends at once, whoever is still connected', async () => {
  await host.become('silent')
  const { port, child, ended } = await serving()
  const sockets = Array.from({ length: 20 }, () => connect(port, '127.0.0.1').on('error', () => undefined))
  const pending = raw(port, 'GET /identity HTTP/1.1\r\nHost: localhost\r\n\r\n').catch(() => 'broken')
  await new Promise((resolve) => setTimeout(resolve, 300))
  const startedMs = performance.now()
  child.kill('SIGTERM')
  expect(await ended).toMatchObject({ code: 0 })
  expect(performance.now() - startedMs).toBeLessThan(1_000)
  await pending
  for (const socket of sockets) socket.destroy()
})

test('says when nobody answers there, and serves the page all the same', async () => {
  await host.become('refusing')
  const program = await serving()
  await expect
    .poll(program.soFar)
    .toMatch(/Nothing listens at .*; check the address.* The page is served all the same\.\n/)
  expect((await ask(program.port, 'GET /')).status).toBe(200)
})

test('says what it means to listen to everybody, and where the page is then', async () => {
  const program = await serving('--listen', '0.0.0.0:0')
  expect(program.soFar()).toMatch(/^The page is at http:\/\/127\.0\.0\.1:\d+\/$/m)
  expect(program.soFar()).toContain('Everybody who reaches this computer')
  expect((await ask(program.port, 'GET /', { Host: 'evil.example' })).status).toBe(421)
})

describe('one sentence that says what to do', () => {
  test('where the address is taken', async () => {
    const ended = await command('serve', '--listen', `127.0.0.1:${host.port}`)
    expect(ended).toMatchObject({ code: 3, said: '' })
    expect(ended.complained).toMatch(SENTENCE)
    expect(ended.complained).toContain('choose another port')
  })

  test.each([
    [['--listen', '203.0.113.7:32480'], 3],
    [['--listen', 'attic.local:32480'], 2],
    [['--listen', '127.0.0.1'], 2],
    [['--host', 'https://media.example'], 2],
    [['--host', 'media.example:8443'], 2],
    [['--proxy', 'proxy.example'], 2],
    [['--proxy', '192.168.1.0/24'], 2],
    [['--server', 'ftp://attic'], 2],
    [['--server', 'http://127.0.0.1:4711', '--listen', '127.0.0.1:4711'], 2],
    [['--what'], 2],
  ])('%j', async (args, code) => {
    const ended = await command('serve', '--listen', `127.0.0.1:${await freePort()}`, ...args)
    expect(ended).toMatchObject({ code, said: '' })
    expect(ended.complained).toMatch(SENTENCE)
  })
})
