import { parseJson } from '../lib/json.ts'
import type { Catalog } from './catalogs.ts'
import { messages as de } from './de.po'
import { messages as en } from './en.po'
import type { Language } from './languages.ts'

// In what paints in front of the app this stands in the place of catalogs.ts. Its few words come with it in two languages;
// those of others stand behind the app, in the order of the English ones (docs/decisions/0019).

const IN_FRONT: Partial<Readonly<Record<Language, Catalog>>> = { en, de }

/** The words that are painted; null while they are not there yet, and where they can't be read. */
export function wordsOf(language: Language): Catalog | null {
  return IN_FRONT[language] ?? wordsBehind(language)
}

function wordsBehind(language: Language): Catalog | null {
  const list = parseJson(document.getElementById(`painted-words-${language}`)?.textContent ?? '')
  const ids = Object.keys(en)
  if (!Array.isArray(list) || list.length !== ids.length) return null
  return Object.fromEntries(ids.map((id, place) => [id, list[place] as unknown])) as Catalog
}
