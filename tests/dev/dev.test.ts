import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { documentedHosts, hostsDocument } from '../build/pretend-hosts-table.ts'
import { openChromium, type Chromium } from '../browser/drivers/chromium.ts'
import { freePort } from '../browser/network/free-port.ts'
import { openedTab, startAfresh, until } from '../browser/drivers/people.ts'
import { startDevServer, type DevServer } from './dev-server.ts'

/** Tabs start beside each other, and some hosts take their time. */
const WITHIN_MS = 60_000

/** MSW's worker passes on, to hosts that don't exist, what a tab asked that was closed before it had its answer. */
const OF_A_CLOSED_TAB = /^TypeError: Failed to fetch\n +at passthrough \(http:\S+\/mockServiceWorker\.js:/

/** What React's developer tools leave in every page for React to find. */
const DEVTOOLS_HOOK = `
  window.renderers = []
  window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    renderers: new Map(),
    supportsFiber: true,
    inject: (renderer) => window.renderers.push(renderer.rendererPackageName),
    onScheduleFiberRoot() {},
    onCommitFiberRoot() {},
    onCommitFiberUnmount() {},
  }
`

let taken: Server
let dev: DevServer
let browser: Chromium
/** The same development server, as another device of the home network would name it. */
let fromAfar: string
const atLocalhost = (): string => dev.url.replace('127.0.0.1', 'localhost')

beforeAll(async () => {
  const port = await freePort()
  taken = createServer().listen(port, '127.0.0.1')
  await once(taken, 'listening')
  dev = await startDevServer('--port', String(port))
  const { host } = new URL(dev.url)
  fromAfar = dev.url.replace('127.0.0.1', '192.168.1.20')
  const names = [fromAfar, atLocalhost()].map((url) => [new URL(url).host, host] as const)
  browser = await openChromium({ hosts: Object.fromEntries(names), beforePages: DEVTOOLS_HOOK })
})
afterAll(async () => {
  await browser.close()
  await dev.stop()
  taken.close()
})

it('takes another port where its own is taken', () => {
  const address = taken.address()
  expect(dev.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  expect(typeof address === 'object' && dev.url.includes(`:${address?.port}/`)).toBe(false)
})

describe('a newcomer', () => {
  afterEach(() => startAfresh(browser))

  it('shows what the document says at each address that it names', async () => {
    const urls = [...hostsDocument().matchAll(/`(http:\/\/localhost:5173\/[^`]*)`/g)].map(
      ([, url = '']) => url,
    )
    expect(urls.map((url) => url.replace('http://localhost:5173', ''))).toEqual([
      '/',
      '/#/?at=http://asleep.local:32400',
      '/hosts',
      '/#/gallery',
    ])
    const [finds = '', silent = '', hosts] = urls.map((url) => url.replace('http://localhost:5173/', dev.url))
    await until(await browser.open(finds), 'unclaimed', WITHIN_MS)
    await until(await browser.open(silent), 'missing', WITHIN_MS)
    expect(hosts).toBe(dev.hostsUrl)
  })

  it('lists the pretend hosts as links, with what they do and what the page shows', async () => {
    const tab = await browser.open(dev.hostsUrl)
    const rows = await tab.read(`[...document.querySelectorAll('tbody tr')].map((row) => ({
      link: row.querySelector('a').href,
      cells: [...row.cells].map((cell) => cell.innerText),
    }))`)
    expect(rows).toEqual(
      documentedHosts().map(({ name, does, stages }) => ({
        link: `${dev.url}#/?at=http://${name}:32400`,
        cells: [name, does, stages.join(' → ')],
      })),
    )
    await tab.click('a[href*="neighbour.local"]')
    await until(tab, 'unclaimed', WITHIN_MS)
  })

  it.each([
    ['127.0.0.1', () => dev.url],
    ['localhost', atLocalhost],
    ['another device, where there are no service workers', () => fromAfar],
  ])('leads from unclaimed to claimed over two tabs, at %s', async (_name, url) => {
    const tab = await browser.open(url())
    await until(tab, 'unclaimed', WITHIN_MS)
    const before = await browser.tabs()
    await tab.click('[data-action="sign-in"]')
    const account = await openedTab(browser, before)
    await until(tab, 'confirming')
    await until(account, ({ heading }) => heading === 'Demo account')
    await account.click('#approve')
    await until(tab, 'claimed', WITHIN_MS)
    await account.close()
    await tab.reload()
    await until(tab, 'claimed', WITHIN_MS)
  })

  it('leaves React its developer tools, on which replacing modules hangs, too', async () => {
    const tab = await browser.open(dev.url)
    await until(tab, ({ stage }) => stage !== 'looking', WITHIN_MS)
    expect(await tab.read('window.renderers')).toEqual(['react-dom'])
  })
})

describe('each pretend host', () => {
  it.concurrent.each(documentedHosts().map((host) => [host.behaviour, host] as const))(
    '"%s" is shown as the document says',
    async (_behaviour, { name, stages }) => {
      const address = `http://${name}:32400`
      const tab = await browser.open(`${dev.url}#/?at=${address}`)
      for (const stage of stages) await until(tab, stage, WITHIN_MS)
      // It stays: not what is shown before the first answer, nor for one answer only.
      const asked = (): number => browser.requests().filter((url) => url.startsWith(`${address}/`)).length
      await until(tab, ({ stage }) => asked() > 3 && stage === stages.at(-1), WITHIN_MS)
      await tab.close()
    },
  )
})

it('has given no script a reason to complain in all this', () => {
  expect(browser.complaints().filter((complaint) => !OF_A_CLOSED_TAB.test(complaint))).toEqual([])
})
