import { i18n } from '@lingui/core'
import { LANGUAGES } from '../i18n/languages.ts'
import { elementOf, type DrawnElement } from './drawn.ts'
import { filled, piecesOf, type FillMark } from './marks.ts'
import type { Picture, PictureValues } from './pictures.ts'

/** What the page shows in its two menus. */
type MenuChoices = Readonly<Record<'language' | 'theme', string>>

/**
 * The picture with its values and the person's language, as an element. A server's words only ever become text: elements
 * come from the page's own file alone.
 */
export function fill(drawn: DrawnElement, { values, signIn }: Picture, chosen: MenuChoices): Element {
  const valueOf = (mark: FillMark): string => wordsOf(mark, values)
  const picture = elementOf(
    drawn,
    (words) => inPieces(piecesOf(words, valueOf)),
    (told) => filled(told, valueOf),
  )
  if (signIn !== null) {
    for (const link of picture.querySelectorAll('a[data-action=sign-in]'))
      link.setAttribute('href', signIn.href)
  }
  picture.querySelector('select[name=language]')?.append(...languageOptions())
  for (const [name, value] of Object.entries(chosen)) {
    const menu = picture.querySelector<HTMLSelectElement>(`select[name=${name}]`)
    if (menu !== null) menu.value = value
  }
  return picture
}

function languageOptions(): readonly Element[] {
  return Object.entries(LANGUAGES).map(([language, { name }]) => {
    const option = document.createElement('option')
    option.value = option.lang = language
    option.append(name)
    return option
  })
}

function inPieces(pieces: readonly string[]): readonly (Node | string)[] {
  return pieces.flatMap((piece, place) => (place === 0 ? [piece] : [document.createElement('wbr'), piece]))
}

function wordsOf(mark: FillMark, values: PictureValues): string {
  if (typeof mark === 'string') return asText(values[mark], mark)
  const named = Object.entries(mark.values).map(([name, value]) => [
    name,
    typeof value === 'string' ? numberOrText(values[value], value) : (value as { is: unknown }).is,
  ])
  return i18n._(mark.id, Object.fromEntries(named) as Record<string, unknown>)
}

function numberOrText(value: PictureValues[string] | undefined, mark: string): string | number {
  return typeof value === 'number' ? value : asText(value, mark)
}

function asText(value: PictureValues[string] | undefined, mark: string): string {
  if (value === undefined) throw new Error(`No value for ${mark}`)
  return typeof value === 'object' ? i18n._(value) : String(value)
}
