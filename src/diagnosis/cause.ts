/** What can stand between a person and their server, the commonest first where nothing else decides. */
export const CAUSES = [
  'C2', // the account no longer accepts the server's sign-in
  'C1', // not claimed yet
  'C9', // not running, starting, asleep, or something else is there
  'C5', // moved without its identity
  'C4', // another account
  'C3', // removed from the account
  'C12', // claimed, but the route is broken
  'C7', // not seen as local
  'C13', // the browser or the system keeps the page off the network
  'C8', // the server cannot reach the account service
  'C6', // runs as another user of the system
  'C14', // the code ran out or was used
  'C10', // damaged database
  'C11', // afraid of the registry
  'C15', // unknown
] as const

/** A cause by its code, as automation reads it (`data-cause`). */
export type CauseCode = (typeof CAUSES)[number]

/** How sure: `certain` only where the evidence rules out every other cause. */
export type Confidence = 'certain' | 'likely' | 'possible'
