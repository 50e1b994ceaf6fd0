import { describe, expect, it } from 'vitest'
import { OLD_ENGINES, type OldEngine } from './engines.ts'
import type { OldTab } from './old-tab.ts'
import { MACHINE, play } from './scene.ts'

/** The first fetch of an engine takes its time. */
const FETCHED_WITHIN_MS = 600_000
/** A port of this computer that nobody listens at. */
const GONE = 'http://127.0.0.1:9'

const STAGE = 'document.documentElement.dataset.stage'
/** Is there only a picture yet, in front of what can do more? */
const IS_PAINTED = 'document.querySelector("#root[data-painted]") !== null'
const HEADING = '(document.querySelector("h1") || {}).textContent'

/** That the app can't be read is how an engine has the first look alone. */
function complaintsIn(tab: OldTab, { depth }: OldEngine): readonly string[] {
  return tab.complaints().filter((each) => depth === 'everything' || !each.startsWith('SyntaxError'))
}

describe.each(OLD_ENGINES)('Chromium $version of $year', (engine) => {
  it(
    'shows the server, leads to sign-in, and says that it is claimed',
    { timeout: FETCHED_WITHIN_MS },
    (context) =>
      play(engine, context, async ({ host, open }) => {
        const tab = await open([host.origin])
        await tab.until(STAGE, 'unclaimed')
        expect(await tab.read('document.documentElement.dataset.server')).toBe(MACHINE)
        await tab.until(IS_PAINTED, false)
        await tab.until(STAGE, 'unclaimed')
        await tab.until(
          'document.documentElement.dataset.look',
          engine.depth === 'everything' ? 'app' : 'first',
        )
        await tab.click('[data-action=sign-in]')
        await tab.until(STAGE, 'confirming')
        host.approve(MACHINE)
        await tab.until(STAGE, 'claimed')
        expect(complaintsIn(tab, engine)).toEqual([])
      }),
  )

  it('speaks languages of other scripts and directions', (context) =>
    play(engine, context, async ({ host, open }) => {
      const tab = await open([host.origin])
      await tab.until(STAGE, 'unclaimed')
      await tab.until(IS_PAINTED, false)
      for (const [language, direction, heading] of [
        ['ar', 'rtl', 'خادمك يعمل. اربطه بحسابك على Plex'],
        ['ja', 'ltr', 'サーバーは動いています。Plexアカウントに連携してください'],
        ['ru', 'ltr', 'Твой сервер работает. Привяжи его к своему аккаунту Plex'],
      ]) {
        await tab.read(`(function (menu) {
          menu.value = '${language}'
          menu.dispatchEvent(new Event('change', { bubbles: true }))
        })(document.querySelector('select[name=language]'))`)
        await tab.until('document.documentElement.dir', direction)
        await tab.until(HEADING, heading)
      }
      expect(complaintsIn(tab, engine)).toEqual([])
    }))

  it('takes an address that a person types', (context) =>
    play(engine, context, async ({ host, open }) => {
      const tab = await open([GONE])
      await tab.until(STAGE, 'missing')
      await tab.read(`[...document.querySelectorAll('details')].forEach((row) => { row.open = true })`)
      await tab.enter('input[name=address]', host.origin)
      await tab.until(STAGE, 'unclaimed')
      expect(complaintsIn(tab, engine)).toEqual([])
    }))
})

describe.each(OLD_ENGINES.filter(({ depth }) => depth === 'everything'))(
  'all of the page works in Chromium $version of $year',
  (engine) => {
    it('the search finds a server', (context) =>
      play(engine, context, async ({ elsewhere, open }) => {
        const tab = await open([GONE])
        await tab.until(STAGE, 'missing')
        // By its make, so that the real router of this computer's network is not asked.
        const press = (
          selector: string,
          text: string,
        ): string => `[...document.querySelectorAll('${selector}')]
          .filter((each) => each.textContent === '${text}').map((each) => each.click()).length`
        await tab.until(press('summary', 'Search another network'), 1)
        await tab.until(press('[data-action=search-router]', 'ASUS'), 1)
        await tab.until(STAGE, 'unclaimed', 20_000)
        expect(await tab.read('document.querySelector("main").innerText')).toContain(elsewhere)
        expect(complaintsIn(tab, engine)).toEqual([])
      }))

    it('help is there', (context) =>
      play(engine, context, async ({ host, open }) => {
        const tab = await open([host.origin])
        await tab.until(STAGE, 'unclaimed')
        const headings = new Set([await tab.read(HEADING)])
        for (const topic of ['requirement', 'opt-out', 'find-the-file', 'recover', 'tunnel']) {
          await tab.read(`location.hash = '#/help/${topic}'`)
          await tab.until(`!${JSON.stringify([...headings])}.includes(${HEADING})`, true)
          headings.add(await tab.read(HEADING))
        }
        expect(complaintsIn(tab, engine)).toEqual([])
      }))
  },
)
