import { expect, it } from 'vitest'
import { rowsOf, textOf } from './documents.ts'

const GLOSSARY = textOf('docs/glossary.md')
const [HEADER = []] = GLOSSARY.split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
/** Every other language has its words in a document of its own. */
const IN_THE_TABLE = ['en', 'de']
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

it.each(IN_THE_TABLE)('every word of the glossary is one that the page says (%s)', (locale) => {
  const words = wordsIn(locale)
  // Rows begin at the first cell; the header is cut before it.
  const column = locale === 'en' ? 0 : HEADER.indexOf(ENGLISH_NAMES.of(locale) ?? '') - 1
  const terms = rowsOf(GLOSSARY).flatMap((row) => termsOf(row[column] ?? ''))
  expect(terms.length).toBeGreaterThan(20)
  expect(terms.filter((term) => !words.includes(term))).toEqual([])
})
