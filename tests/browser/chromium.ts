import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { findBrowser } from '../../src/cli/find-browser.mjs'
import type { Browser, Looks, Tab } from './engine.ts'

// What Playwright switches off by default and people have switched on.
const UNLIKE_PEOPLE = [
  '--disable-popup-blocking',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
]

export async function openChromium({ colours = 'light', language = 'en-GB' }: Looks = {}): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('No Chromium here: npm test would have installed one')
  const profile = await mkdtemp(join(tmpdir(), 'setup-plex-chromium-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    ignoreDefaultArgs: UNLIKE_PEOPLE,
    // Chromium refuses to run its sandbox as root, which containers and CI machines often are.
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-quic'],
    colorScheme: colours,
    locale: language,
    viewport: { width: 800, height: 900 },
  })
  const requests: string[] = []
  context.on('request', (request) => {
    if (/^https?:/.test(request.url())) requests.push(request.url())
  })
  const tabs = new Map<Page, Tab>()
  const tabOf = (page: Page): Tab => {
    const known = tabs.get(page) ?? asTab(page)
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
    close: async () => {
      await context.close()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function asTab(page: Page): Tab {
  return {
    goTo: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    url: () => Promise.resolve(page.url()),
    click: (selector) => page.click(selector, { timeout: 5_000 }),
    type: (selector, text) => page.fill(selector, text, { timeout: 5_000 }),
    press: (key) => page.keyboard.press(key),
    read: (expression) => page.evaluate(expression),
    run: (script) => page.evaluate(script),
    size: (width, height) => page.setViewportSize({ width, height }),
    screenshot: async (path) => void (await page.screenshot({ path, fullPage: true })),
    close: () => page.close(),
  }
}
