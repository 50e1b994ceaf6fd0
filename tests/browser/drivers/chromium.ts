import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Frame, type Page } from 'playwright-core'
import { findBrowser } from '../../../src/install/find-browser.mjs'
import type { Browser, Looks, Tab } from './engine.ts'
import { hostRules, type Hosts } from '../network/hosts.ts'

// What Playwright switches off by default and people have switched on.
const UNLIKE_PEOPLE = [
  '--disable-popup-blocking',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
]

/** What people set on their device, and pages can follow. */
type Wishes = {
  readonly colours?: 'light' | 'dark'
  /** A few colours that the person chose, instead of any page's own. */
  readonly forcedColours?: boolean
  readonly lessMotion?: boolean
}

export interface ChromiumTab extends Tab {
  /** Sets what the device wishes for; what is left out goes back to how tabs open. */
  wish(wishes: Wishes): Promise<void>
  /** The page in this page's first frame: keys, size and pictures are the tab's, the rest is the frame's. */
  inside(): Promise<ChromiumTab>
}

export interface Chromium extends Browser {
  open(url: string): Promise<ChromiumTab>
  tabs(): Promise<readonly ChromiumTab[]>
  /** What scripts threw and what they wrote to the console as a warning or an error. */
  complaints(): readonly string[]
}

type ChromiumLooks = Looks & {
  /** Pixels of the screen for one of the page. */
  readonly sharpness?: number
  readonly hosts?: Hosts
  /** A script that runs in every page before the page's own. */
  readonly beforePages?: string
}

/** Reaches the tests' own hosts at 127.0.0.1 and nobody else. */
export async function openChromium(looks: ChromiumLooks = {}): Promise<Chromium> {
  const { colours = 'light', language = 'en-GB', sharpness = 1, hosts = {}, beforePages } = looks
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('No Chromium here: npm test says how to get one')
  const profile = await mkdtemp(join(tmpdir(), 'setup-plex-chromium-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    ignoreDefaultArgs: UNLIKE_PEOPLE,
    // Chromium refuses to run its sandbox as root, which containers and CI machines often are.
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-quic', `--host-resolver-rules=${hostRules(hosts)}`],
    colorScheme: colours,
    locale: language,
    deviceScaleFactor: sharpness,
    viewport: { width: 800, height: 900 },
  })
  const requests: string[] = []
  context.on('request', (request) => {
    if (/^https?:/.test(request.url())) requests.push(request.url())
  })
  if (beforePages !== undefined) await context.addInitScript(beforePages)
  const complaints: string[] = []
  context.on('weberror', (thrown) => complaints.push(thrown.error().message))
  context.on('console', (said) => {
    // A host that can't be reached is no mistake of a script; the browser writes that itself.
    if (!['error', 'warning'].includes(said.type()) || said.text().startsWith('Failed to load resource'))
      return
    complaints.push(said.text())
  })
  const tabs = new Map<Page, ChromiumTab>()
  const tabOf = (page: Page): ChromiumTab => {
    const known = tabs.get(page) ?? asTab(page, colours)
    tabs.set(page, known)
    return known
  }
  const [blank] = context.pages()
  return {
    name: 'chromium',
    open: async (url) => {
      const page = await context.newPage()
      await page.goto(url)
      return tabOf(page)
    },
    tabs: () =>
      Promise.resolve(
        context
          .pages()
          .filter((page) => page !== blank)
          .map(tabOf),
      ),
    requests: () => requests,
    complaints: () => complaints,
    close: async () => {
      await context.close()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function asTab(page: Page, colours: 'light' | 'dark', frame: Frame = page.mainFrame()): ChromiumTab {
  return {
    goTo: async (url) => void (await frame.goto(url)),
    reload: async () => void (await page.reload()),
    url: () => Promise.resolve(frame.url()),
    click: (selector) => frame.click(selector, { timeout: 5_000 }),
    type: (selector, text) => frame.fill(selector, text, { timeout: 5_000 }),
    press: (key) => page.keyboard.press(key),
    read: (expression) => frame.evaluate(expression),
    run: (script) => frame.evaluate(script),
    show: () => page.bringToFront(),
    size: (width, height) => page.setViewportSize({ width, height }),
    screenshot: async (path) => void (await page.screenshot({ path, fullPage: true })),
    wish: (wishes) =>
      page.emulateMedia({
        colorScheme: wishes.colours ?? colours,
        forcedColors: wishes.forcedColours === true ? 'active' : 'none',
        reducedMotion: wishes.lessMotion === true ? 'reduce' : 'no-preference',
      }),
    inside: () => {
      const [inner] = frame.childFrames()
      return inner === undefined
        ? Promise.reject(new Error('There is no frame in this page'))
        : Promise.resolve(asTab(page, colours, inner))
    },
    close: () => page.close(),
  }
}
