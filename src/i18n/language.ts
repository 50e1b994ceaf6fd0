import { i18n } from '@lingui/core'
import { writeStored, readStored } from '../lib/storage.ts'
import { wordsOf } from './catalogs.ts'
import { LANGUAGES, SPOKEN, type Language } from './languages.ts'
import { wantedLanguage, type LanguageWishes } from './wanted-language.ts'

const KEY = 'language'

/** The language to open in. What the person chose on an earlier visit comes before all other wishes. */
export function preferredLanguage(wishes: Omit<LanguageWishes, 'chosen'>): Language {
  return wantedLanguage({ chosen: readStored('local', KEY), ...wishes }, SPOKEN)
}

/** From now on in this language; in English where its words can't be read. Throws where not even those of English can. */
export function speak(language: Language): void {
  const messages = wordsOf(language)
  if (messages === null) {
    if (language === 'en') throw new Error('The page has lost its words')
    return speak('en')
  }
  const page = document.documentElement
  page.lang = language
  page.dir = LANGUAGES[language].direction
  i18n.loadAndActivate({ locale: language, messages })
}

export function choose(language: Language): void {
  writeStored('local', KEY, language)
  speak(language)
}
