import { afterAll, beforeAll, expect, it } from 'vitest'
import { SCREEN_NAMES, type ScreenName } from '../../src/wizard/screen/screen.ts'
import { openChromium, type Chromium } from '../browser/drivers/chromium.ts'
import type { ChromiumTab } from '../browser/drivers/chromium-tab.ts'
import { until } from '../browser/drivers/people.ts'
import { startDevServer, type DevServer } from './dev-server.ts'

const WITHIN_MS = 60_000

const HEADINGS: Readonly<Record<ScreenName, unknown>> = {
  looking: 'Looking for your server',
  found: 'Found your server',
  searching: 'Searching your network',
  choosing: 'Which server is yours?',
  'ask-first': 'Is this address yours?',
  missing: 'The server “Attic” does not answer',
  blocked: 'Your browser blocks this page from your home network',
  hidden: "We found your server, but can't read its status",
  'no-claim-state': "We found your server, but can't read its status",
  'another-machine': 'That is a different server',
  'another-product': 'Another device has this address',
  starting: 'Your server is starting',
  unclaimed: 'Your server is running. Link it to your Plex account',
  // The account is a page of the same server in development.
  taking: expect.stringMatching(/^Taking you to 127\.0\.0\.1:\d+$/),
  declined: 'Nothing was changed',
  confirming: 'Waiting for your sign-in',
  'ask-finished': 'Did you finish signing in?',
  overdue: 'Your server is still not linked',
  claimed: 'All done. Your server is linked',
  hearsay: 'A server at 192.168.1.20:32400 says that it is linked',
}

/** What is in each window of the gallery. */
const WINDOWS = `[...document.querySelectorAll('iframe')].map((frame) => {
  const inner = frame.contentDocument
  const { documentElement: page } = inner
  return {
    name: frame.title,
    headings: [...inner.querySelectorAll('h1')].map((heading) => heading.innerText),
    language: page.lang,
    width: page.clientWidth,
    tooWide: page.scrollWidth > page.clientWidth,
    cut: page.scrollHeight > frame.clientHeight,
    dark: inner.defaultView.getComputedStyle(page).colorScheme === 'dark',
  }
})`

type InWindow = {
  readonly name: string
  readonly headings: readonly string[]
  readonly language: string
  readonly width: number
  readonly tooWide: boolean
  readonly cut: boolean
  readonly dark: boolean
}

let dev: DevServer
let browser: Chromium
let tab: ChromiumTab

beforeAll(async () => {
  dev = await startDevServer()
  browser = await openChromium()
  tab = await browser.open(dev.hostsUrl)
})
afterAll(async () => {
  await browser.close()
  await dev.stop()
})

/** The windows, once every screen is in one, as it should be and in full. */
async function windowsOnce(asItShouldBe: (each: InWindow) => boolean): Promise<readonly InWindow[]> {
  let windows: readonly InWindow[] = []
  const ready = async (): Promise<number> => {
    windows = await tab.read<InWindow[]>(WINDOWS).catch(() => [])
    return windows.filter((each) => each.headings.length > 0 && !each.cut && asItShouldBe(each)).length
  }
  await expect.poll(ready, { timeout: WITHIN_MS, interval: 200 }).toBe(SCREEN_NAMES.length)
  return windows
}

const choose = (label: string, value: string): Promise<void> =>
  tab.run(`{
    const menu = document.querySelector('select[aria-label="${label}"]')
    menu.value = '${value}'
    menu.dispatchEvent(new Event('change', { bubbles: true }))
  }`)

it('is reached from the pretend hosts, and leads back to them', async () => {
  await tab.click('a[href="/#/gallery"]')
  await until(tab, ({ heading }) => heading === 'Every screen', WITHIN_MS)
  expect(await tab.read(`document.querySelector('main a').href`)).toBe(dev.hostsUrl)
})

it('shows every screen once, by its name and with its heading', async () => {
  const windows = await windowsOnce(({ width }) => width === 800)
  expect(windows.map(({ name, headings }) => [name, headings])).toEqual(
    SCREEN_NAMES.map((name) => [name, [HEADINGS[name]]]),
  )
})

it('shows them in the width, language and colours that are chosen', async () => {
  await choose('Width', '320')
  await choose('Appearance', 'dark')
  await choose('Language', 'de')
  const windows = await windowsOnce(({ width, dark, language }) => width === 320 && dark && language === 'de')
  const english: readonly unknown[] = Object.values(HEADINGS)
  expect(windows.flatMap(({ headings }) => headings).filter((each) => english.includes(each))).toEqual([])
  expect(windows.filter(({ tooWide }) => tooWide)).toEqual([])
})

it('stays what it is, whatever is pressed in it', async () => {
  const headings = async (): Promise<unknown> => (await windowsOnce(() => true)).map((each) => each.headings)
  const before = await headings()
  const tabs = (await browser.tabs()).length
  await tab.run(`for (const frame of document.querySelectorAll('iframe'))
    for (const each of frame.contentDocument.querySelectorAll('main button, a')) each.click()`)
  expect(await headings()).toEqual(before)
  expect(await browser.tabs()).toHaveLength(tabs)
  expect(await tab.url()).toBe(`${dev.url}#/gallery`)
})

it('has asked no host, and given no script a reason to complain', () => {
  expect(browser.requests().filter((url) => !url.startsWith(dev.url))).toEqual([])
  expect(browser.complaints()).toEqual([])
})

it('gives way as soon as the address asks for the page, and comes back', async () => {
  await tab.run(`location.hash = '#/'`)
  await until(tab, 'unclaimed', WITHIN_MS)
  await tab.run(`location.hash = '#/gallery'`)
  await until(tab, ({ heading }) => heading === 'Every screen', WITHIN_MS)
})
