import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Language } from '../../src/i18n/languages.ts'

/** In characters. A button fits a telephone in one line or two, three steps beside each other. */
const LONGEST = { button: 48, step: 16, menu: 24 }

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tsx'))
  .map((path) => ({ path, text: readFileSync(`src/${path}`, 'utf8') }))

function messagesIn(text: string, form: RegExp): readonly string[] {
  return [...text.matchAll(form)].map(([, message = '']) => message.replace(/\s+/g, ' ').trim())
}

function sourceOf(name: string): string {
  return sources.find(({ path }) => path.endsWith(`/${name}`))?.text ?? ''
}

const MESSAGES: Record<keyof typeof LONGEST, readonly string[]> = {
  button: sources.flatMap(({ text }) =>
    messagesIn(text, /<Action(?:Button|Link)\b([^]*?)<\/Action/g).flatMap((inside) =>
      messagesIn(inside, /<Trans>([^<]*)<\/Trans>/g),
    ),
  ),
  step: messagesIn(sourceOf('page-frame.tsx').match(/Record<Step, string> = .*/)?.[0] ?? '', /t`([^`]*)`/g),
  menu: messagesIn(sourceOf('menus.tsx'), /t`([^`]*)`/g),
}

function translationsInto(language: Language): ReadonlyMap<string, string> {
  const catalog = readFileSync(`src/i18n/${language}.po`, 'utf8')
  return new Map(
    [...catalog.matchAll(/msgid "(.+)"\nmsgstr "(.*)"/g)].map(([, id = '', text = '']) => [id, text]),
  )
}

test('there are such messages', () => {
  expect(MESSAGES.button.length).toBeGreaterThan(25)
  expect(MESSAGES.step).toHaveLength(3)
  expect(MESSAGES.menu.length).toBeGreaterThan(2)
})

describe.each(Object.keys(LANGUAGES) as Language[])('in %s', (language) => {
  const translations = translationsInto(language)
  test.each(Object.keys(LONGEST) as (keyof typeof LONGEST)[])('no %s is longer than its place', (kind) => {
    for (const message of MESSAGES[kind]) {
      const text = translations.get(message)
      expect(text, message).toBeTruthy()
      expect(text?.length, text).toBeLessThanOrEqual(LONGEST[kind])
    }
  })
})
