import { messages as ar } from './ar.po'
import { messages as cs } from './cs.po'
import { messages as da } from './da.po'
import { messages as de } from './de.po'
import { messages as el } from './el.po'
import { messages as en } from './en.po'
import { messages as es } from './es.po'
import { messages as fi } from './fi.po'
import { messages as fr } from './fr.po'
import { messages as he } from './he.po'
import { messages as hu } from './hu.po'
import { messages as it } from './it.po'
import { messages as ja } from './ja.po'
import { messages as ko } from './ko.po'
import { messages as nb } from './nb.po'
import { messages as nl } from './nl.po'
import { messages as pl } from './pl.po'
import { messages as pt } from './pt.po'
import { messages as ptBR } from './pt-BR.po'
import { messages as ro } from './ro.po'
import { messages as ru } from './ru.po'
import { messages as sk } from './sk.po'
import { messages as sv } from './sv.po'
import { messages as tr } from './tr.po'
import { messages as uk } from './uk.po'
import { messages as zhHans } from './zh-Hans.po'
import type { Language } from './languages.ts'

/** Messages by their ids, as they were compiled. */
export type Catalog = typeof en

const CATALOGS: Record<Language, Catalog> = {
  cs,
  da,
  de,
  en,
  es,
  fr,
  it,
  hu,
  nl,
  nb,
  pl,
  pt,
  'pt-BR': ptBR,
  ro,
  sk,
  fi,
  sv,
  tr,
  el,
  ru,
  uk,
  he,
  ar,
  'zh-Hans': zhHans,
  ja,
  ko,
}

/**
 * All words of a language; null where they can't be read. That is in development and tests alone. The built page has
 * catalogs-in-page.ts in its place, and what paints in front of the app has catalogs-in-front.ts.
 */
export function wordsOf(language: Language): Catalog | null {
  return CATALOGS[language]
}
