import { i18n } from '@lingui/core'
import { writeStored, readStored } from '../lib/storage.ts'
import { messages as de } from './de.po'
import { messages as en } from './en.po'

/** Languages that are complete, each under the name that its speakers know it by. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const

export type Language = keyof typeof LANGUAGES

const KEY = 'language'
const CATALOGS: Record<Language, typeof en> = { en, de }

export function parseLanguage(value: unknown): Language | null {
  return typeof value === 'string' && Object.keys(LANGUAGES).includes(value) ? (value as Language) : null
}

/** The language chosen on an earlier visit, else the first that the browser asks for and we speak, else English. */
export function preferredLanguage(wishes: readonly string[]): Language {
  const wished = wishes.map((wish) => parseLanguage(wish.split('-', 1)[0]?.toLowerCase()))
  return parseLanguage(readStored('local', KEY)) ?? wished.find((language) => language !== null) ?? 'en'
}

export function speak(language: Language): void {
  document.documentElement.lang = language
  i18n.loadAndActivate({ locale: language, messages: CATALOGS[language] })
}

export function choose(language: Language): void {
  writeStored('local', KEY, language)
  speak(language)
}
