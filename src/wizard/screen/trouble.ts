import { classOf } from '../../lib/address-class.ts'
import type { MachineIdentifier } from '../../lib/machine-identifier.ts'
import { answeringAt, isGivenUp, isStarting, type AddressHistory } from '../../server/address-history.ts'
import type { FailureReason } from '../../server/outcome.ts'
import type { PageOrigin } from '../facts/candidates.ts'
import type { Facts, AskedCandidate } from '../facts/facts.ts'
import type { Trouble } from './screen.ts'
import { isOwnMachineOpen } from './trust.ts'

/** The most telling thing that the addresses said, once all of them were asked and none is the server. Pure. */
export function troubleOf(facts: Facts, wanted: MachineIdentifier | null): Trouble {
  const answered = telling(facts)
  return (
    tellingAt(answered, facts, wanted) ??
    // What a search found says something only where nothing else does.
    tellingAt(facts.candidates.filter(isFound), facts, wanted) ??
    (isKeptOff(facts)
      ? { name: 'blocked', server: null }
      : {
          name: 'missing',
          server: null,
          tried: answered.map(({ address, history: { latest } }) => ({ address, latest })),
        })
  )
}

export type AnsweredCandidate = AskedCandidate & { readonly history: AddressHistory }

function tellingAt(
  answered: readonly AnsweredCandidate[],
  facts: Facts,
  wanted: MachineIdentifier | null,
): Trouble | null {
  return (
    first(answered, startingAt(facts)) ??
    first(answered, hiddenAt) ??
    first(answered, strangerAt(facts, wanted))
  )
}

function isFound(candidate: AskedCandidate): candidate is AnsweredCandidate {
  return candidate.source === 'search' && candidate.history !== null
}

/**
 * What a file or a person promised to be the server is judged alone. Addresses that are only worth a try (this
 * computer, earlier visits) are judged where nothing was promised. A web server that merely hosts this page says
 * nothing about the media server.
 */
export function telling(facts: Facts): readonly AnsweredCandidate[] {
  const alone = facts.candidates.some(({ source }) => source === 'url')
  const asked = facts.candidates.filter(
    (candidate): candidate is AnsweredCandidate =>
      candidate.history !== null && (alone ? candidate.source === 'url' : candidate.source !== 'search'),
  )
  const others = asked.filter(({ source, history }) => source !== 'own-origin' || !isMereHost(history))
  const promised = others.filter(({ source }) => source !== 'used' && source !== 'loopback')
  if (promised.length > 0) return promised
  // What passes questions on was told of a server, though nobody is behind it at the moment.
  const passingOn = asked.filter(({ source, history: { latest } }) => {
    return source === 'own-origin' && latest.kind === 'failure' && latest.reason === 'gateway'
  })
  return [...passingOn, ...others]
}

const HOSTING: ReadonlySet<FailureReason> = new Set([
  'another-product',
  'turned-away',
  'redirected',
  'log-in',
  'not-routed',
  'faulty',
  'gateway',
  'too-large',
])

function isMereHost({ good, latest }: AddressHistory): boolean {
  if (good !== null || latest.kind !== 'failure') return false
  return HOSTING.has(latest.reason)
}

function first<T>(
  answered: readonly AnsweredCandidate[],
  read: (one: AnsweredCandidate) => T | null,
): T | null {
  for (const one of answered) {
    const found = read(one)
    if (found !== null) return found
  }
  return null
}

function startingAt(facts: Facts) {
  return ({ address, history }: AnsweredCandidate): Trouble | null => {
    if (history.good !== null || !isStarting(history) || isGivenUp(history, facts.now.monotonicMs))
      return null
    return {
      name: 'starting',
      server: null,
      address,
      sinceMs: history.startingSinceMs ?? history.latest.atMs,
      restarts: history.restarts,
    }
  }
}

function hiddenAt({ address, history: { latest } }: AnsweredCandidate): Trouble | null {
  return latest.kind === 'failure' && latest.reason === 'unreadable'
    ? { name: 'hidden', server: null, address }
    : null
}

/** Speaks for somebody else than the server, and for nobody in whom a server could hide. */
const OTHERS: ReadonlySet<FailureReason> = new Set([
  'another-product',
  'odd-identifier',
  'redirected',
  'log-in',
  'gateway',
  'not-routed',
])

function strangerAt(facts: Facts, wanted: MachineIdentifier | null) {
  const open = isOwnMachineOpen(facts)
  return ({ address, history }: AnsweredCandidate): Trouble | null => {
    const { good, latest, first: before } = history
    // One lost packet does not make another machine ours, nor nobody.
    if (good !== null && (latest.kind === 'identity' || !isGivenUp(history, facts.now.monotonicMs))) {
      const { machineIdentifier } = good.identity
      const answering = answeringAt(history)
      const ours =
        !open && answering !== 'in-turn' && machineIdentifier === (wanted ?? before?.machineIdentifier)
      return ours ? null : { name: 'another-machine', server: null, address, machineIdentifier, answering }
    }
    const other = latest.kind === 'failure' && OTHERS.has(latest.reason)
    return other ? { name: 'another-product', server: null, address, latest } : null
  }
}

/**
 * Is the page from a place that a browser may keep off the home network? One engine then refuses at once, another holds
 * every question while it asks the person, which looks like silence (docs/engines.md).
 */
export function isFromOutside(pageOrigin: PageOrigin): boolean {
  return pageOrigin !== null && (pageOrigin.startsWith('https:') || classOf(pageOrigin) === 'public')
}

/** May the browser want a permission for this page? Only then what it says of one is worth knowing (browsers.md rule 4). */
export function mayNeedPermission({ pageOrigin, browser }: Pick<Facts, 'pageOrigin' | 'browser'>): boolean {
  return isFromOutside(pageOrigin) || (pageOrigin === null && browser.family === 'firefox')
}

/**
 * Does the browser keep this page off the local network? Only said where browsers are known to do so (a page
 * from https or from the internet, browsers.md rule 4) and every other address failed at once.
 */
function isKeptOff({ pageOrigin, candidates, permission }: Facts): boolean {
  if (!isFromOutside(pageOrigin) || permission === 'granted') return false
  const others = candidates.filter(({ source }) => source !== 'own-origin')
  return (
    others.length > 0 &&
    others.every(({ history }) => history?.latest.kind === 'failure' && history.latest.reason === 'refused')
  )
}
