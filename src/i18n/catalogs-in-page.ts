import { parseJson } from '../lib/json.ts'
import type { Catalog } from './catalogs.ts'
import type { Language } from './languages.ts'
import { unpackWords } from './unpack-words.ts'

// In the built page this stands in the place of catalogs.ts. Each language is an element behind the scripts: English as it
// is, and others packed, in the order of the English ones (docs/decisions/0019).

type ReadWords = Partial<Record<Language, Catalog | null>>
type WordsPlace = { setupPlexWords?: ReadWords }

/** What was read already, by the app and by what stands in for it. Only the page's own scripts run in it. */
function readBefore(): ReadWords {
  const place = globalThis as WordsPlace
  place.setupPlexWords ??= {}
  return place.setupPlexWords
}

/** All words of a language; null where they can't be read. */
export function wordsOf(language: Language): Catalog | null {
  const read = readBefore()
  const before = read[language]
  if (before !== undefined) return before
  const words = wordsIn(language)
  read[language] = words
  return words
}

function wordsIn(language: Language): Catalog | null {
  const written = parseJson(document.getElementById(`words-${language}`)?.textContent ?? '')
  if (language === 'en') return typeof written === 'object' ? (written as Catalog | null) : null
  const english = wordsOf('en')
  return english === null ? null : unpackWords(written, Object.keys(english))
}
