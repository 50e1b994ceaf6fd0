import type { Catalog } from './catalogs.ts'
import { messages as en } from './en.po'
import { inflatedWords } from './inflated-words.ts'
import type { Language } from './languages.ts'
import { englishWritten, wordsReadBefore, wordsWritten } from './read-words.ts'

// In what paints in front of the app this stands in the place of catalogs.ts. Its few words come with it in English; those of
// other languages stand behind the app, where the app finds them too (docs/decisions/0019).

/** Words with all that are painted among them; null where they are still to be fetched. */
export function wordsOf(language: Language): Catalog | null {
  return language === 'en' ? en : (wordsReadBefore()[language] ?? null)
}

/** Reads the words that are not there. Tells whether they are from now on; never rejects. */
export async function fetchWords(language: Language): Promise<boolean> {
  const read = wordsReadBefore()
  const packed = wordsWritten(language)
  const english = packed === undefined ? null : (read.en ?? englishWritten())
  const words = english === null ? null : await inflatedWords(packed, Object.keys(english))
  // The app may have read them meanwhile.
  if (words !== null) read[language] ??= words
  return words !== null
}
