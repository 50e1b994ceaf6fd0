import { learned } from '../complaints/complaints.tsv'
import { parseModel } from '../complaints/word-model.ts'
import type { Cause } from './cause.ts'
import { readerWith, type Understood } from './reader.ts'

/** Where what is learned can't be read, the error texts of programs are understood all the same. */
const NOTHING_LEARNED = 'unknown\n0\n1'

// Made at the first word: most people never come here, and the page must not wait for it.
let read: ReturnType<typeof readerWith> | null = null

/** What the page makes of what a person writes, or pastes, in the languages that complaints.tsv has. Works without a network. */
export function understand(text: string): Understood {
  if (text.trim() === '') return { fits: [], errors: [] }
  read ??= readerWith(parseModel(learned() ?? NOTHING_LEARNED))
  return read(text)
}

/** The causes by how well they fit, and `unknown` as the last. */
export function causesForWords(text: string): readonly Cause[] {
  return [...understand(text).fits.map(({ cause }) => cause), 'unknown']
}
