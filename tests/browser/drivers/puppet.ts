import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer, { type KeyInput, type LaunchOptions, type Page } from 'puppeteer-core'
import { findBrowser } from '../../../src/install/find-browser.mjs'
import type { Browser, Looks, Tab } from './engine.ts'
import { rulesPastStrangers } from '../network/hosts.ts'
import { ON_LOOPBACK } from '../network/places.ts'

// What Puppeteer switches off and people have switched on.
const UNLIKE_PEOPLE = [
  '--disable-popup-blocking',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
]

export function openChromium({ colours = 'light', language = 'en-GB' }: Looks = {}): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('No Chromium here: npm test says how to get one')
  return openPuppet('chromium', colours, {
    browser: 'chrome',
    executablePath,
    // A pipe instead of a port: the browser may live in another network namespace.
    pipe: true,
    ignoreDefaultArgs: UNLIKE_PEOPLE,
    args: [
      // Chromium refuses to run its sandbox as root, which containers and CI machines often are.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-quic',
      ...(ON_LOOPBACK ? [`--host-resolver-rules=${rulesPastStrangers()}`] : []),
      `--lang=${language}`,
      `--accept-lang=${language}`,
    ],
  })
}

/** Firefox over WebDriver BiDi, with the preferences that people have. */
export function openFirefox({ colours = 'light', language = 'en-GB' }: Looks = {}): Promise<Browser> {
  return openPuppet('firefox', colours, {
    browser: 'firefox',
    executablePath: process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr',
    extraPrefsFirefox: {
      // The recommended ones switch off the pop-up blocker and the rules for files.
      'remote.prefs.recommended': false,
      // Puppeteer's own preferences do the same.
      'dom.disable_open_during_load': true,
      'security.fileuri.strict_origin_policy': true,
      'intl.accept_languages': language,
      'ui.systemUsesDarkTheme': colours === 'dark' ? 1 : 0,
      'app.update.enabled': false,
      'browser.shell.checkDefaultBrowser': false,
      'datareporting.policy.dataSubmissionEnabled': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
    },
  })
}

async function openPuppet(name: string, colours: 'light' | 'dark', options: LaunchOptions): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), `setup-plex-${name}-`))
  const puppet = await puppeteer.launch({
    headless: true,
    protocolTimeout: 30_000,
    defaultViewport: { width: 800, height: 900 },
    userDataDir: profile,
    ...options,
  })
  const requests: string[] = []
  const tabs = new Map<Page, Tab>()
  const tabOf = async (page: Page): Promise<Tab> => {
    const known = tabs.get(page)
    if (known !== undefined) return known
    const tab = asTab(page)
    tabs.set(page, tab)
    page.on('request', (request) => {
      if (/^https?:/.test(request.url())) requests.push(request.url())
    })
    if (name === 'chromium') {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: colours }])
    }
    return tab
  }
  const blank = new Set(await puppet.pages())
  return {
    name,
    open: async (url) => {
      const tab = await tabOf(await puppet.newPage())
      await tab.goTo(url)
      return tab
    },
    tabs: async () => Promise.all((await puppet.pages()).filter((page) => !blank.has(page)).map(tabOf)),
    requests: () => requests,
    close: async () => {
      await puppet.close()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function asTab(page: Page): Tab {
  return {
    goTo: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    url: () => Promise.resolve(page.url()),
    click: (selector) => page.click(selector),
    type: async (selector, text) => {
      await page.$eval(selector, (field) => ((field as HTMLInputElement).value = ''))
      await page.type(selector, text)
    },
    press: (key) => page.keyboard.press(key as KeyInput),
    read: async <T>(expression: string) => (await page.evaluate(expression)) as T,
    run: async <T>(script: string) => (await page.evaluate(script)) as T,
    show: () => page.bringToFront(),
    size: (width, height) => page.setViewport({ width, height }),
    screenshot: async (path) => {
      await writeFile(path, await page.screenshot({ fullPage: true }))
    },
    close: () => page.close(),
  }
}
