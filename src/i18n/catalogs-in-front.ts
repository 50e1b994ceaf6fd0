import { parseJson } from '../lib/json.ts'
import type { Catalog } from './catalogs.ts'
import { messages as de } from './de.po'
import { messages as en } from './en.po'
import type { Language } from './languages.ts'
import { messagesBy } from './messages-by.ts'

// In what paints in front of the app this stands in the place of catalogs.ts. Its few words come with it in two languages;
// those of others stand behind the app, in the order of the English ones (docs/decisions/0019).

const IN_FRONT: Partial<Readonly<Record<Language, Catalog>>> = { en, de }

/** The words that are painted; null while they are not there yet, and where they can't be read. */
export function wordsOf(language: Language): Catalog | null {
  return IN_FRONT[language] ?? wordsBehind(language)
}

function wordsBehind(language: Language): Catalog | null {
  const list = parseJson(document.getElementById(`painted-words-${language}`)?.textContent ?? '')
  return messagesBy(Object.keys(en), list)
}
