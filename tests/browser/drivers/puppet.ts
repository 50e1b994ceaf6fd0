import type { LaunchOptions, Page } from 'puppeteer-core'
import { chromiumOptions } from './chromium-options.ts'
import type { Browser, Looks } from './engine.ts'
import { rulesPastStrangers } from '../network/hosts.ts'
import { ON_LOOPBACK } from '../network/places.ts'
import { startProgram, tabsOf } from './puppet-program.ts'
import { puppetTab } from './puppet-tab.ts'

/** Tabs that are hidden know it, and are slowed down as people's are. */
export function openChromium({ colours = 'light', language = 'en-GB' }: Looks = {}): Promise<Browser> {
  const options = chromiumOptions(language, ON_LOOPBACK ? rulesPastStrangers() : null)
  return openPuppet('chromium', options, (page) =>
    page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: colours }]),
  )
}

/** Firefox over WebDriver BiDi, with the preferences that people have. */
export function openFirefox({ colours = 'light', language = 'en-GB' }: Looks = {}): Promise<Browser> {
  return openPuppet('firefox', {
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

async function openPuppet(
  name: string,
  options: LaunchOptions,
  prepare: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<Browser> {
  const { puppet, close } = await startProgram(name, options)
  const requests: string[] = []
  const tabs = await tabsOf(puppet, async (page) => {
    page.on('request', (request) => {
      if (/^https?:/.test(request.url())) requests.push(request.url())
    })
    await prepare(page)
    return puppetTab(page, () => page.mainFrame())
  })
  return { name, ...tabs, requests: () => requests, close }
}
