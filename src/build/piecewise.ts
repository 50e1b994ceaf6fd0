/** A message as Lingui compiles it: text, the name of a value, or forms to choose from by a value. */
export type CompiledMessage = string | readonly MessagePiece[]
type Value = readonly [name: string, kind?: string, forms?: unknown]
type MessagePiece = string | Value

type Changes = {
  readonly text?: (text: string) => string
  /** Of a value that has no forms: what is to stand in its place. */
  readonly value?: (value: Value) => readonly MessagePiece[]
}

/** The same message with its texts and values changed, in each of its forms. */
export function piecewise(message: CompiledMessage, changes: Changes): CompiledMessage {
  const { text = (same) => same, value = (same) => [same] } = changes
  if (typeof message === 'string') return text(message)
  return message.flatMap((piece): readonly MessagePiece[] => {
    if (typeof piece === 'string') return [text(piece)]
    const [name, kind = '', forms] = piece
    if (typeof forms !== 'object' || forms === null) return value(piece)
    const each = Object.entries(forms).map(([form, words]: [string, unknown]) => [
      form,
      // Other things there are no words, such as an offset.
      typeof words === 'string' || Array.isArray(words)
        ? piecewise(words as CompiledMessage, changes)
        : words,
    ])
    return [[name, kind, Object.fromEntries(each) as unknown]]
  })
}
