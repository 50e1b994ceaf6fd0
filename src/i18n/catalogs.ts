import { messages as de } from './de.po'
import { messages as en } from './en.po'
import type { Language } from './languages.ts'

/** Messages by their ids, as they were compiled. */
export type Catalog = typeof en

const CATALOGS: Record<Language, Catalog> = { en, de }

/**
 * All words of a language; null where they can't be read. That is in development and tests alone. The built page has
 * catalogs-in-page.ts in its place, and what paints in front of the app has catalogs-in-front.ts.
 */
export function wordsOf(language: Language): Catalog | null {
  return CATALOGS[language]
}
