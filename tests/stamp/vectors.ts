import { readFileSync } from 'node:fs'
import type { Stamp } from '../../src/stamp/stamp.ts'

/** `json` as a JSON library made it, and the exact text that belongs between the tags. */
export type WritingVector = { readonly name: string; readonly json: string; readonly escaped: string }

/** The text between the tags, and what the page reads in it. */
export type ReadingVector = { readonly name: string; readonly text: string; readonly reads: Stamp }

const vectorsIn = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../docs/stamp-vectors/${name}.json`, import.meta.url), 'utf8'))

export const WRITING = vectorsIn('writing') as readonly WritingVector[]
export const READING = vectorsIn('reading') as readonly ReadingVector[]
