// @vitest-environment node
import { createServer, type Server } from 'node:http'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { command, start, type Running } from './command.ts'
import { ask } from './serve-asking.ts'

const CODE = 'claim-AbCdEfGhIjKlMnOp_-12'

/** What a host may do before it sends everybody on. */
const FIRST: Readonly<Record<string, (socket: Socket) => void>> = {
  'at once': () => undefined,
  'after it hung up': (socket) => socket.destroy(),
  'after garbage': (socket) => socket.end('garbage\r\n\r\n'),
  'after half an answer': (socket) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf')
    socket.destroySoon()
  },
}

describe.each(Object.entries(FIRST))('a host that sends on to another one %s', (_when, first) => {
  let hostile: Server
  let other: Server
  let reached: string[]
  let asked: string[]
  const running: Running[] = []
  let folder: string
  beforeEach(async () => {
    reached = []
    asked = []
    folder = mkdtempSync(join(tmpdir(), 'no-redirect-'))
    other = createServer((request, response) => {
      reached.push(`${request.method} ${request.url}`)
      response.end('{}')
    })
    const elsewhere = `http://127.0.0.1:${await listening(other)}/private`
    hostile = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`)
      if (asked.length === 1) first(request.socket)
      if (!request.socket.writable) return
      response.writeHead(asked.length % 2 === 0 ? 302 : 307, { Location: elsewhere }).end()
    })
    await listening(hostile)
  })
  afterEach(async () => {
    for (const { child, ended } of running.splice(0)) {
      child.kill('SIGKILL')
      await ended
    }
    for (const server of [hostile, other]) {
      server.close()
      server.closeAllConnections()
    }
    rmSync(folder, { recursive: true })
  })
  const origin = (): string => `http://127.0.0.1:${portOf(hostile)}`

  test('write does not go there', async () => {
    const file = join(folder, 'Setup Plex.html')
    expect(await command('write', '--server', origin(), '--out', file)).toMatchObject({ code: 1 })
    expect(reached).toEqual([])
    expect(asked.length).toBeGreaterThan(0)
    expect(readdirSync(folder)).toEqual([])
  })

  test('nor write --watch, however often it asks', { timeout: 30_000 }, async () => {
    running.push(start(['write', '--watch', '--server', origin(), '--out', join(folder, 'Setup Plex.html')]))
    await expect.poll(() => asked.length, { timeout: 15_000 }).toBeGreaterThan(2)
    expect(reached).toEqual([])
  })

  test('nor serve, whatever it is asked', { timeout: 30_000 }, async () => {
    const program = start(['serve', '--server', origin(), '--listen', '127.0.0.1:0'])
    running.push(program)
    await expect.poll(program.soFar, { timeout: 10_000 }).toContain('The page is at')
    const port = Number(/:(\d+)\/\n/.exec(program.soFar())?.[1])
    const own = { Origin: `http://127.0.0.1:${port}` }
    for (let times = 0; times < 3; times += 1) {
      await ask(port, 'GET /')
      await ask(port, 'GET /identity')
      await ask(port, `POST /myplex/claim?token=${CODE}`, own)
    }
    expect(asked).toContain(`POST /myplex/claim?token=${CODE}`)
    expect(reached).toEqual([])
  })
})

test('nothing in the package could follow anybody', () => {
  const built = join(inject('installed'), 'node_modules/setup-plex/dist-node')
  const programs = readdirSync(built).filter((name) => name.endsWith('.js'))
  const text = programs.map((name) => readFileSync(join(built, name), 'utf8')).join('\n')
  expect(text).not.toContain('no-cors')
  expect(text).not.toMatch(/redirect: "(?!manual)/)
  // One place that asks over HTTP, and it does not follow.
  expect(text.match(/\bfetch\(/g)).toHaveLength(1)
  expect(text.match(/redirect: "manual"/g)).toHaveLength(1)
  expect(text).not.toMatch(/node:https|\bhttpRequest\b/)
})

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return portOf(server)
}
function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}
