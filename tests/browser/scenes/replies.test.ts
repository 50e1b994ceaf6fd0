import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { failureSentence } from '../../../src/cli/failures.ts'
import { missingParts } from '../../../src/install/find-browser.mjs'
import type { Address } from '../../../src/lib/address.ts'
import { probeOnce } from '../../../src/server/probe-once.ts'
import { hostThatReplies } from '../../cases/replies.ts'
import { openChromium, type Chromium } from '../drivers/chromium.ts'
import { MACHINE, until } from '../drivers/people.ts'
import { startProxies, type Proxies } from '../network/proxies.ts'
import { SceneMaker } from './scene-maker.ts'

const PROXY = 'A proxy answers, the server behind it does not'

let browser: Chromium
let maker: SceneMaker

beforeAll(async () => {
  browser = await openChromium()
  maker = new SceneMaker(browser)
})
afterEach(() => maker.clearAway())
afterAll(() => browser.close())

const lacking = missingParts().proxies
if (lacking !== undefined) {
  process.stderr.write(
    `Not run, for want of ${lacking.join(' and ')}: what real proxies say. npm test installs them.\n`,
  )
}

describe.skipIf(lacking !== undefined)('real proxies in front of a server', () => {
  let proxies: Proxies
  let server: Awaited<ReturnType<SceneMaker['host']>>

  async function inFront(): Promise<void> {
    server = await maker.host('unclaimed')
    await server.stop()
    proxies = await startProxies(
      server.port,
      await maker.page([], { server: { machineIdentifier: undefined } }),
    )
    maker.later(proxies.end)
  }
  async function commandSays(origin: string): Promise<string> {
    const outcome = await probeOnce(origin as Address)
    return outcome.kind === 'failure' ? failureSentence(origin as Address, outcome) : outcome.kind
  }

  it('F14: nginx, which gave the page away and has nobody behind it, until the server is back', async () => {
    await inFront()
    const tab = await browser.open(`${proxies.nginx}/setup/`)
    const seen = await until(tab, ({ heading }) => heading === PROXY)
    expect(seen).toMatchObject({ stage: 'stranger', server: null, cause: 'C9' })
    expect(seen.text).toContain('(code 502)')
    expect(await commandSays(proxies.nginx)).toMatch(/^A proxy answers .* the server behind it does not/)
    await server.start()
    expect((await until(tab, 'unclaimed')).server).toBe(MACHINE)
  })

  it('F13: haproxy, which says 503 as a server does that starts', async () => {
    await inFront()
    await pause(600)
    const tab = await maker.open([proxies.haproxy])
    const seen = await until(tab, ({ heading }) => heading === PROXY)
    expect(seen.text).toContain('(code 503)')
    expect(await commandSays(proxies.haproxy)).toMatch(/^A proxy answers .* the server behind it does not/)
    await server.become('stuck-starting')
    await server.start()
    await until(tab, 'starting')
    await server.become('unclaimed')
    await until(tab, 'unclaimed', 12_000)
  })

  it.each([
    ['F15', 'unknown', '(code 404)', /does not know the way/],
    ['F16', 'password', 'lets nobody through without a sign-in', /sign-in of its own/],
    ['F17', 'logIn', 'sends visitors to another address', /proxy with a sign-in page/],
  ] as const)('%s: nginx, as %s', async (_case, which, words, sentence) => {
    await inFront()
    const tab = await maker.open([proxies[which]])
    const seen = await until(tab, ({ heading }) => heading === PROXY)
    expect(seen.text).toContain(words)
    expect(await commandSays(proxies[which])).toMatch(sentence)
  })

  it('F14: a page from the disk, which no proxy lets read its errors, goes by what it can know', async () => {
    await inFront()
    const tab = await maker.open([proxies.nginx])
    await until(tab, 'unreadable')
  })
})

describe('what servers say', () => {
  it('F21: a port that closes without a byte may be one that demands secure connections', async () => {
    const host = await hostThatReplies(null)
    maker.later(host.stop)
    const tab = await maker.open([host.origin])
    const seen = await until(tab, 'missing')
    expect(seen.cause).toBe('C9')
    await tab.run(`document.querySelectorAll('details').forEach((row) => { row.open = true })`)
    await until(tab, ({ text }) => text.includes('the server may demand secure connections'))
  })

  it('F12: one that something ends in the middle of its start stays calm, and is said to begin anew', async () => {
    const host = await maker.host('killed-starting', { times: { maintenanceMs: 2_000, flappingMs: 6_000 } })
    const tab = await maker.open([host.origin])
    const seen = await until(tab, ({ text }) => text.includes('The server began anew'), 30_000)
    expect(seen).toMatchObject({ stage: 'starting', cause: 'C9' })
  })

  it('F19: two in turn are neither of them the server', async () => {
    const host = await maker.host('two-servers')
    const tab = await maker.open([host.origin])
    const seen = await until(tab, ({ heading }) => heading === 'Two servers answer at this address', 20_000)
    expect(seen).toMatchObject({ stage: 'stranger', server: null, cause: 'C5' })
  })
})
