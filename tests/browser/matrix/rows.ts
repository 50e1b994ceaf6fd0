import type { Tab } from '../drivers/engine.ts'
import type { Way, World } from './world.ts'

export type EngineName = 'chromium' | 'firefox' | 'webkit'

/** A journey is walked from its beginning to its end; whatever it awaits in vain is its failure. */
export type Journey = {
  readonly name: string
  readonly ways?: readonly Way[]
  readonly walk: (world: World, way: Way) => Promise<void>
  /** Can't be had on loopback addresses. */
  readonly needs?: 'namespaces'
  readonly long?: Long
}

/** Takes minutes: in its turn where it keeps the computer busy, beside all others where it is idle meanwhile. */
type Long = 'busy' | 'idle'

/** What a person sees: a stage, words of the page (English), and the cause that it believes in most. */
export type Shows = { readonly stage: string; readonly says?: string; readonly cause?: string }

/** One row of the fault table. */
export type Fault = {
  readonly name: string
  /** When the fault strikes: before the page is opened, while it looks, while it waits for a sign-in, or after. */
  readonly when: 'before' | 'looking' | 'unclaimed' | 'waiting' | 'approved' | 'claimed'
  readonly ways?: readonly Way[]
  readonly strike: (world: World, tab: Tab | null) => Promise<unknown>
  readonly shows: Shows
  /** Can't be had on loopback addresses. */
  readonly needs?: 'namespaces'
  /** How soon; 6.5 s unless said, which is the promise for the first look and the drawing of it. */
  readonly withinMs?: number
  /** Must the page stay as it is for this long after it shows that? */
  readonly forMs?: number
  readonly lift: (world: World, tab: Tab) => Promise<unknown>
  /** What comes back by itself, within 10 s unless said: the stage the fault interrupted, or another. */
  readonly recovers?: Shows
  readonly recoversWithinMs?: number
  readonly long?: Long
}
