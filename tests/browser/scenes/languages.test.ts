import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES, SPOKEN } from '../../../src/i18n/languages.ts'
import { openChromium, type Chromium } from '../drivers/chromium.ts'
import type { ChromiumTab } from '../drivers/chromium-tab.ts'
import { ELSEWHERE } from './build.ts'
import { choose } from './language-menu.ts'
import { openScene, type SceneName } from './scene-list.ts'

/** What people see on their way, and two kinds of trouble. */
const SCREENS: readonly SceneName[] = [
  'looking',
  'found',
  'unclaimed',
  'confirming',
  'claimed',
  'starting',
  'missing',
  'overdue',
]
/** Width, height, how large people have their text, and whether the filled button has to be in sight there. */
const SIZES = [
  [320, 740, '', false],
  [360, 740, '', true],
  [360, 740, '150%', false],
  [800, 900, '', true],
  [800, 900, '200%', false],
  [1366, 640, '', true],
] as const

/** Words that are wider than the place that is there for them. */
const CUT = `[...document.querySelectorAll('#root *')]
  .filter((each) => each.checkVisibility() && !each.closest('select, [class*=unseen], svg'))
  .filter((each) => each.getBoundingClientRect().right > innerWidth + 0.5 || each.getBoundingClientRect().left < -0.5 ||
    (each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0 && getComputedStyle(each).overflowX !== 'visible'))
  .map((each) => each.textContent.trim().slice(0, 60))`
/** Choices whose name is cut: with as much room as they like they are wider. */
const CUT_CHOICES = `[...document.querySelectorAll('select')]
  .filter((each) => {
    const { offsetWidth } = each
    each.style.maxInlineSize = 'none'
    const free = each.offsetWidth
    each.style.maxInlineSize = ''
    return free > offsetWidth
  })
  .map((each) => each.selectedOptions[0].textContent)`
const LOWEST_BUTTON = `(scrollTo(0, 0), Math.max(0, ...[...document.querySelectorAll('main [class*=primary]')]
  .filter((each) => each.checkVisibility()).map((each) => Math.round(each.getBoundingClientRect().bottom))))`

let browser: Chromium

beforeAll(async () => {
  browser = await openChromium({ hosts: ELSEWHERE })
})
afterAll(() => browser.close())

async function expectRoom(tab: ChromiumTab, language: string): Promise<void> {
  for (const [width, height, text, inSight] of SIZES) {
    await tab.size(width, height)
    await tab.run(`document.documentElement.style.fontSize = '${text}'`)
    const where = `${language}, ${width} × ${height} ${text}`
    expect.soft(await tab.read<string[]>(CUT), where).toEqual([])
    if (text === '') expect.soft(await tab.read<string[]>(CUT_CHOICES), where).toEqual([])
    expect.soft(await tab.read<number>('document.documentElement.scrollWidth'), where).toBe(width)
    if (inSight) expect.soft(await tab.read<number>(LOWEST_BUTTON), where).toBeLessThanOrEqual(height)
  }
  await tab.run(`document.documentElement.style.fontSize = ''`)
}

describe.each(SCREENS)('on "%s"', (name) => {
  it('every language has room for its words, and its button in sight', async () => {
    const { tab, clearAway } = await openScene(browser, name)
    try {
      await tab.wish({ lessMotion: true })
      for (const language of SPOKEN) {
        await choose(tab, language)
        expect(await tab.read('document.documentElement.dir')).toBe(LANGUAGES[language].direction)
        await expectRoom(tab, language)
      }
    } finally {
      await clearAway()
    }
  }, 120_000)
})
