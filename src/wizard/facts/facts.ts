import type { Answers } from '../../diagnosis/answers.ts'
import type { Evidence } from '../../diagnosis/evidence.ts'
import type { Note } from '../../account/note.ts'
import type { Address } from '../../lib/address.ts'
import type { Browser } from '../../lib/browser.ts'
import type { Moment } from '../../lib/clock.ts'
import type { MachineIdentifier } from '../../lib/machine-identifier.ts'
import type { Permission } from '../../lib/permission.ts'
import type { CodeUse } from '../../server/claim.ts'
import type { AddressHistory } from '../../server/address-history.ts'
import type { Search } from '../../server/search.ts'
import type { Stamp } from '../../stamp/stamp.ts'
import type { Candidate, PageOrigin } from './candidates.ts'
import type { NamedAddress } from './choices.ts'

/** A candidate and everything it has said; null until its first answer. */
export type AskedCandidate = Candidate & { readonly history: AddressHistory | null }

/** Every machine that the page knows of: those that answered, that are expected somewhere, and `others`. */
export function machinesIn(
  candidates: readonly AskedCandidate[],
  others: readonly (MachineIdentifier | null)[],
): readonly MachineIdentifier[] {
  const known = candidates.flatMap(({ expects, history }) => [
    expects,
    history?.first?.machineIdentifier ?? null,
    history?.good?.identity.machineIdentifier ?? null,
  ])
  return [...new Set([...others, ...known].filter((machine) => machine !== null))]
}

/** What the page was given when it was opened. */
export type Opened = Pick<Facts, 'stamp' | 'pageOrigin'>

/** All that decides what is on screen. Nothing else does (README, "The one idea"). */
export type Facts = {
  readonly now: Moment
  /** Can somebody see the page? */
  readonly visible: boolean
  /** When the person last came back to it, or opened it; on the monotonic clock. */
  readonly returnedAtMs: number
  /**
   * Since when the address bar has asked to open the server (`#/open`), on the monotonic clock; null where it does not.
   * Whatever the person decides takes that back.
   */
  readonly openSinceMs: number | null
  /** Does the person wish that nothing moves by itself? */
  readonly reducedMotion: boolean
  /** False only when the browser is sure to have no network at all. */
  readonly online: boolean
  readonly pageOrigin: PageOrigin
  readonly browser: Browser
  /** Is it a large screen over which nothing hovers, such as a television's? */
  readonly fromAfar: boolean
  readonly stamp: Stamp
  /** An address in the URL that nobody may contact before the person agrees. */
  readonly unasked: Address | null
  /** The URL names an address that can't be read; the usual ones are asked instead. */
  readonly unreadableAt: boolean
  readonly candidates: readonly AskedCandidate[]
  /** The latest search of a network since the page was opened, going on or over. */
  readonly search: Search | null
  /** Are there addresses of earlier visits that this browser could forget? */
  readonly remembered: boolean
  /** The addresses that the person named in this visit. */
  readonly named: readonly NamedAddress[]
  /** The machine the person explicitly took instead of the one the file belongs to. */
  readonly chosen: MachineIdentifier | null
  /** What the browser says of reaching the local network. */
  readonly permission: Permission
  /** Does this browser reach the account service? */
  readonly account: Evidence['account']
  /** The claim code that was used last since the page was opened; never the code itself. */
  readonly code: CodeUse
  /** What the person answered when asked. */
  readonly answers: Answers
  /** The person's latest decision about each machine that is known. Other pages share the storage it comes from. */
  readonly notes: ReadonlyMap<MachineIdentifier, Note>
  /** The machines for which a person left from this very tab; no other page can say so. */
  readonly leftHere: ReadonlySet<MachineIdentifier>
}
