import { msg } from '@lingui/core/macro'
import { stepsAgainstBlocking, stepsForTab } from './blocking-words.ts'
import { CAUSE_WORDS, type CauseWords } from './cause-words.ts'
import type { Evidence } from './evidence.ts'
import { PRECISE_WORDS } from './precise-words.ts'
import type { Finding } from './verdict.ts'

/** Where the words are shown: with which browser. */
export type Around = Pick<Evidence, 'browser' | 'openedFrom'>

/** What is said of words that nothing was recognised in; they stay where they were written. */
export const NOT_RECOGNISED: Pick<CauseWords, 'title' | 'says' | 'steps'> = {
  title: msg`Not recognised`,
  says: msg`This page does not know what your words mean. Your words stay in the field.`,
  steps: [
    msg`Add the words on the screen, or say what you did before the trouble began.`,
    msg`If that does not help, copy the report under “Activity of this page”, and ask in the forum.`,
  ],
}

/** The words for a cause, made more precise by what speaks for it, and by where they are shown; null: anywhere. */
export function wordsFor(
  { cause, confidence, signs }: Pick<Finding, 'cause' | 'confidence' | 'signs'>,
  around: Around | null = null,
): CauseWords {
  const precise = PRECISE_WORDS[cause] ?? {}
  const telling = signs.find((sign) => precise[sign] !== undefined)
  const words = { ...CAUSE_WORDS[cause], ...(telling === undefined ? {} : precise[telling]) }
  if (cause === 'blocked') {
    return {
      ...words,
      title: confidence === 'certain' ? msg`The browser blocks your network` : words.title,
      steps: stepsAt(signs, around),
    }
  }
  return words
}

function stepsAt(signs: Finding['signs'], around: Around | null): CauseWords['steps'] {
  const isOutside = around?.openedFrom === 'outside'
  const wasDenied = signs.includes('permission-denied')
  if (signs.includes('may-be-held') || (wasDenied && !isOutside)) return stepsForTab(wasDenied)
  // Where the page is surely kept off, it is the screen `blocked` that has the steps for this browser.
  return stepsAgainstBlocking(signs.includes('kept-off') ? null : around, isOutside)
}
