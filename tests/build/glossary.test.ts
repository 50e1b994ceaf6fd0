import { expect, it } from 'vitest'
import lingui from '../../lingui.config.ts'
import { rowsOf, textOf } from './documents.ts'

const GLOSSARY = textOf('docs/glossary.md')
const [HEADER = []] = GLOSSARY.split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
const TRANSLATIONS = lingui.locales.filter((locale) => locale !== lingui.sourceLocale)
const ENGLISH_NAMES = new Intl.DisplayNames(['en'], { type: 'language' })

/** What people read in a language, in small letters. */
function wordsIn(locale: string): string {
  const lines = textOf(`src/i18n/${locale}.po`).split('\n')
  return lines
    .filter((line) => line.startsWith('msgstr'))
    .join('\n')
    .toLowerCase()
}

/** The words of a cell, as they can stand in a sentence. */
function termsOf(cell: string): readonly string[] {
  return cell
    .toLowerCase()
    .split(/[,;] /)
    .map((term) => term.replace(/^(?:to|sich|das|der|die) /, ''))
}

it('the glossary has a column for each language', () => {
  expect(HEADER).toEqual(expect.arrayContaining(TRANSLATIONS.map((locale) => ENGLISH_NAMES.of(locale))))
})

it.each(['en', ...TRANSLATIONS])('every word of the glossary is one that the page says (%s)', (locale) => {
  const words = wordsIn(locale)
  // Rows begin at the first cell; the header is cut before it.
  const column = locale === 'en' ? 0 : HEADER.indexOf(ENGLISH_NAMES.of(locale) ?? '') - 1
  const terms = rowsOf(GLOSSARY).flatMap((row) => termsOf(row[column] ?? ''))
  expect(terms.length).toBeGreaterThan(20)
  expect(terms.filter((term) => !words.includes(term))).toEqual([])
})
