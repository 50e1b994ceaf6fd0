import { classOf } from '../../lib/address-class.ts'
import type { MachineIdentifier } from '../../lib/machine-identifier.ts'
import { isGivenUp, isStarting, type Heard } from '../../server/heard.ts'
import type { WayIn } from '../facts/candidates.ts'
import type { Facts, HeardCandidate } from '../facts/facts.ts'
import type { Trouble } from './screen.ts'
import { isOwnMachineOpen } from './trust.ts'

/** The most telling thing that the addresses said, once all of them were asked and none is the server. Pure. */
export function troubleOf(facts: Facts, wanted: MachineIdentifier | null): Trouble {
  const heard = telling(facts)
  return (
    tellingAt(heard, facts, wanted) ??
    // What a search found says something only where nothing else does.
    tellingAt(facts.candidates.filter(isFound), facts, wanted) ??
    (isKeptOff(facts)
      ? { name: 'blocked', server: null }
      : {
          name: 'missing',
          server: null,
          tried: heard.map(({ address, heard: { latest } }) => ({ address, latest })),
        })
  )
}

type Asked = HeardCandidate & { readonly heard: Heard }

function tellingAt(heard: readonly Asked[], facts: Facts, wanted: MachineIdentifier | null): Trouble | null {
  return first(heard, startingAt(facts)) ?? first(heard, hiddenAt) ?? first(heard, strangerAt(facts, wanted))
}

function isFound(candidate: HeardCandidate): candidate is Asked {
  return candidate.source === 'search' && candidate.heard !== null
}

/**
 * What a file or a person promised to be the server is judged alone; addresses that are only worth a try (this
 * computer, earlier visits) are judged where nothing was promised. A web server that merely hosts this page
 * says nothing about the media server.
 */
export function telling(facts: Facts): readonly Asked[] {
  const alone = facts.candidates.some(({ source }) => source === 'url')
  const asked = facts.candidates.filter(
    (candidate): candidate is Asked =>
      candidate.heard !== null && (alone ? candidate.source === 'url' : candidate.source !== 'search'),
  )
  const others = asked.filter(({ source, heard }) => source !== 'own-origin' || !isMereHost(heard))
  const promised = others.filter(({ source }) => source !== 'used' && source !== 'loopback')
  return promised.length > 0 ? promised : others
}

function isMereHost({ good, latest }: Heard): boolean {
  if (good !== null || latest.kind !== 'failure') return false
  return ['another-product', 'turned-away', 'redirected', 'faulty', 'too-large'].includes(latest.reason)
}

function first<T>(heard: readonly Asked[], read: (asked: Asked) => T | null): T | null {
  for (const asked of heard) {
    const found = read(asked)
    if (found !== null) return found
  }
  return null
}

function startingAt(facts: Facts) {
  return ({ address, heard }: Asked): Trouble | null => {
    if (heard.good !== null || !isStarting(heard) || isGivenUp(heard, facts.now.steadyMs)) return null
    return { name: 'starting', server: null, address, sinceMs: heard.startingSinceMs ?? heard.latest.atMs }
  }
}

function hiddenAt({ address, heard: { latest } }: Asked): Trouble | null {
  return latest.kind === 'failure' && latest.reason === 'unreadable'
    ? { name: 'hidden', server: null, address }
    : null
}

function strangerAt(facts: Facts, wanted: MachineIdentifier | null) {
  const open = isOwnMachineOpen(facts)
  return ({ address, heard }: Asked): Trouble | null => {
    const { good, latest, first: before } = heard
    // One lost packet does not make another machine ours, nor nobody.
    if (good !== null && (latest.kind === 'identity' || !isGivenUp(heard, facts.now.steadyMs))) {
      const { machineIdentifier } = good.identity
      const ours = !open && machineIdentifier === (wanted ?? before?.machineIdentifier)
      return ours ? null : { name: 'another-machine', server: null, address, machineIdentifier }
    }
    const other =
      latest.kind === 'failure' && (latest.reason === 'another-product' || latest.reason === 'redirected')
    return other ? { name: 'another-product', server: null, address, latest } : null
  }
}

/**
 * Did the page come in a way in which a browser may keep it off the home network? One engine then refuses at once,
 * another holds every question while it asks the person, which looks like silence (docs/engines.md).
 */
export function isFromOutside({ origin }: WayIn): boolean {
  return origin !== null && (origin.startsWith('https:') || classOf(origin) === 'public')
}

/**
 * Does the browser keep this page off the local network? Only said where browsers are known to do so (a page
 * from https or from the internet, browsers.md rule 4) and every other address failed at once.
 */
function isKeptOff({ wayIn, candidates, permission }: Facts): boolean {
  if (!isFromOutside(wayIn) || permission === 'granted') return false
  const others = candidates.filter(({ source }) => source !== 'own-origin')
  return (
    others.length > 0 &&
    others.every(({ heard }) => heard?.latest.kind === 'failure' && heard.latest.reason === 'refused')
  )
}
