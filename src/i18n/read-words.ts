import { parseJson } from '../lib/json.ts'
import type { Catalog } from './catalogs.ts'
import type { Language } from './languages.ts'

type ReadWords = Partial<Record<Language, Catalog>>
type WordsPlace = { setupPlexWords?: ReadWords }

/** What was read already, by whichever script came first. Only the page's own scripts run in it. */
export function wordsReadBefore(): ReadWords {
  const place = globalThis as WordsPlace
  place.setupPlexWords ??= {}
  return place.setupPlexWords
}

/** What stands in the page for a language; undefined where nothing does, or not yet. */
export function wordsWritten(language: Language): unknown {
  return parseJson(document.getElementById(`words-${language}`)?.textContent ?? '')
}

/** The words of English, which has the ids for all others; null where they can't be read. */
export function englishWritten(): Catalog | null {
  const written = wordsWritten('en')
  return typeof written === 'object' ? (written as Catalog | null) : null
}
