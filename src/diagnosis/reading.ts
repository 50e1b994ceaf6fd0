import type { AddressClass } from '../lib/address-class.ts'
import type { Evidence, ProbeEvidence } from './evidence.ts'

/** What can be read of the server at all. */
export type Reading = 'nothing' | 'hidden' | 'starting' | 'claimed' | 'unclaimed' | 'unknown'

export function readingOf({ server, startingForMs, probes }: Evidence): Reading {
  if (startingForMs !== null) return 'starting'
  if (server !== null) return server.claim
  return probes.some(({ said }) => said === 'unreadable') ? 'hidden' : 'nothing'
}

/** After this long a database is likelier than patience: the longest healthy start seen took minutes (protocol.md §2). */
const DAMAGED_AFTER_MS = 10 * 60_000
const DOUBTFUL_AFTER_MS = 5 * 60_000
/** Sign-ins are refused for less, and home clocks are seldom further off. */
const CLOCK_MATTERS_FROM_MS = 5 * 60_000

export function startsTooLong({ startingForMs }: Evidence): boolean {
  return startingForMs !== null && startingForMs >= DAMAGED_AFTER_MS
}

export function startsLong({ startingForMs }: Evidence): boolean {
  return startingForMs !== null && startingForMs >= DOUBTFUL_AFTER_MS
}

export function clockIsOff({ clockOffMs }: Evidence): boolean {
  return clockOffMs !== null && Math.abs(clockOffMs) >= CLOCK_MATTERS_FROM_MS
}

export function runsOnWindows({ answers, platform }: Evidence): boolean {
  return answers.runs === null
    ? platform === 'Windows'
    : answers.runs === 'windows-app' || answers.runs === 'windows-service'
}

/** Could the server take whoever comes this way for a stranger from outside? */
export function isFarKind(kind: AddressClass): boolean {
  return kind === 'public' || kind === 'shared' || kind === 'name'
}

/** Is nobody likely to mistake this address for one outside? */
export function isNearKind(kind: AddressClass): boolean {
  return kind === 'loopback' || kind === 'private' || kind === 'link-local' || kind === 'unique-local'
}

const SOMEBODY_ELSE: ReadonlySet<ProbeEvidence['said']> = new Set([
  'another-product',
  'redirected',
  'too-large',
  'turned-away',
])

export function isSomebodyElse({ said }: ProbeEvidence): boolean {
  return SOMEBODY_ELSE.has(said)
}

const ILL: ReadonlySet<ProbeEvidence['said']> = new Set(['slow', 'broken-off', 'faulty', 'busy'])

/** Answers HTTP, and not as a healthy server does. */
export function isIll({ said }: ProbeEvidence): boolean {
  return ILL.has(said)
}

/** Came the page in a way in which browsers keep pages off the home network, and did everything fail at once? */
export function isKeptOff({ wayIn, probes }: Evidence): boolean {
  return wayIn === 'outside' && probes.length > 0 && probes.every(({ said }) => said === 'refused')
}

/** Has somebody tried to claim it, in vain so far? */
export function hasTried({ waiting, code }: Evidence): boolean {
  return waiting?.overdue === true || code !== null
}
