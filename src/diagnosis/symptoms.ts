import { model } from '../complaints/complaints.tsv'
import { parseModel } from '../complaints/word-model.ts'
import type { Cause } from './cause.ts'
import { readerWith, type Understood } from './reader.ts'

const read = readerWith(parseModel(model))

/** What the page makes of what a person writes, in English or German, or pastes. Works without a network. */
export function understand(text: string): Understood {
  return read(text)
}

/** The causes by how well they fit, and `unknown` as the last. */
export function causesForWords(text: string): readonly Cause[] {
  return [...understand(text).fits.map(({ cause }) => cause), 'unknown']
}
