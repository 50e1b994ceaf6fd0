import { leftHereOf, notesOf } from '../../account/note.ts'
import { ANSWERS_KEY, parseAnswers } from '../../diagnosis/answers.ts'
import { parseOrigin, type Address } from '../../lib/address.ts'
import { parseBrowser } from '../../lib/browser.ts'
import { isSeenFromAfar } from '../../lib/from-afar.ts'
import { parseMachineIdentifier } from '../../lib/machine-identifier.ts'
import { prefersReducedMotion } from '../../lib/reduced-motion.ts'
import { readStored } from '../../lib/storage.ts'
import { parseUsedAddresses, USED_ADDRESSES_KEY, type UsedAddress } from '../../server/used-addresses.ts'
import type { AddressHistory } from '../../server/address-history.ts'
import { candidatesOf, needsConsent, type Candidate } from './candidates.ts'
import { ALLOWED_KEY, chosenKeyFor, NAMED_KEY, parseNamedAddresses } from './choices.ts'
import { machinesIn, type Facts, type Opened } from './facts.ts'

/** What the address bar says about where to ask: an address, nothing, or something that can't be read. */
export type At = { readonly address: Address | null; readonly unreadable: boolean }

/** What no storage and no address tells. */
export type Doings = Pick<
  Facts,
  'now' | 'search' | 'code' | 'returnedAtMs' | 'visible' | 'openSinceMs' | 'permission'
>

/** Whom to ask, or the address that nobody may contact before the person agrees. */
export type WhomToAsk = { readonly asked: readonly Candidate[]; readonly unasked: Address | null }

export function parseAt(given: string | null): At {
  const address = parseOrigin(given)
  return { address, unreadable: given !== null && address === null }
}

/** The addresses of earlier visits. */
export function usedAddresses(): readonly UsedAddress[] {
  return parseUsedAddresses(readStored('local', USED_ADDRESSES_KEY))
}

export function askingOf(
  { stamp, pageOrigin }: Opened,
  at: Address | null,
  used: readonly UsedAddress[],
  found: readonly Address[],
): WhomToAsk {
  // A person who types or picks an address wants it asked.
  const named = parseNamedAddresses(readStored('session', NAMED_KEY))
  const isAllowed = (far: Address): boolean =>
    named.some(({ address }) => address === far) ||
    !needsConsent(far, pageOrigin, stamp, parseOrigin(readStored('session', ALLOWED_KEY)))
  if (at !== null && !isAllowed(at)) return { asked: [], unasked: at }
  return { asked: candidatesOf({ at, pageOrigin, stamp, used, found }), unasked: null }
}

/** Where an explicit choice of another machine is kept. */
export function chosenKeyAt({ stamp }: Opened, at: Address | null): string {
  return chosenKeyFor(stamp.machineIdentifier ?? at)
}

/** All facts of this moment: what the page was given, what is kept in this browser, and what addresses have said. */
export function factsOf(
  opened: Opened,
  at: At,
  { asked, unasked }: WhomToAsk,
  histories: readonly (AddressHistory | null)[],
  doings: Doings,
): Facts {
  const { stamp } = opened
  const candidates = asked.map((candidate, index) => ({ ...candidate, history: histories[index] ?? null }))
  const chosen = parseMachineIdentifier(readStored('session', chosenKeyAt(opened, at.address)))
  const machines = machinesIn(candidates, [chosen, stamp.machineIdentifier])
  return {
    ...opened,
    ...doings,
    online: navigator.onLine,
    reducedMotion: prefersReducedMotion(),
    browser: parseBrowser(navigator.userAgent),
    fromAfar: isSeenFromAfar(),
    unasked,
    unreadableAt: at.unreadable,
    candidates,
    remembered: usedAddresses().length > 0,
    named: parseNamedAddresses(readStored('session', NAMED_KEY)),
    chosen,
    account: 'unasked',
    answers: parseAnswers(readStored('session', ANSWERS_KEY)),
    notes: notesOf(machines, doings.now.epochMs),
    leftHere: leftHereOf(machines),
  }
}
