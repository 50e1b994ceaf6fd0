import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChromium, type Chromium } from '../drivers/chromium.ts'
import type { ChromiumTab } from '../drivers/chromium-tab.ts'
import { AT_HOME, ELSEWHERE } from './build.ts'
import { openScene, SCENES, type SceneName } from './scene-list.ts'
import { choose } from './language-menu.ts'

// What people see of the page on a small laptop, below the browser's own bars, and on a usual phone.
const FOLDS = [
  [1366, 640],
  [360, 740],
] as const
/** How high a screen of trouble may get with everything closed, by the width. */
const HEIGHTS = [
  [800, 1_000],
  [360, 1_400],
] as const
const TROUBLE = /^(missing|blocked|hidden|no-claim-state|another|overdue|starting|unclaimed, code)/
/** Screens with nothing to press: the page goes on by itself, or each row is a button. */
const WITHOUT_BUTTON: readonly SceneName[] = ['looking', 'found', 'choosing', 'starting', 'starting, known']

let browser: Chromium

beforeAll(async () => {
  browser = await openChromium({ hosts: ELSEWHERE })
})
afterAll(() => browser.close())

/** Where the filled buttons end, on a page that nobody has scrolled. */
const primaries = (tab: ChromiumTab): Promise<number[]> =>
  tab.read(`(window.scrollTo(0, 0), [...document.querySelectorAll('main [class*=primary]')]
    .filter((button) => button.checkVisibility())
    .map((button) => Math.round(button.getBoundingClientRect().bottom)))`)

/** What can be pressed or typed into before the rows of more ways. The answers to one question count as one. */
const CONTROLS = `(() => {
  const rows = document.querySelector('section[class*=more]')
  return [...document.querySelectorAll('main :is(a[href], button, input, select, summary)')]
    .filter((each) => each.checkVisibility() && rows.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_PRECEDING)
    .filter((each) => !each.matches('fieldset button ~ button'))
    .length
})()`

describe.each(SCENES.filter((name) => !name.startsWith('help') && name !== 'framed'))('on "%s"', (name) => {
  it('the one filled button is in sight, and trouble is no form', async () => {
    const { tab, clearAway } = await openScene(browser, name, AT_HOME)
    try {
      await tab.wish({ lessMotion: true })
      for (const language of ['en', 'de']) {
        await choose(tab, language)
        for (const [width, height] of FOLDS) {
          await tab.size(width, height)
          const ends = await primaries(tab)
          const where = `${language}, ${width} × ${height}`
          expect(ends.length, where).toBe(WITHOUT_BUTTON.includes(name) ? 0 : 1)
          for (const end of ends) expect(end, where).toBeLessThanOrEqual(height)
        }
        if (!TROUBLE.test(name)) continue
        for (const [width, most] of HEIGHTS) {
          await tab.size(width, 740)
          const height = await tab.read<number>('document.documentElement.scrollHeight')
          expect(height, `${language}, ${width} px wide`).toBeLessThanOrEqual(most)
        }
        expect(await tab.read<number>(CONTROLS)).toBeLessThanOrEqual(7)
      }
    } finally {
      await clearAway()
    }
  })
})
