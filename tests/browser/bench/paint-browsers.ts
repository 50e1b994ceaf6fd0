import puppeteer, { TargetType } from 'puppeteer-core'
import { findBrowser } from '../../../src/install/find-browser.mjs'
import { openFirefox } from '../drivers/puppet.ts'
import { openWebkit } from '../drivers/webkit.ts'

export type BenchEngine = 'chromium' | 'chromium, 4× slower' | 'firefox' | 'webkit'

export type Visitor = {
  /** Opens the page in a tab of its own until `seen` is over. */
  visit(url: string, seen: Promise<unknown>): Promise<void>
  close(): Promise<void>
}

export const BENCH_ENGINES: Readonly<Record<BenchEngine, () => Promise<Visitor>>> = {
  chromium: () => openChromium(1),
  'chromium, 4× slower': () => openChromium(4),
  firefox: async () => visitorIn(await openFirefox()),
  webkit: async () => visitorIn(await openWebkit()),
}

/**
 * By Puppeteer itself, because the tests' own tabs have no slower processor. The tabs are not Puppeteer's: it listens to
 * the network of its own ones, and whoever listens makes the engine read a script once more at each question, to tell which
 * line asked.
 */
async function openChromium(slower: number): Promise<Visitor> {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('No Chromium here: npm test says how to get one')
  const browser = await puppeteer.launch({
    executablePath,
    pipe: true,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-quic'],
    defaultViewport: { width: 800, height: 900 },
  })
  const control = await browser.target().createCDPSession()
  return {
    visit: async (url, seen) => {
      const before = new Set(browser.targets())
      const { targetId } = await control.send('Target.createTarget', { url: 'about:blank' })
      const target = await browser.waitForTarget(
        (each) => each.type() === TargetType.PAGE && !before.has(each),
      )
      const tab = await target.createCDPSession()
      await tab.send('Emulation.setDeviceMetricsOverride', {
        width: 800,
        height: 900,
        deviceScaleFactor: 1,
        mobile: false,
      })
      await tab.send('Emulation.setCPUThrottlingRate', { rate: slower })
      await Promise.all([tab.send('Page.navigate', { url }), seen])
      await control.send('Target.closeTarget', { targetId })
    },
    close: () => browser.close(),
  }
}

function visitorIn(browser: Awaited<ReturnType<typeof openFirefox>>): Visitor {
  return {
    visit: async (url, seen) => {
      const tab = await browser.open(url)
      await seen
      await tab.close()
    },
    close: () => browser.close(),
  }
}
