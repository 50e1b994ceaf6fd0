import type { Catalog } from './catalogs.ts'
import type { Language } from './languages.ts'
import { englishWritten, wordsReadBefore, wordsWritten } from './read-words.ts'
import { unpackWords } from './unpack-words.ts'

// In the built page this stands in the place of catalogs.ts. Each language is an element behind the scripts: English as it
// is, and others packed, in the order of the English ones (docs/decisions/0019).

/** All words of a language; null where they can't be read. */
export function wordsOf(language: Language): Catalog | null {
  const read = wordsReadBefore()
  const words = read[language] ?? wordsIn(language)
  if (words !== null) read[language] = words
  return words
}

function wordsIn(language: Language): Catalog | null {
  if (language === 'en') return englishWritten()
  const english = wordsOf('en')
  return english === null ? null : unpackWords(wordsWritten(language), Object.keys(english))
}
