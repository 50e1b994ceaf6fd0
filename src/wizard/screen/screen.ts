import type { Note } from '../../account/note.ts'
import type { Address } from '../../lib/address.ts'
import type { MachineIdentifier } from '../../lib/machine-identifier.ts'
import type { Outcome } from '../../server/outcome.ts'
import type { WhoAnswers } from '../../server/turns.ts'
import type { Search } from '../../server/search.ts'
import type { Server } from './server.ts'

/** How the server is doing while the page waits for it, or after it was linked. */
export type Health = 'answering' | 'starting' | 'failing' | 'unreadable'

/** What one address said last. */
export type Tried = { readonly address: Address; readonly latest: Outcome }

/** What is on screen. Its name is the only tag; automation sees it as `data-screen`. */
export type Screen =
  | { readonly name: 'looking'; readonly server: null }
  /** A first "claimed" waits for the second answer that agrees. */
  | { readonly name: 'found'; readonly server: Server }
  /** A network is being searched, or found out about; with its servers so far, where any of them will do. */
  | {
      readonly name: 'searching'
      readonly server: null
      readonly search: Search
      readonly servers: readonly Server[]
    }
  | { readonly name: 'choosing'; readonly server: null; readonly servers: readonly Server[] }
  /** An address from the URL that is contacted only when the person agrees; until then nothing is asked. */
  | { readonly name: 'ask-first'; readonly server: null; readonly address: Address }
  | Trouble
  | {
      readonly name: 'starting'
      readonly server: Server
      readonly address: Address
      readonly sinceMs: number
      readonly restarts: number
    }
  /** It can be read, and does not say whether it is claimed. */
  | { readonly name: 'no-claim-state'; readonly server: Server; readonly address: Address }
  | { readonly name: 'unclaimed'; readonly server: Server }
  /** The same, and the page was opened to be taken on to signing in. */
  | { readonly name: 'taking'; readonly server: Server }
  /** The person said "not now". */
  | { readonly name: 'declined'; readonly server: Server }
  | (Waiting & { readonly name: 'confirming' })
  /** The person is back, and nothing has changed: have they finished signing in? */
  | (Waiting & { readonly name: 'ask-finished'; readonly server: Server })
  /** The waiting that took too long. */
  | (Waiting & { readonly name: 'overdue' })
  | { readonly name: 'claimed'; readonly server: Server; readonly health: Health }
  /** Somebody says that it is claimed, at an address that nobody named. */
  | { readonly name: 'hearsay'; readonly server: Server; readonly health: Health }

/** Why there is no server to show. */
export type Trouble =
  | {
      readonly name: 'starting'
      readonly server: null
      readonly address: Address
      readonly sinceMs: number
      /** How often it fell silent since then, and began anew. */
      readonly restarts: number
    }
  /** Somebody answers and hides the answer from this page. */
  | { readonly name: 'hidden'; readonly server: null; readonly address: Address }
  | {
      readonly name: 'another-machine'
      readonly server: null
      readonly address: Address
      readonly machineIdentifier: MachineIdentifier
      readonly answering: WhoAnswers
    }
  /** What answers is no media server at all, or a proxy in front of one. */
  | {
      readonly name: 'another-product'
      readonly server: null
      readonly address: Address
      readonly latest: Outcome
    }
  | { readonly name: 'blocked'; readonly server: null }
  | { readonly name: 'missing'; readonly server: null; readonly tried: readonly Tried[] }

/** Somebody has gone to sign in, or a claim code was sent. */
type Waiting = {
  readonly machineIdentifier: MachineIdentifier
  /** null while it does not answer. */
  readonly server: Server | null
  readonly note: Note
  readonly health: Health
}

export type ScreenName = Screen['name']
export type ScreenOf<Name extends ScreenName> = Extract<Screen, { name: Name }>

/** What automation may rely on as `data-stage` (docs/contract.md §4). */
export type StageName =
  | 'looking'
  | 'choosing'
  | 'missing'
  | 'blocked'
  | 'unreadable'
  | 'stranger'
  | 'starting'
  | 'unclaimed'
  | 'confirming'
  | 'claimed'

export const STAGE_OF: Readonly<Record<ScreenName, StageName>> = {
  looking: 'looking',
  found: 'looking',
  searching: 'looking',
  choosing: 'choosing',
  'ask-first': 'missing',
  missing: 'missing',
  blocked: 'blocked',
  hidden: 'unreadable',
  'no-claim-state': 'unreadable',
  'another-machine': 'stranger',
  'another-product': 'stranger',
  starting: 'starting',
  unclaimed: 'unclaimed',
  taking: 'unclaimed',
  declined: 'unclaimed',
  confirming: 'confirming',
  'ask-finished': 'confirming',
  overdue: 'confirming',
  claimed: 'claimed',
  hearsay: 'claimed',
}

export const SCREEN_NAMES = Object.keys(STAGE_OF) as readonly ScreenName[]

/** The screen, where it waits for somebody to sign in or for a claim code; else null. */
export function waitingOn(screen: Screen): ScreenOf<'confirming' | 'ask-finished' | 'overdue'> | null {
  switch (screen.name) {
    case 'confirming':
    case 'ask-finished':
    case 'overdue':
      return screen
    default:
      return null
  }
}

/** The machine on screen, for automation (`data-server`); null where none is. */
export function machineOn(screen: Screen): MachineIdentifier | null {
  return waitingOn(screen)?.machineIdentifier ?? screen.server?.identity.machineIdentifier ?? null
}

/** How the server does, where the screen tells. */
export function healthOn(screen: Screen): Health | null {
  switch (screen.name) {
    case 'confirming':
    case 'ask-finished':
    case 'overdue':
    case 'claimed':
    case 'hearsay':
      return screen.health
    default:
      return null
  }
}

/** What is told beside the screen, and announced when it changes: how the server does, how many were found. */
export function newsOn(screen: Screen): string | null {
  if (screen.name === 'searching') return String(screen.servers.length)
  const health = healthOn(screen)
  // Help pages stay while the screen below them becomes another.
  return health === null ? null : `${screen.name}, ${health}`
}
