import { i18n } from '@lingui/core'
import { parseLanguageTag } from '../lib/language-tag.ts'
import { writeStored, readStored } from '../lib/storage.ts'
import { wordsOf } from './catalogs.ts'
import { LANGUAGES, SPOKEN, type Language } from './languages.ts'
import { wantedLanguage, type LanguageWishes } from './wanted-language.ts'

const KEY = 'language'

/**
 * The language to open in. What the person chose on an earlier visit comes before all other wishes. What a link asked for
 * holds for this tab, since who comes back from signing in comes without it.
 */
export function preferredLanguage(wishes: Omit<LanguageWishes, 'chosen'>): Language {
  const asked = parseLanguageTag(wishes.asked)
  if (asked !== null) writeStored('session', KEY, asked)
  const chosen = readStored('local', KEY)
  return wantedLanguage({ chosen, ...wishes, asked: asked ?? readStored('session', KEY) }, SPOKEN)
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
