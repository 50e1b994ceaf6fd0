import * as v from 'valibot'
import { parseJson } from '../lib/json.ts'
import { writeStored } from '../lib/storage.ts'
import { PLACES, type Place } from '../server/place.ts'
import { CAUSES, type Cause } from './cause.ts'

/** What the person told; null where they have not. */
export type Answers = {
  readonly changed: 'password' | 'removed' | 'no' | null
  readonly moved: 'moved' | 'reinstalled' | 'no' | null
  readonly runs: Place | null
  /** What they recognised in "What do you see?". */
  readonly sees: Cause | null
  /** The questions whose answer they do not know. */
  readonly unsure?: readonly (typeof ASKED)[number][] | undefined
}

/** What is asked about the server, one at a time. */
export const ASKED = ['changed', 'moved', 'runs'] as const

export const ANSWERS_KEY = 'answers'

const one = <const T extends string>(values: readonly T[]) =>
  v.optional(v.fallback(v.nullable(v.picklist(values)), null), null)

const Shape = v.object({
  changed: one(['password', 'removed', 'no']),
  moved: one(['moved', 'reinstalled', 'no']),
  runs: one(PLACES),
  sees: one(CAUSES),
  unsure: v.optional(v.fallback(v.array(v.picklist(ASKED)), [])),
})

/** Reads the answers from storage; whatever is not one counts as not given. Never throws. */
export function parseAnswers(text: string | null): Answers {
  const read = v.safeParse(Shape, parseJson(text))
  return read.success ? read.output : { changed: null, moved: null, runs: null, sees: null }
}

/** Kept as long as the tab: another day, another trouble. */
export function keepAnswers(answers: Answers): void {
  writeStored('session', ANSWERS_KEY, JSON.stringify(answers))
}
