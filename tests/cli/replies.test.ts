// @vitest-environment node
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { addressGiven } from '../../src/cli/addresses-given.ts'
import { failureSentence } from '../../src/cli/failures.ts'
import { reachServer } from '../../src/cli/reach-server.ts'
import type { Address } from '../../src/lib/address.ts'
import { failureOf, type Failure } from '../../src/server/outcome.ts'
import { probeOnce } from '../../src/server/probe-once.ts'
import { bytesOf, hostThatReplies, messageOf, REPLY_CASES, type ReplyingHost } from '../cases/replies.ts'

const running: Pick<ReplyingHost, 'stop'>[] = []
afterEach(async () => {
  vi.unstubAllGlobals()
  await Promise.all(running.splice(0).map(({ stop }) => stop()))
})

async function host(...messages: readonly (string | null)[]): Promise<Address> {
  const started = await hostThatReplies(...messages)
  running.push(started)
  return started.origin
}

const LAN = 'http://192.168.1.10:32400' as Address
const sentence = (at: string, why: NonNullable<Failure['why']>): string =>
  failureSentence(at as Address, { ...failureOf('refused'), why })

describe('what the command makes of a reply', () => {
  it.each(REPLY_CASES)('$file', async (reply) => {
    const said: string[] = []
    const at = await host(messageOf(reply))
    const reached = await reachServer(at, (progress) => said.push(progress), 0)
    if (reply.command === 'server') {
      expect(reached).toMatchObject({ kind: 'server', identity: { claim: reply.page } })
    } else {
      const problem = reached.kind === 'problem' ? reached.problem : ''
      expect(problem).toMatch(reply.command === 'starting' ? /is still starting after 0 s/ : reply.command)
    }
    expect(said).toEqual([])
  })

  it('F13: does not wait for the server behind a proxy that says it is not there', async () => {
    const startedMs = performance.now()
    const at = await host(messageOf({ file: 'F13-503-nginx.html', status: 503 }))
    await reachServer(at, () => undefined, 60_000)
    expect(performance.now() - startedMs).toBeLessThan(2_000)
  })

  it('F13: takes a bare 503 for a part of a start that it has seen', async () => {
    const at = await host(
      messageOf({ file: 'F10-503-migrations.xml', status: 503 }),
      'HTTP/1.1 503 X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
      messageOf({ file: 'F35-identity-unclaimed.xml' }),
    )
    expect(await reachServer(at, () => undefined, 20_000)).toMatchObject({ kind: 'server' })
  })

  it('F21: tells a port that closes without a byte from one where nobody listens', async () => {
    const open = await probeOnce(await host(null))
    expect(open).toMatchObject({ reason: 'refused', why: 'hung-up' })
    expect(failureSentence(LAN, open as Failure)).toMatch(
      /is open, and closes without a word; .*secure connections/,
    )
    const gone = await hostThatReplies(null)
    await gone.stop()
    const refused = await probeOnce(gone.origin)
    expect(refused).toMatchObject({ reason: 'refused' })
    expect(refused).not.toHaveProperty('why')
    expect(failureSentence(LAN, refused as Failure)).toMatch(/^Nothing listens at/)
  })

  it('F22: speaks of the certificate where https was asked by number, and names http', async () => {
    const cause = { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed', { cause })))
    const at = 'https://192.168.77.20:32400' as Address
    const outcome = await probeOnce(at)
    expect(failureSentence(at, outcome as Failure)).toMatch(
      /certificate .* Try http:\/\/192\.168\.77\.20:32400 as well/,
    )
  })

  it('says that an address speaks no https where it does not', async () => {
    const server = createServer((_request, response) => response.end())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    running.push({ stop: () => new Promise((resolve) => server.close(() => resolve())) })
    const at = `https://127.0.0.1:${(server.address() as AddressInfo).port}` as Address
    const outcome = await probeOnce(at)
    expect(failureSentence(at, outcome as Failure)).toMatch(
      /does not speak https; give the address with http/,
    )
  })

  it('what answers in another language than HTTP is there', async () => {
    expect(await probeOnce(await host('SSH-2.0-OpenSSH_9.2\r\n'))).toMatchObject({ reason: 'unreadable' })
  })

  it.each([
    ['EHOSTUNREACH', 'unreachable'],
    ['ENETUNREACH', 'unreachable'],
    ['EHOSTDOWN', 'unreachable'],
    ['ENOTFOUND', 'unknown-name'],
    ['EAI_AGAIN', 'unknown-name'],
    ['ECONNRESET', 'hung-up'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
    ['ECONNREFUSED', undefined],
    ['UND_ERR_CONNECT_TIMEOUT', undefined],
  ])('what the system calls %s', async (code, why) => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed', { cause: { code } })))
    expect((await probeOnce(LAN)) as Failure).toEqual(
      expect.objectContaining(why === undefined ? {} : { why }),
    )
    if (why === undefined) expect(await probeOnce(LAN)).not.toHaveProperty('why')
  })

  it.each([
    ['ECONNREFUSED', 'refused', /^Nothing listens at/],
    ['UND_ERR_CONNECT_TIMEOUT', 'silent', /^Nothing answered at/],
  ])('believes the system, and not the clock: %s after two seconds', async (code, reason, words) => {
    vi.useFakeTimers()
    try {
      vi.stubGlobal('fetch', async () => {
        // As long as Windows takes to refuse.
        await new Promise((resolve) => setTimeout(resolve, 2_050))
        throw new TypeError('fetch failed', { cause: { code } })
      })
      const asked = probeOnce(LAN)
      await vi.advanceTimersByTimeAsync(2_050)
      const outcome = await asked
      expect(outcome).toMatchObject({ reason, tookMs: 2_050 })
      expect(failureSentence(LAN, outcome as Failure)).toMatch(words)
    } finally {
      vi.useRealTimers()
    }
  })

  it('G11: knows how macOS keeps a program off, and says elsewhere that there is no way', () => {
    vi.stubGlobal('process', { ...process, platform: 'darwin' })
    expect(sentence(LAN, 'unreachable')).toMatch(
      /^macOS keeps this program off the network: run it from Terminal/,
    )
    vi.stubGlobal('process', { ...process, platform: 'linux' })
    expect(sentence(LAN, 'unreachable')).toMatch(/^This computer has no way to/)
  })

  it.each([
    [
      'F27',
      `https://192-168-77-20.${'0123456789abcdef'.repeat(2)}.plex.direct:32400`,
      'give http://192.168.77.20:32400',
    ],
    ['F25', 'http://192.168.0.1:32400', 'That is often the router'],
    ['F24', 'https://media.example.net', 'Try http://media.example.net:32400 as well'],
  ])('%s: says what is odd about an address that fails', (_case, at, hint) => {
    expect(failureSentence(at as Address, failureOf('silent'))).toContain(hint)
  })

  it('says nothing of that where nothing is odd', () => {
    expect(failureSentence(LAN, failureOf('refused'))).toBe(
      `Nothing listens at ${LAN}; check the address and that the server is running.`,
    )
  })

  it('F23, F26: reads what people type, and says what is wrong with a port', () => {
    expect(addressGiven('--server', '192.168.0.4/32400/web')).toBe('http://192.168.0.4:32400')
    expect(() => addressGiven('--server', '192.168.0.4:324000')).toThrow(/a number from 1 to 65535/)
  })

  it('F35: XML is read without a browser, with every character reference', async () => {
    const xml = bytesOf('F35-identity-unclaimed.xml').replace('1.43.3', '1&#46;43&#x2e;3')
    const at = await host(`HTTP/1.1 200 X\r\nConnection: close\r\n\r\n${xml}`)
    expect(await probeOnce(at)).toMatchObject({ identity: { version: '1.43.3.10828-00f062b15' } })
  })
})
