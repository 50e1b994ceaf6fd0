import type { ScreenName } from './screen.ts'

/** The three steps at the top of the page. They follow from the screen; nobody moves them on. */
export type Step = 'find' | 'sign-in' | 'ready'

export const STEPS: readonly Step[] = ['find', 'sign-in', 'ready']

export const STEP_OF: Readonly<Record<ScreenName, Step>> = {
  looking: 'find',
  found: 'find',
  searching: 'find',
  choosing: 'find',
  'ask-first': 'find',
  missing: 'find',
  blocked: 'find',
  hidden: 'find',
  'no-claim-state': 'find',
  'another-machine': 'find',
  'another-product': 'find',
  starting: 'find',
  unclaimed: 'sign-in',
  taking: 'sign-in',
  declined: 'sign-in',
  confirming: 'sign-in',
  'ask-finished': 'sign-in',
  overdue: 'sign-in',
  claimed: 'ready',
  hearsay: 'find',
}
