import { writeStored, readStored } from '../lib/storage.ts'

export type Theme = 'device' | 'light' | 'dark'

const KEY = 'theme'

export function parseTheme(value: unknown): Theme {
  return value === 'light' || value === 'dark' ? value : 'device'
}

export function rememberedTheme(): Theme {
  return parseTheme(readStored('local', KEY))
}

/** Shows it now; `src/ui/theme.css` follows the attribute, and the device where there is none. */
export function show(theme: Theme): void {
  if (theme === 'device') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

export function chooseTheme(theme: Theme): void {
  writeStored('local', KEY, theme === 'device' ? null : theme)
  show(theme)
}
