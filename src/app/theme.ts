import { keep, recall } from '../lib/storage.ts'

export type Theme = 'device' | 'light' | 'dark'

const KEY = 'theme'

export function parseTheme(value: unknown): Theme {
  return value === 'light' || value === 'dark' ? value : 'device'
}

export function rememberedTheme(): Theme {
  return parseTheme(recall('lasting', KEY))
}

/** Shows it now; `src/ui/theme.css` follows the attribute, and the device where there is none. */
export function show(theme: Theme): void {
  if (theme === 'device') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

export function chooseTheme(theme: Theme): void {
  keep('lasting', KEY, theme === 'device' ? null : theme)
  show(theme)
}
