type SpokenLanguage = { readonly name: string; readonly direction: 'ltr' | 'rtl' }

/** Languages that are complete: the name that its speakers know it by, and the direction in which it is written. */
export const LANGUAGES = {
  cs: { name: 'Čeština', direction: 'ltr' },
  da: { name: 'Dansk', direction: 'ltr' },
  de: { name: 'Deutsch', direction: 'ltr' },
  en: { name: 'English', direction: 'ltr' },
  es: { name: 'Español', direction: 'ltr' },
  fr: { name: 'Français', direction: 'ltr' },
  it: { name: 'Italiano', direction: 'ltr' },
  hu: { name: 'Magyar', direction: 'ltr' },
  nl: { name: 'Nederlands', direction: 'ltr' },
  nb: { name: 'Norsk bokmål', direction: 'ltr' },
  pl: { name: 'Polski', direction: 'ltr' },
  pt: { name: 'Português', direction: 'ltr' },
  'pt-BR': { name: 'Português (Brasil)', direction: 'ltr' },
  ro: { name: 'Română', direction: 'ltr' },
  sk: { name: 'Slovenčina', direction: 'ltr' },
  fi: { name: 'Suomi', direction: 'ltr' },
  sv: { name: 'Svenska', direction: 'ltr' },
  tr: { name: 'Türkçe', direction: 'ltr' },
  el: { name: 'Ελληνικά', direction: 'ltr' },
  ru: { name: 'Русский', direction: 'ltr' },
  uk: { name: 'Українська', direction: 'ltr' },
  he: { name: 'עברית', direction: 'rtl' },
  ar: { name: 'العربية', direction: 'rtl' },
  'zh-Hans': { name: '简体中文', direction: 'ltr' },
  ja: { name: '日本語', direction: 'ltr' },
  ko: { name: '한국어', direction: 'ltr' },
} as const satisfies Readonly<Record<string, SpokenLanguage>>

export type Language = keyof typeof LANGUAGES

export const SPOKEN = Object.keys(LANGUAGES) as readonly Language[]

export function parseLanguage(value: unknown): Language | null {
  return SPOKEN.find((language) => language === value) ?? null
}
