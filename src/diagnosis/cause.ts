/**
 * What can stand between a person and their server, the commonest first where nothing else decides. Automation
 * (`data-cause`), docs/verdict.md and the report know each by its code.
 */
export const CAUSE_CODES = {
  // The account no longer accepts the server's sign-in.
  revoked: 'C2',
  'not-claimed': 'C1',
  // Or starting, asleep, or something else is there.
  'not-running': 'C9',
  // It was moved without it.
  'lost-identity': 'C5',
  'another-account': 'C4',
  'removed-from-account': 'C3',
  // Claimed, but the route is broken.
  'broken-route': 'C12',
  'not-local': 'C7',
  // The browser or the system keeps the page off the network.
  blocked: 'C13',
  // The server cannot reach the account service.
  'account-out-of-reach': 'C8',
  // It runs as another user of the system.
  'another-user': 'C6',
  // It ran out or was used.
  'code-spent': 'C14',
  'damaged-database': 'C10',
  'afraid-of-registry': 'C11',
  unknown: 'C15',
} as const

export type Cause = keyof typeof CAUSE_CODES

export const CAUSES = Object.keys(CAUSE_CODES) as readonly Cause[]

/** How sure: `certain` only where the evidence rules out every other cause. */
export type Confidence = 'certain' | 'likely' | 'possible'
