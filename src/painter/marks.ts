import { addressPieces } from '../ui/address-pieces.ts'

/**
 * Places in a drawn picture that are filled in when it is shown. A mark is the name of a value, or a message with the
 * values in it. Text that can hold an address is told apart, because it may break inside one.
 */
export type FillMark = string | { readonly id: string; readonly values: Readonly<Record<string, unknown>> }

const OPEN = '[['
const CLOSE = ']]'
const MARKS = /\[\[(.*?)\]\]/g
/** Before text that may break inside an address: in a narrow place, and elsewhere. */
const NARROW = '[n]'
const WIDE = '[w]'

export function markFor(name: string): string {
  return `${OPEN}${name}${CLOSE}`
}

/** A value that is a mark, or stands for one, becomes its name; others stay as they are. */
export function markForMessage(
  id: string,
  values: Readonly<Record<string, unknown>>,
  standIns: Readonly<Record<string, string>>,
): string {
  const nameOf = (value: unknown): string | null => {
    const [, name] = /^\[\[(\w+)\]\]$/.exec(String(value)) ?? []
    return name ?? Object.keys(standIns).find((each) => standIns[each] === String(value)) ?? null
  }
  const named = Object.entries(values).map(([name, value]) => [name, nameOf(value) ?? { is: value }] as const)
  const inside = named.length === 0 ? '' : JSON.stringify(Object.fromEntries(named))
  return `${OPEN}#${id}${inside}${CLOSE}`
}

/** Text in which a line may end inside an address. */
export function breakable(text: string, narrow: boolean): string {
  return `${narrow ? NARROW : WIDE}${text}`
}

/** Drawn text, filled in, in the pieces between which a line may end. What is filled in is never taken for a mark. */
export function piecesOf(drawn: string, valueOf: (mark: FillMark) => string): readonly string[] {
  const [, place, rest = ''] = /^\[([nw])\]([^]*)$/.exec(drawn) ?? []
  return place === undefined ? [filled(drawn, valueOf)] : addressPieces(filled(rest, valueOf), place === 'n')
}

/** `text` with what `valueOf` says in the place of each mark. */
export function filled(text: string, valueOf: (mark: FillMark) => string): string {
  return text.replace(MARKS, (_whole, inside: string) => valueOf(markIn(inside)))
}

function markIn(inside: string): FillMark {
  if (!inside.startsWith('#')) return inside
  const id = inside.slice(1, 7)
  return { id, values: inside.length > 7 ? (JSON.parse(inside.slice(7)) as Record<string, unknown>) : {} }
}
