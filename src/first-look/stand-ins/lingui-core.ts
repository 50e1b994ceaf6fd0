/** What the pages need of Lingui, for words that were compiled: strings, values, and plurals. */

type Forms = Readonly<Record<string, Compiled | number>>
type Piece = string | readonly [value: string] | readonly [value: string, kind: 'plural', forms: Forms]
type Compiled = string | readonly Piece[]
type Values = Readonly<Record<string, unknown>>
type MessageWithValues = { readonly id: string; readonly values?: Values }

const listeners = new Set<() => void>()
let messages: Readonly<Record<string, Compiled>> = {}

export const i18n = {
  locale: '',
  loadAndActivate: (given: { readonly locale: string; readonly messages: typeof messages }): void => {
    i18n.locale = given.locale
    messages = given.messages
    for (const listener of listeners) listener()
  },
  /** The words of a message, with its values in their places. */
  _: (described: MessageWithValues | string, values?: Values): string => {
    const { id, values: own } = typeof described === 'string' ? { id: described, values } : described
    return textOf(messages[id] ?? id, own ?? {})
  },
}

export function onLanguage(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function textOf(words: Compiled, values: Values, count = ''): string {
  if (typeof words === 'string') return words.replace('#', count || '#')
  return words
    .map((part) => (typeof part === 'string' ? textOf(part, values, count) : valueOf(part, values)))
    .join('')
}

function valueOf([name, , forms]: readonly [string, 'plural'?, Forms?], values: Values): string {
  const value = values[name]
  if (forms === undefined) return String(value)
  const form = forms[String(value)] ?? forms[pluralOf(Number(value))] ?? forms['other']
  return textOf(form as Compiled, values, Number(value).toLocaleString(i18n.locale))
}

function pluralOf(count: number): string {
  return new Intl.PluralRules(i18n.locale).select(count)
}
