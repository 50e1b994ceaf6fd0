import { afterAll, beforeAll, expect, it } from 'vitest'
import { openChromium, type Chromium } from '../drivers/chromium.ts'
import { choose } from './language-menu.ts'
import { openScene, type SceneName } from './scene-list.ts'
import { ELSEWHERE } from './build.ts'

/** A laptop of 1366 by 768 and a phone of 360 by 740 show this much of a page; the browser's own bars take the rest. */
const SIZES = [
  [1366, 640],
  [360, 640],
] as const
const SCREENS: readonly SceneName[] = [
  'unclaimed',
  'unclaimed, code refused',
  'taking',
  'declined',
  'confirming',
  'confirming, restarting',
  'confirming, hiding',
  'confirming, code',
  'ask-finished',
  'overdue',
  'claimed',
  'claimed, starting',
]

let browser: Chromium

beforeAll(async () => {
  browser = await openChromium({ hosts: ELSEWHERE })
})
afterAll(() => browser.close())

// Without the band, which only the demo has.
const BOTTOM = `document.querySelector('main [class*=primary]').getBoundingClientRect().bottom -
  document.querySelector('[class^=frame-]').getBoundingClientRect().top`

it.each(SCREENS)('what to do next is seen without scrolling: "%s"', async (name) => {
  const { tab, clearAway } = await openScene(browser, name)
  try {
    await tab.wish({ lessMotion: true })
    for (const language of ['en', 'de']) {
      await choose(tab, language)
      for (const [width, height] of SIZES) {
        await tab.size(width, height)
        await tab.run('window.scrollTo(0, 0)')
        const bottom = await tab.read<number>(BOTTOM)
        expect.soft(bottom, `${language}, ${width} px wide`).toBeLessThanOrEqual(height)
      }
    }
  } finally {
    await clearAway()
  }
})
