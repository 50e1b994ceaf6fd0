import type { ComponentChildren } from 'preact'
import { i18n } from './lingui-core.ts'

// Another language has the whole page drawn anew.

export function I18nProvider({ children }: { children: ComponentChildren }): ComponentChildren {
  return children
}

export function useLingui(): { i18n: typeof i18n; _: typeof i18n._ } {
  return { i18n, _: i18n._ }
}

/** Words without elements in them: the pages of the first look have no others. */
export function Trans({ id, values }: { id: string; values?: Readonly<Record<string, unknown>> }): string {
  return i18n._(id, values)
}
