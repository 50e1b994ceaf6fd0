import type { Actions } from '../wizard/live/actions.ts'

const nothing = (): void => undefined

/** Buttons that do nothing, so that each screen stays what it is. */
export const INERT: Actions = {
  checkNow: nothing,
  leaveToSignIn: nothing,
  sayFinished: nothing,
  sayNotYet: nothing,
  notNow: nothing,
  fetchedCode: nothing,
  sendCode: nothing,
  stay: nothing,
  forgetDecision: nothing,
  askOnly: nothing,
  allow: nothing,
  askUsual: nothing,
  search: nothing,
  searchIn: nothing,
  stopSearch: nothing,
  forgetAddresses: nothing,
  useInstead: nothing,
}
