import { piecewise, type CompiledMessage } from './piecewise.ts'

/** Joins what stands before it to what stands after it, and is not seen (word joiner). */
const JOINER = '\u2060'
/** A short word that hangs on another one: "liga-o", "asociază-l", "ה-IP". What is typed or copied, as "attic-nas:32400", is none. */
const HANGS_ON = /(?<=\p{L}-)(?=\p{L}{1,2}(?![\p{L}\p{N}:=-]))|(?<=(?<!\p{L})\p{L}-)(?=\p{L})/gu
const WITH_SUCH_WORDS: readonly string[] = ['fr', 'he', 'pt', 'pt-BR', 'ro']

/** The message of a language with no line that ends, or begins, with one or two letters and their hyphen. */
export function heldTogether(language: string, message: CompiledMessage): CompiledMessage {
  if (!WITH_SUCH_WORDS.includes(language)) return message
  return piecewise(message, { text: (text) => text.replace(HANGS_ON, JOINER) })
}
