import type { Failure } from './outcome.ts'

/**
 * Where a question fails without a reason, a second one tells somebody who hides the answer from nobody at all. No
 * browser lets it refuse redirects, so that a host can lead it to an address of its choice (docs/security.md).
 * `hides` and `nobody` say what an earlier one found, and ask none.
 */
export type SecondQuestion = 'ask' | 'hides' | 'nobody'

/** The second questions to one address since the page was opened. Times on the monotonic clock. */
export type SecondQuestions = {
  /** What the last one found; null before, and once an answer could be read since. */
  readonly last: { readonly somebody: boolean; readonly atMs: number } | null
  /** How many found somebody: each may have been led elsewhere. */
  readonly found: number
}

export const NONE_ASKED: SecondQuestions = { last: null, found: 0 }

/** A server that comes up and hides its answers is noticed within ten seconds (contract.md §5). */
const NOBODY_FOR_MS = 8_000
/** A server that restarts may hide only some of its answers, and does not do so often. */
const FOUND_AT_MOST = 3

/** Somebody who hides is asked once, and again only where an answer could be read in between. Pure. */
export function secondQuestionFor({ last, found }: SecondQuestions, nowMonotonicMs: number): SecondQuestion {
  if (last?.somebody === true) return 'hides'
  if (found >= FOUND_AT_MOST) return 'nobody'
  return last === null || nowMonotonicMs - last.atMs >= NOBODY_FOR_MS ? 'ask' : 'nobody'
}

export function afterFailure(
  before: SecondQuestions,
  { somebody, atMs }: Pick<Failure, 'somebody'> & { readonly atMs: number },
): SecondQuestions {
  if (somebody === undefined) return before
  return { last: { somebody, atMs }, found: before.found + (somebody ? 1 : 0) }
}

export function afterAnswer({ found }: SecondQuestions): SecondQuestions {
  return { last: null, found }
}
