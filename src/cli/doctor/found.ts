/** What a check comes to. `note` is told and counts for nothing. */
export type CheckStatus = 'well' | 'to-do' | 'not-seen' | 'note'

/**
 * What each check may find, and what that comes to. The words are those of `--json` and of the report, and stay as they
 * are: programs read them (docs/command.md).
 */
export const CHECKS = {
  server: {
    running: 'well',
    starting: 'to-do',
    'two-in-turn': 'to-do',
    'not-running': 'to-do',
    silent: 'to-do',
    'no-way': 'to-do',
    'secure-only': 'to-do',
    certificate: 'to-do',
    'somebody-else': 'to-do',
    'behind-proxy': 'to-do',
    ill: 'to-do',
  },
  claim: { linked: 'well', 'not-linked': 'to-do', 'not-said': 'not-seen', 'not-seen': 'not-seen' },
  port: {
    open: 'well',
    'this-computer-only': 'to-do',
    closed: 'to-do',
    'no-network': 'to-do',
    held: 'to-do',
    free: 'note',
    'in-use': 'note',
    'not-seen': 'not-seen',
    elsewhere: 'note',
  },
  clock: { right: 'well', off: 'to-do', doubtful: 'to-do', 'not-seen': 'not-seen', elsewhere: 'note' },
  account: {
    reached: 'well',
    'no-name': 'to-do',
    'no-name-server': 'to-do',
    'led-home': 'to-do',
    refused: 'to-do',
    silent: 'to-do',
    'no-way': 'to-do',
    'not-secure': 'to-do',
    'not-trusted': 'to-do',
    'no-answer': 'to-do',
    elsewhere: 'note',
  },
  folder: {
    writable: 'well',
    'owner-only': 'note',
    'not-writable': 'to-do',
    'read-only': 'to-do',
    full: 'to-do',
    untold: 'note',
    none: 'to-do',
    several: 'to-do',
    gone: 'to-do',
    hidden: 'not-seen',
    elsewhere: 'note',
  },
  page: {
    current: 'well',
    'not-needed': 'note',
    unproven: 'note',
    'open-to-others': 'note',
    none: 'to-do',
    foreign: 'to-do',
    broken: 'to-do',
    'other-server': 'to-do',
    'old-addresses': 'to-do',
    'no-address': 'to-do',
    'other-version': 'to-do',
    hidden: 'not-seen',
    'no-folder': 'not-seen',
    elsewhere: 'note',
  },
  firewall: {
    none: 'note',
    'let-in': 'well',
    'keep-out': 'to-do',
    hidden: 'note',
    'not-seen': 'note',
    elsewhere: 'note',
  },
  container: { none: 'well', beside: 'note', inside: 'note', 'own-network': 'to-do', elsewhere: 'note' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, CheckStatus>>>>

export type CheckName = keyof typeof CHECKS
export type FoundIn<C extends CheckName> = keyof (typeof CHECKS)[C]

/** What each check found. */
export type Findings = { readonly [C in CheckName]: FoundIn<C> }

export const CHECK_NAMES = Object.keys(CHECKS) as readonly CheckName[]

/** On a linked server nobody needs the page, so that nothing has to be done about it. */
const OF_THE_PAGE: readonly CheckName[] = ['folder', 'page']
/** Those are trouble for the server itself. */
const TROUBLE_ANYWAY: readonly string[] = ['not-writable', 'read-only', 'full']

export function statusOf(check: CheckName, findings: Findings): CheckStatus {
  const found = findings[check]
  const status = (CHECKS[check] as Readonly<Record<string, CheckStatus>>)[found] ?? 'not-seen'
  const isIdle = findings.claim === 'linked' && OF_THE_PAGE.includes(check) && !TROUBLE_ANYWAY.includes(found)
  return isIdle && status !== 'well' ? 'note' : status
}

/** All in all: whatever has to be done comes before what could not be looked at. */
export function resultOf(findings: Findings): 'well' | 'to-do' | 'not-seen' {
  const statuses = CHECK_NAMES.map((check) => statusOf(check, findings))
  if (statuses.includes('to-do')) return 'to-do'
  return statuses.includes('not-seen') ? 'not-seen' : 'well'
}
