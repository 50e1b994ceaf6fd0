// @vitest-environment node
import { EventEmitter } from 'node:events'
import type { NetworkInterfaceInfo } from 'node:os'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { find } from '../../../src/cli/find/find.ts'
import type { Address } from '../../../src/lib/address.ts'
import { bytesOf, hostThatReplies, type ReplyingHost } from '../../cases/replies.ts'

/** A network in which every question fails to leave with this code; null lets it go, and nobody replies. */
let sending: string | null
vi.mock('node:dgram', () => ({
  createSocket: () =>
    Object.assign(new EventEmitter(), {
      bind: (...given: readonly unknown[]) => {
        const bound = given.at(-1)
        if (typeof bound === 'function') setTimeout(bound as () => void)
      },
      addMembership: () => undefined,
      setMulticastInterface: () => undefined,
      close: () => undefined,
      send: (_what: string, _port: number, _to: string, sent: (error: Error | null) => void) => {
        sent(sending === null ? null : Object.assign(new Error('send'), { code: sending }))
      },
    }),
}))

const LAN = {
  en0: [{ address: '192.168.1.5', cidr: '192.168.1.5/24', internal: false } as NetworkInterfaceInfo],
}
const NOBODY_THERE = 'http://127.0.0.1:1' as Address
const running: ReplyingHost[] = []
beforeEach(() => {
  sending = null
})
afterEach(async () => {
  vi.unstubAllGlobals()
  await Promise.all(running.splice(0).map(({ stop }) => stop()))
})

async function finds(
  own = NOBODY_THERE,
): Promise<{ readonly problem: string; readonly progress: string; readonly said: string }> {
  const [said, progress]: [string[], string[]] = [[], []]
  const terminal = {
    result: (text: string) => said.push(text),
    progress: (text: string) => progress.push(text),
    columns: () => null,
  }
  const problem = await find({ json: false, sweep: false, timeout: 600 }, terminal, {
    interfaces: () => LAN,
    own,
    platform: process.platform,
  }).then(
    () => '',
    (error: unknown) => String(error),
  )
  return { problem, progress: progress.join('\n'), said: said.join('\n') }
}

const onSystem = (platform: string): void => {
  vi.stubGlobal(
    'process',
    new Proxy(process, { get: (of, key) => (key === 'platform' ? platform : of[key as never]) }),
  )
}

it('G11: says that macOS keeps it off the network where no question leaves', async () => {
  onSystem('darwin')
  sending = 'EHOSTUNREACH'
  expect((await finds()).problem).toMatch(/macOS keeps this program off the network: run it from Terminal/)
})

it.each([
  ['another system', 'linux', 'EHOSTUNREACH'],
  ['another reason', 'darwin', 'ENOBUFS'],
  ['none', 'darwin', null],
])('G11: does not say so for %s', async (_what, platform, code) => {
  onSystem(platform)
  sending = code
  expect((await finds()).problem).toMatch(/No server was found; see that it is switched on/)
})

it('F21: says that this computer has a port that closes without a word', async () => {
  const host = await hostThatReplies(null)
  running.push(host)
  expect((await finds(host.origin)).progress).toContain(
    `The port at ${host.origin} is open, and closes without a word`,
  )
})

it('F35: lists a server that only ever answers in XML', async () => {
  const host = await hostThatReplies(
    `HTTP/1.1 200 X\r\nConnection: close\r\n\r\n${bytesOf('F35-identity-unclaimed.xml')}`,
  )
  running.push(host)
  const { said } = await finds(host.origin)
  expect(said).toMatch(/not claimed +1\.43\.3\.10828-00f062b15 +…234567/)
})
