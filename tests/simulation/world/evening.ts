import type { Plan } from '../plan/plan.ts'
import type { Clock } from './clock.ts'
import type { Host } from './host.ts'
import type { Network } from './network.ts'
import type { Kept, StorageMood } from './storage.ts'
import type { Tab } from './tab.ts'
import type { Question, Wire } from './wire.ts'

/** What a person did in a tab, reloads included. Promises reckon with it, not with what the page remembers of it. */
export type Doings = {
  readonly typed: Set<string>
  readonly picked: Set<string>
  /** Machines taken instead of the one that is meant. */
  readonly chosen: Set<string>
  readonly agreedTo: Set<string>
  /** Has a search been started? */
  searched: boolean
  readonly pressedMs: number[]
  /** Claim codes that were given to the page, with the machine that was on screen. */
  readonly codes: Map<string, string>
}

/** Something that happened, in a plain sentence. */
export type Told = { readonly atMs: number; readonly sentence: string }

export type Broken = { readonly promise: string; readonly atMs: number; readonly sentence: string }

/** Everything that happens in one world. */
export type Evening = {
  readonly plan: Plan
  readonly clock: Clock
  readonly network: Network
  readonly wire: Wire
  readonly local: Kept
  readonly mood: StorageMood
  readonly wall: { aheadMs: number }
  readonly tabs: Tab[]
  /** The tab that the person looks at, or looked at last. */
  readonly front: () => Tab | null
  readonly doingsIn: (tab: Tab) => Doings
  /** The person did in a new session what they did in this tab. */
  readonly sameDoings: (session: object, tab: Tab) => void
  /** The questions of a tab, in order. */
  readonly askedBy: (tab: Tab) => readonly Question[]
  readonly host: (name: string) => Host
  readonly tell: (sentence: string) => void
  readonly story: readonly Told[]
  /** Faults that are there at the moment, by name and place. */
  readonly faults: Set<string>
  /** When the last of them was there. */
  faultyUntilMs: number
  /** When the person did something last. */
  actedMs: number
  /** When a server was, or will be, linked last. */
  linkedMs: number
  /** Was storage ever refused or full? Then a page knows what a later one does not. */
  storageFailed: boolean
  /** Addresses that storage has ever held. */
  readonly everUsed: Set<string>
  readonly broken: () => Broken | null
  readonly breaks: (promise: string, sentence: string) => void
}

export function newDoings(): Doings {
  return {
    typed: new Set(),
    picked: new Set(),
    chosen: new Set(),
    agreedTo: new Set(),
    searched: false,
    pressedMs: [],
    codes: new Map(),
  }
}
