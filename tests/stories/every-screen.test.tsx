import { cleanup } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { EVERY_SCREEN } from '../../src/gallery/every-screen.ts'
import { LANGUAGES, type Language } from '../../src/i18n/languages.ts'
import { TOPICS } from '../../src/routes/topics.ts'
import { SCREEN_NAMES } from '../../src/wizard/screen/screen.ts'
import { drawnByTheApp, helpDrawnByTheApp, wizardOf } from './drawn-by-the-app.tsx'
import { openEveryRow } from './open-rows.ts'

/** From the left and the right, with spaces and without. */
const LOOKED_AT = ['en', 'de', 'ar', 'ja'] as const satisfies readonly Language[]
const OPENS: Readonly<Record<(typeof LOOKED_AT)[number], string>> = {
  en: '(opens a new tab)',
  de: '(öffnet einen neuen Tab)',
  ar: '(يُفتح في علامة تبويب جديدة)',
  ja: '（新しいタブで開きます）',
}
/** Reads from the left in every language, and would be torn apart by letters from the right around it. */
const FROM_THE_LEFT = /https?:\/\/\S+|…[0-9a-f]{6}|\[?fd00:|[a-z-]+\.[a-z.]+:\d+/
/** Titles of articles, which are in no other language. */
const ENGLISH = /data directory located|locked out of Server Settings|Hidden Server Settings/

type Drawing = readonly [name: string, draw: (language: Language) => Element]
const DRAWINGS: readonly Drawing[] = [
  ...SCREEN_NAMES.map((name): Drawing => [
    name,
    (language) => drawnByTheApp(wizardOf(EVERY_SCREEN[name], { withoutApp: false }), language),
  ]),
  ...TOPICS.map((topic): Drawing => [
    `help, ${topic}`,
    (language) => helpDrawnByTheApp(topic, wizardOf(EVERY_SCREEN.unclaimed, { withoutApp: false }), language),
  ]),
]
const ways = DRAWINGS.flatMap(([name, draw]) => LOOKED_AT.map((language) => ({ name, language, draw })))

describe.each(ways)('the screen "$name" in "$language", with every row open,', ({ language, draw }) => {
  function open(): Element {
    cleanup()
    const page = draw(language)
    openEveryRow(page)
    return page
  }

  test('says of each link that opens a tab that it does, and of no other', () => {
    const links = [...open().querySelectorAll('a')]
    const saying = links.filter(({ textContent }) => textContent.endsWith(` ${OPENS[language]}`))
    expect(saying).toEqual(links.filter(({ target }) => target === '_blank'))
  })

  test('names every language in that language', () => {
    const names = [...open().querySelectorAll('select[name=language] option')]
    expect(names.map((each) => [each.getAttribute('lang'), each.textContent])).toEqual(
      Object.entries(LANGUAGES).map(([tag, called]) => [tag, called.name]),
    )
  })

  test('has links of which none is named as another that leads elsewhere', () => {
    const links = [...open().querySelectorAll<HTMLAnchorElement>('a[href]')]
    const places = new Map<string, Set<string>>()
    for (const link of links) places.set(nameOf(link), (places.get(nameOf(link)) ?? new Set()).add(link.href))
    expect([...places].filter(([, hrefs]) => hrefs.size > 1)).toEqual([])
  })

  test('says which whole parts are in English, where the page is not', () => {
    const titles = textsIn(open()).filter(({ text }) => ENGLISH.test(text))
    expect(titles.filter(({ element }) => element.closest('[lang=en]') === null)).toEqual([])
  })

  test('has addresses, commands and identifiers that read from the left whatever is around them', () => {
    const torn = textsIn(open()).filter(({ element, text }) => {
      const apart = text.replace(/\u2068[^\u2069]*\u2069/g, '')
      return FROM_THE_LEFT.test(apart) && element.closest('bdi, [dir=ltr], [dir=auto]') === null
    })
    expect(torn.map(({ text }) => text)).toEqual([])
  })
})

/** What a list of links calls it. */
function nameOf(link: Element): string {
  const ids = link.getAttribute('aria-labelledby')?.split(' ') ?? []
  return [link, ...ids.map((id) => document.getElementById(id))]
    .map((each) => each?.textContent ?? '')
    .slice(ids.length === 0 ? 0 : 1)
    .join(' ')
}

function textsIn(page: Element): readonly { readonly element: Element; readonly text: string }[] {
  page.querySelectorAll('wbr').forEach((each) => each.remove())
  page.normalize()
  return [...page.querySelectorAll('*')].flatMap((element) =>
    [...element.childNodes].flatMap(({ nodeType, nodeValue }) =>
      nodeType === Node.TEXT_NODE && nodeValue !== null ? [{ element, text: nodeValue }] : [],
    ),
  )
}
