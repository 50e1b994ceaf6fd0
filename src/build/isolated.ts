/** A message as Lingui compiles it: text, the name of a value, or forms to choose from by a value. */
export type CompiledMessage = string | readonly MessagePiece[]
type MessagePiece = string | readonly [name: string, kind?: string, forms?: unknown]

const BEGIN = '\u2068'
const END = '\u2069'

/**
 * The same message with each value kept apart from the words around it (Unicode's bidirectional algorithm, FSI and PDI).
 * In a language that is written from right to left, an address or a command then stays as it is read.
 */
export function isolated(message: CompiledMessage): CompiledMessage {
  if (typeof message === 'string') return message
  return message.flatMap((piece): readonly MessagePiece[] => {
    if (typeof piece === 'string') return [piece]
    const [name, kind, forms] = piece
    if (typeof forms !== 'object' || forms === null) return [BEGIN, piece, END]
    const each = Object.entries(forms).map(([form, words]) => [
      form,
      Array.isArray(words) ? isolated(words as CompiledMessage) : (words as unknown),
    ])
    return [[name, kind, Object.fromEntries(each) as unknown] as const] as readonly MessagePiece[]
  })
}
