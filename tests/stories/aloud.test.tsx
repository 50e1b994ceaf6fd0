import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { EVERY_SCREEN } from '../../src/gallery/every-screen.ts'
import type { Language } from '../../src/i18n/languages.ts'
import { SCREEN_NAMES, type ScreenName } from '../../src/wizard/screen/screen.ts'
import { drawnByTheApp, wizardOf } from './drawn-by-the-app.tsx'
import { openEveryRow, openRows } from './open-rows.ts'
import { readAloud } from './read-aloud.ts'

// `npm run aloud` keeps what is read now.

const FOOTER = 'footer'
const JOURNEY: readonly ScreenName[] = ['looking', 'unclaimed', 'confirming', 'claimed', 'missing']
const KEPT = { en: SCREEN_NAMES, de: JOURNEY, ar: JOURNEY } as const satisfies Partial<
  Record<Language, readonly ScreenName[]>
>

function drawn(name: ScreenName, language: Language): Element {
  return drawnByTheApp(wizardOf(EVERY_SCREEN[name], { withoutApp: false }), language)
}

function part(of: Element, selector: string): Element {
  return of.querySelector(selector) ?? expect.fail(`no ${selector}`)
}

describe.each(Object.keys(KEPT) as (keyof typeof KEPT)[])('in "%s"', (language) => {
  test.each(KEPT[language])('the screen "%s" is read aloud as it is kept', async (name) => {
    const page = drawn(name, language)
    const heard = await readAloud(page)
    openEveryRow(part(page, 'main'))
    const opened = await readAloud(part(page, 'main [class*=side]'))
    await expect(`${heard}\n== With every row open ==\n${opened}`).toMatchFileSnapshot(
      `aloud/${language}/${name}.txt`,
    )
  })

  test('so is what stands below every screen', async () => {
    const footer = part(drawn('missing', language), 'footer')
    openRows(footer)
    await expect(await readAloud(footer)).toMatchFileSnapshot(`aloud/${language}/${FOOTER}.txt`)
  })

  test('nothing else is kept', () => {
    const names = [...KEPT[language], FOOTER].map((name) => `${name}.txt`)
    expect(readdirSync(`tests/stories/aloud/${language}`).sort()).toEqual(names.sort())
  })
})
