type SpokenLanguage = { readonly name: string; readonly direction: 'ltr' | 'rtl' }

/** Languages that are complete: the name that its speakers know it by, and the direction in which it is written. */
export const LANGUAGES = {
  en: { name: 'English', direction: 'ltr' },
  de: { name: 'Deutsch', direction: 'ltr' },
} as const satisfies Readonly<Record<string, SpokenLanguage>>

export type Language = keyof typeof LANGUAGES

export const SPOKEN = Object.keys(LANGUAGES) as readonly Language[]

export function parseLanguage(value: unknown): Language | null {
  return SPOKEN.find((language) => language === value) ?? null
}
