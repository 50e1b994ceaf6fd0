import { piecewise, type CompiledMessage } from './piecewise.ts'

const BEGIN = '\u2068'
const END = '\u2069'

/**
 * The same message with each value kept apart from the words around it (Unicode's bidirectional algorithm, FSI and PDI).
 * In a language that is written from right to left, an address or a command then stays as it is read.
 */
export function isolated(message: CompiledMessage): CompiledMessage {
  return piecewise(message, { value: (value) => [BEGIN, value, END] })
}
