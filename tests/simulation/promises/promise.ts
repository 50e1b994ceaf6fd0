import type { Sight } from '../page/sight-of.ts'
import type { Evening } from '../world/evening.ts'
import type { Leaving, Tab } from '../world/tab.ts'
import type { Question } from '../world/wire.ts'

/** Each says in a sentence how it was broken; null where it was kept. */
export type SightPromise = (evening: Evening, tab: Tab, sight: Sight) => string | null
export type LeavePromise = (evening: Evening, tab: Tab, leaving: Leaving) => string | null
export type QuestionPromise = (evening: Evening, question: Question, tab: Tab | null) => string | null

/** What a page showed some time after the last thing that happened. */
export type Ending = {
  readonly tab: Tab
  /** Ten seconds after it. */
  readonly soon: Sight | null
  /** After another while. */
  readonly later: Sight | null
  /** At the very end, as the fresh page. */
  readonly last: Sight | null
  readonly fresh: Tab
}
export type EndPromise = (evening: Evening, ending: Ending) => string | null
