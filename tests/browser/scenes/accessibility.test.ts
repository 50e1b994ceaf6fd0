import axe from 'axe-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChromium, type Chromium } from '../drivers/chromium.ts'
import type { ChromiumTab, Wishes } from '../drivers/chromium-tab.ts'
import { openAll } from './keyboard.ts'
import { choose } from './language-menu.ts'
import { look, until } from '../drivers/people.ts'
import { SceneMaker } from './scene-maker.ts'
import { openScene, SCENES, type SceneName } from './scene-list.ts'
import { AT_HOME, ELSEWHERE } from './build.ts'

const LONG = {
  friendlyName: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenaufbewahrungsschrankserverzimmer',
  addresses: ['http://[fd00:1234:5678:9abc:def0:1234:5678:9abc]:32400'],
}

let browser: Chromium

beforeAll(async () => {
  browser = await openChromium({ hosts: ELSEWHERE })
})
afterAll(() => browser.close())

const THEMES = {
  light: { colours: 'light' },
  dark: { colours: 'dark' },
  forced: { forcedColours: true },
} as const satisfies Readonly<Record<string, Wishes>>
const THEME_NAMES = ['light', 'dark', 'forced'] as const
const WIDTHS = [320, 360, 800, 1920]
/** Words wrap most on the narrowest; colours are the same at all, so that the ends do. */
const NARROWEST = [320]
const ENDS = [320, 1920]
/** Long words, both directions, and other scripts. */
const LANGUAGES_LOOKED_AT = ['en', 'de', 'ar', 'he', 'ja', 'ru']

/** The rules of axe that look at more than the markup: that is the same in every colour and at every width. */
const OF_LOOKS = ['color-contrast', 'target-size', 'link-in-text-block', 'scrollable-region-focusable']

const findings = (tab: ChromiumTab, only?: readonly string[]): Promise<string[]> =>
  tab.run(`axe.run({ resultTypes: ['violations'], runOnly: ${JSON.stringify(only)} }).then(({ violations }) => violations.flatMap(
    ({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' ' + target + ': ' + failureSummary)))`)

// A number in two halves is two numbers.
const TORN_PORTS = `[...(function* () {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode() !== null) {
    for (const { index, 0: port } of texts.currentNode.data.matchAll(/:[\\da-f]{3,5}\\b/g)) {
      const range = document.createRange()
      range.setStart(texts.currentNode, index)
      range.setEnd(texts.currentNode, index + port.length)
      if (range.getClientRects().length > 1) yield texts.currentNode.data
    }
  }
})()]`

/** What is wider than the screen, too small for a finger, or torn. */
const misfits = (tab: ChromiumTab): Promise<string[]> =>
  tab.read(`[
    ...[document.documentElement].filter((page) => page.scrollWidth > page.clientWidth).map(() => 'sideways'),
    ...[...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter((target) => {
      // What stands beside a radio button belongs to it.
      const { width, height } = (target.type === 'radio' ? target.labels[0] : target).getBoundingClientRect()
      return target.checkVisibility() && getComputedStyle(target).display !== 'inline' && (width < 44 || height < 44)
    }).map((target) => target.outerHTML),
    ...${TORN_PORTS},
  ]`)

describe.each(SCENES)('on the screen "%s"', (name) => {
  it('axe finds nothing, and everything fits, in every look', async () => {
    const { tab, clearAway } = await openScene(browser, name, AT_HOME)
    try {
      await tab.run(axe.source)
      await openAll(tab)
      const headings = new Set<string>()
      for (const language of LANGUAGES_LOOKED_AT) {
        await choose(tab, language)
        const { heading, title } = await look(tab)
        headings.add(heading)
        expect(title).toContain(`${heading} · Setup Plex`)
        for (const width of language === 'en' ? WIDTHS : NARROWEST) {
          await tab.size(width, 800)
          // Other words wrap otherwise, which one theme shows as well as three.
          const inColour = language === 'en' && ENDS.includes(width)
          for (const theme of inColour ? THEME_NAMES : (['light'] as const)) {
            // Without motion, because a colour on its way to another has any contrast.
            await tab.wish({ ...THEMES[theme], lessMotion: true })
            const where = `${language}, ${theme}, ${width} px`
            expect(await findings(tab, OF_LOOKS), where).toEqual([])
            if (theme !== 'dark') expect(await misfits(tab), where).toEqual([])
          }
        }
        expect(await findings(tab), language).toEqual([])
      }
      expect(headings.size).toBe(LANGUAGES_LOOKED_AT.length)
      expect(await tab.read('document.querySelectorAll("h1").length')).toBe(1)
      const live = 'document.querySelectorAll("[aria-live]").length'
      // What somebody describes is answered in a region of its own, beside that for changes of the page.
      const regions = { framed: 0, crashed: 0, 'help-trouble': 2 } as Partial<Record<SceneName, number>>
      expect(await tab.read(live)).toBe(regions[name] ?? 1)
    } finally {
      await clearAway()
    }
  })
})

it.each<SceneName>(['choosing', 'missing, refused', 'unclaimed', 'taking', 'declined', 'claimed, starting'])(
  'fits a narrow screen in German with the longest of names: "%s"',
  async (name) => {
    const { tab, clearAway } = await openScene(browser, name, LONG)
    try {
      await tab.size(320, 640)
      await choose(tab, 'de')
      await openAll(tab)
      expect(await misfits(tab)).toEqual([])
    } finally {
      await clearAway()
    }
  },
)

it('fits the longest of addresses into its sentence', async () => {
  const maker = new SceneMaker(browser, LONG)
  const tab = await maker.open([])
  await until(tab, 'missing')
  await tab.size(320, 640)
  await openAll(tab)
  await until(tab, ({ text }) => text.includes('[fd00:1234:5678'))
  expect(await misfits(tab)).toEqual([])
  await maker.clearAway()
})

it('moves focus to the heading whenever another screen comes, and announces nothing besides', async () => {
  const maker = new SceneMaker(browser)
  const host = await maker.host('printer')
  const tab = await maker.open([host.origin])
  await until(tab, 'stranger')
  for (const [behaviour, stage] of [
    ['refusing', 'missing'],
    ['stuck-starting', 'starting'],
    ['unclaimed', 'unclaimed'],
    ['hiding', 'unreadable'],
    ['claimed', 'claimed'],
  ] as const) {
    await host.become(behaviour)
    const { heading } = await until(tab, stage, 30_000)
    const heard = '[document.activeElement.tagName, document.querySelector("[role=status]").textContent]'
    await expect.poll(() => tab.read(heard)).toEqual(['H1', ''])
    expect((await look(tab)).title).toContain(heading)
  }
  await maker.clearAway()
})

it('leaves the focus alone, and announces nothing, on the screen that it opens with', async () => {
  const { tab, clearAway } = await openScene(browser, 'looking')
  const heard = '[document.activeElement.tagName, document.querySelector("[role=status]").textContent]'
  expect(await tab.read(heard)).toEqual(['BODY', ''])
  await clearAway()
})
