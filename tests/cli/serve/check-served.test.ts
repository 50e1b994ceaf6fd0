// @vitest-environment node
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { checkServed } from '../../../src/cli/serve/check-served.ts'
import { firstRunServer } from '../../../src/cli/serve/server.ts'
import type { Address } from '../../../src/lib/address.ts'

const running: Server[] = []
afterEach(async () => {
  for (const server of running.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

async function listening(server: Server, ip = '127.0.0.1'): Promise<number> {
  running.push(server)
  await new Promise<void>((resolve) => server.listen(0, ip, resolve))
  return (server.address() as AddressInfo).port
}
/** A port at which nobody listens any more. */
async function nobody(): Promise<number> {
  const server = createServer()
  const port = await listening(server)
  await new Promise((resolve) => running.pop()?.close(resolve))
  return port
}
/** Larger than what is read of any other answer. */
const PAGE = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'"><p>${'x'.repeat(100_000)}</p><script id="setup-stamp" type="application/json">{}</script>`
const site = (): Server =>
  firstRunServer({
    // Nobody is there: that is no fault of who serves the page.
    server: 'http://127.0.0.1:9' as Address,
    page: PAGE,
    names: [],
    proxies: [],
    addresses: () => [],
    onRefused: () => undefined,
    onMistake: (mistake) => {
      throw mistake
    },
  })

/** The exit code, and what was said. */
async function outcomeAt(place: { ip: string; port: number }): Promise<readonly [number, string]> {
  const said: string[] = []
  const say = (text: string): void => void said.push(text)
  const terminal = { result: say, progress: say, columns: () => null }
  try {
    return [await checkServed(place, terminal), said.join('\n')]
  } catch (error) {
    const { exitCode, message } = error as Error & { exitCode: number }
    return [exitCode, message]
  }
}

it.each([
  ['127.0.0.1', '127.0.0.1', '127.0.0.1'],
  ['0.0.0.0', '0.0.0.0', '127.0.0.1'],
  ['::', '::', '[::1]'],
])('a page that is served at %s is found there', async (listens, ip, name) => {
  const port = await listening(site(), listens)
  expect(await outcomeAt({ ip, port })).toEqual([0, `The page is served at http://${name}:${port}/`])
})

const faulty: RequestListener = (_request, response) => void response.writeHead(500).end()
it.each<[string, () => Promise<number>, string]>([
  ['nobody listens', nobody, 'nothing listens there'],
  ['something else answers', () => listening(createServer(faulty)), 'what listens there answers with 500'],
  [
    'visitors are sent elsewhere',
    () =>
      listening(createServer((_request, response) => void response.writeHead(302, { location: '/' }).end())),
    'what listens there does not answer as it should',
  ],
  [
    'what listens hangs up',
    () => listening(createServer(({ socket }) => void socket.end('no\r\n'))),
    'nothing listens there',
  ],
])('where %s, it is told and shows in the exit code', async (_what, start, sentence) => {
  const port = await start()
  expect(await outcomeAt({ ip: '127.0.0.1', port })).toEqual([
    1,
    `The page is not served at http://127.0.0.1:${port}/: ${sentence}.`,
  ])
})

it('asks at one port, and at no other', async () => {
  expect(await outcomeAt({ ip: '127.0.0.1', port: 0 })).toEqual([
    2,
    '--check needs the port: give it with --listen.',
  ])
})
