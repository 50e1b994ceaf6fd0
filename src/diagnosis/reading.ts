import type { AddressClass } from '../lib/address-class.ts'
import { GATES, isAtLeast } from '../server/gate.ts'
import type { Place } from '../server/place.ts'
import type { Evidence, ProbeEvidence } from './evidence.ts'

/** What can be read of the server at all. `unknown` as well where several answer and nobody has picked one. */
export type Reading = 'nothing' | 'hidden' | 'starting' | 'claimed' | 'unclaimed' | 'unknown'

export function readingOf({ server, startingForMs, probes }: Evidence): Reading {
  if (startingForMs !== null) return 'starting'
  if (server !== null) return server.claim
  if (probes.some(isReadable)) return 'unknown'
  return probes.some(({ said }) => said === 'unreadable') ? 'hidden' : 'nothing'
}

/** Does a media server answer right now? */
export function isPresent(evidence: Evidence): boolean {
  const { server, startingForMs, probes } = evidence
  if (startingForMs !== null) return false
  return server === null ? probes.some(isReadable) : server.health === 'answering'
}

/** Has the server on screen stopped answering? */
export function isAway({ server, startingForMs }: Evidence): boolean {
  return server?.health === 'failing' && startingForMs === null
}

function isReadable({ said }: ProbeEvidence): boolean {
  return said === 'claimed' || said === 'unclaimed' || said === 'unknown'
}

/** After this long a database is likelier than patience: a large library takes long after an update (protocol.md §2). */
export const DAMAGED_AFTER_MS = 30 * 60_000
/** The longest healthy start seen took less. */
const DOUBTFUL_AFTER_MS = 5 * 60_000
/** One may be an update; what comes again has a reason. */
export const RESTARTS_AGAIN_FROM = 2
/** Sign-ins are refused for less, and home clocks are seldom further off. */
const CLOCK_MATTERS_FROM_MS = 5 * 60_000
/** After signing in it usually takes seconds (protocol.md §4.1); signing in itself takes a minute or two. */
const WAITS_LONG_FROM_MS = 5 * 60_000

export function startsTooLong({ startingForMs }: Evidence): boolean {
  return startingForMs !== null && startingForMs >= DAMAGED_AFTER_MS
}

export function startsLong({ startingForMs }: Evidence): boolean {
  return startingForMs !== null && startingForMs >= DOUBTFUL_AFTER_MS
}

/** Does it never get to the end of its start, because something ends it before? */
export function keepsRestarting({ startingForMs, restarts }: Evidence): boolean {
  return startingForMs !== null && restarts >= RESTARTS_AGAIN_FROM
}

/**
 * Might a server close every connection that is not secure? To a page that looks like a port where nobody listens
 * (docs/engines.md). On this computer a server is the rarer of the two. A program is told which of them it is.
 */
export function mayDemandSecure(evidence: Evidence): boolean {
  const [first] = evidence.probes
  if (evidence.server !== null || first?.said !== 'refused') return false
  return first.hungUp ?? (first.kind !== 'loopback' && !isKeptOff(evidence))
}

export function waitsLong({ waiting }: Evidence): boolean {
  return waiting !== null && !waiting.overdue && waiting.forMs >= WAITS_LONG_FROM_MS
}

export function clockIsOff({ clockOffMs }: Evidence): boolean {
  return clockOffMs !== null && Math.abs(clockOffMs) >= CLOCK_MATTERS_FROM_MS
}

export function runsOnWindows({ answers, platform }: Evidence): boolean {
  return answers.runs === null
    ? platform === 'Windows'
    : answers.runs === 'windows-app' || answers.runs === 'windows-service'
}

const PLACE_OF: Record<NonNullable<Evidence['platform']>, Place> = {
  Windows: 'windows-app',
  MacOSX: 'mac',
  Linux: 'linux',
}

/** Must this server be claimed? By its file, which speaks for one machine only, else by its version; null: not known. */
export function mustBeClaimed({ server, identity, enforced, platform, answers }: Evidence): boolean | null {
  if (enforced !== null && identity !== 'other') return enforced
  const place = answers.runs ?? (platform === null ? null : PLACE_OF[platform])
  const gate = place === null ? undefined : GATES[place]
  return gate === undefined || server?.version == null ? null : isAtLeast(server.version, gate)
}

/** Could the server take a person who comes this way for a stranger from outside? */
export function isFarKind(kind: AddressClass): boolean {
  return kind === 'public' || kind === 'shared'
}

/** Is nobody likely to mistake this address for one outside? */
export function isNearKind(kind: AddressClass): boolean {
  return kind === 'loopback' || kind === 'private' || kind === 'link-local' || kind === 'unique-local'
}

/** Is the page from a place that browsers keep off the home network, and did everything fail at once? */
export function failsFromOutside({ openedFrom, probes }: Evidence): boolean {
  return openedFrom === 'outside' && probes.length > 0 && probes.every(({ said }) => said === 'refused')
}

/** The same, unless the browser says that this page may. */
export function isKeptOff(evidence: Evidence): boolean {
  return failsFromOutside(evidence) && evidence.permission !== 'granted'
}

/** Is the page from outside, and all silent, as where a browser holds its questions until the person allows them? */
export function isHeldPerhaps({ openedFrom, probes }: Evidence): boolean {
  return openedFrom === 'outside' && probes.length > 0 && probes.every(({ said }) => said === 'silent')
}

/**
 * Is it a file in Firefox, which asks for the local network where the file's tab showed a page from the internet before
 * (browsers.md rule 4)? In any other tab it does not ask, and says "prompt" all the same.
 */
function mayBeHeldInTab({ openedFrom, browser }: Pick<Evidence, 'openedFrom' | 'browser'>): boolean {
  return openedFrom === 'file' && browser.family === 'firefox'
}

/** Might such a tab hold the questions? One of them hangs, longer than a network looks for a device; none is answered. */
export function isHeldInTab(evidence: Evidence): boolean {
  return isUnansweredInTab(evidence, 'prompt') && evidence.probes.some(hangs)
}

/** Was such a tab refused? Questions fail at once then, good addresses too. */
export function isDeniedInTab(evidence: Evidence): boolean {
  return isUnansweredInTab(evidence, 'denied') && evidence.probes.some(({ said }) => said === 'refused')
}

function isUnansweredInTab(evidence: Evidence, permission: Evidence['permission']): boolean {
  if (!mayBeHeldInTab(evidence) || evidence.permission !== permission) return false
  return evidence.probes.every(({ said }) => said === 'refused' || said === 'silent')
}

// A network looks three seconds for the device that has an address. What is swallowed on its way stays silent until the
// page gives up, after five (browsers.md rule 5).
const NOBODY_TAKES_MS = { from: 2_500, to: 4_500 }

/** Did the question end as it does where no device has the address? */
export function endsLikeNobody({ kind, tookMs }: ProbeEvidence): boolean {
  return NOBODY_TAKES_MS.from <= tookMs && tookMs <= NOBODY_TAKES_MS.to && isNearKind(kind)
}

function hangs(probe: ProbeEvidence): boolean {
  return probe.said === 'silent' && !endsLikeNobody(probe)
}

/** Has somebody tried to claim it, in vain so far? */
export function hasTried({ waiting, code }: Evidence): boolean {
  return waiting?.overdue === true || code !== null
}
