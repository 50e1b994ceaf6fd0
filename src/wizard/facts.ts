import type { Answers } from '../diagnosis/answers.ts'
import type { Evidence } from '../diagnosis/evidence.ts'
import type { Note } from '../account/note.ts'
import type { Address } from '../lib/address.ts'
import type { Browser } from '../lib/browser.ts'
import type { Moment } from '../lib/clock.ts'
import type { MachineIdentifier } from '../lib/machine-identifier.ts'
import type { Permission } from '../lib/permission.ts'
import type { CodeUse } from '../server/claim.ts'
import type { Heard } from '../server/heard.ts'
import type { Search } from '../server/search.ts'
import type { Stamp } from '../stamp/stamp.ts'
import type { Candidate, WayIn } from './candidates.ts'
import type { NamedAddress } from './choices.ts'

/** A candidate and everything it has said; null while it has not been heard. */
export type HeardCandidate = Candidate & { readonly heard: Heard | null }

/** Every machine that the page knows of: those that answered, that are expected somewhere, and `others`. */
export function machinesIn(
  candidates: readonly HeardCandidate[],
  others: readonly (MachineIdentifier | null)[],
): readonly MachineIdentifier[] {
  const known = candidates.flatMap(({ expects, heard }) => [
    expects,
    heard?.first?.machineIdentifier ?? null,
    heard?.good?.identity.machineIdentifier ?? null,
  ])
  return [...new Set([...others, ...known].filter((machine) => machine !== null))]
}

/** All that decides what is on screen. Nothing else does (README, "The one idea"). */
export type Facts = {
  readonly now: Moment
  /** False only when the browser is sure to have no network at all. */
  readonly online: boolean
  readonly wayIn: WayIn
  readonly browser: Browser
  readonly stamp: Stamp
  /** An address in the URL that nobody may contact before the person agrees. */
  readonly unasked: Address | null
  readonly candidates: readonly HeardCandidate[]
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
