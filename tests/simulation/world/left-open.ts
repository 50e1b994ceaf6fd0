import { setTimeout as pause } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Sight } from '../page/sight-of.ts'
import { ADDRESS, ATTIC_ID } from '../plan/places.ts'
import { chanceOf } from './chance.ts'
import { newClock } from './clock.ts'
import { newHost } from './host.ts'
import { newNetwork } from './network.ts'
import type { Slots } from './slots.ts'
import { openTab, type Look, type Tab } from './tab.ts'
import { newWire, type Question } from './wire.ts'

/** A page that somebody leaves open, and does nothing with. */
export type LeftOpen = {
  readonly on: 'unclaimed' | 'missing' | 'confirming' | 'claimed'
  readonly look: Look
}

export const ALL_LEFT_OPEN: readonly LeftOpen[] = (['app', 'first'] as const).flatMap((look) =>
  (['unclaimed', 'missing', 'confirming', 'claimed'] as const).map((on) => ({ on, look })),
)

/** What a page keeps, and what it did so far. */
export type Kept = {
  readonly timers: number
  readonly listeners: number
  /** Of all that its addresses have said, as text. */
  readonly characters: number
  readonly heapKb: number
  readonly questions: number
  readonly drawings: number
}

const MINUTE_MS = 60_000
/** By then the person who signs in was asked whether they are done. */
const FROM_MINUTE = 5
const TO_MINUTE = 17
/** Engines go on learning the code, so that this finds only what keeps a kilobyte of each question. The soak is finer. */
const HEAP_GROWS_BY_KB = 1_500
const CHARACTERS_MORE = 200
/** The time is told every second. */
const DRAWN_A_MINUTE = 60

const STAMP = JSON.stringify({
  format: 1,
  server: { machineIdentifier: ATTIC_ID, friendlyName: 'Attic NAS', platform: 'Linux', addresses: [ADDRESS] },
})

/** Lives it, and says what grew with time; null where nothing did. */
export async function leaveOpen({ on, look }: LeftOpen, slots: Slots): Promise<string | null> {
  const clock = newClock()
  const network = newNetwork('refused')
  const claimed = on === 'claimed'
  const usual = on === 'missing' ? 'refusing' : 'unclaimed'
  const host = { name: 'the attic', machineIdentifier: ATTIC_ID, address: ADDRESS, usual, claimed } as const
  network.hosts.push(newHost(host, clock.nowMs))
  let questions = 0
  let drawings = 0
  let sight: Sight | null = null
  let bug: string | null = null
  const wire = newWire(network, clock, chanceOf(1), () => {
    questions += 1
    // Nothing of this is the page's.
    ;(wire.questions as Question[]).length = 0
  })
  const opening = { name: 'the page', stamp: STAMP, origin: null, hash: '', session: new Map(), look }
  const tab = openTab({ ...opening, startsAfterMs: 100 }, slots.take(), {
    clock,
    wire,
    local: new Map(),
    mood: { refused: false, full: false },
    wall: { aheadMs: 0 },
    isOnline: () => true,
    onStored: () => undefined,
    onSight: (_tab, seen) => {
      drawings += 1
      sight = seen
    },
    onBug: (_tab, what) => (bug ??= what),
    onLeave: (_tab, { href }) => (bug ??= `It goes to ${href} by itself`),
  })
  const kept = (): Promise<Kept> => keptBy(tab, sight, { questions, drawings })
  await clock.runUntil(MINUTE_MS)
  if (on === 'confirming') signIn(tab)
  await clock.runUntil(FROM_MINUTE * MINUTE_MS)
  const before = await kept()
  await clock.runUntil(TO_MINUTE * MINUTE_MS)
  const after = await kept()
  tab.close()
  await clock.runUntil(clock.nowMs() + 200)
  slots.empty([tab])
  const shown = nameOf(sight)
  if (!SHOWS[on].includes(shown)) return `It shows "${shown}"`
  return bug ?? whatGrew(before, after)
}

/** Waiting is called otherwise with time. */
const SHOWS: Readonly<Record<LeftOpen['on'], readonly string[]>> = {
  unclaimed: ['unclaimed'],
  missing: ['missing'],
  confirming: ['confirming', 'ask-finished'],
  claimed: ['claimed'],
}

const nameOf = (sight: Sight | null): string => sight?.screen.name ?? 'nothing'

function signIn(tab: Tab): void {
  const link = tab.sight()?.signIn
  if (link) tab.actions()?.leaveToSignIn(link.machine as never, link)
}

async function keptBy(
  tab: Tab,
  sight: Sight | null,
  did: Pick<Kept, 'questions' | 'drawings'>,
): Promise<Kept> {
  const { window } = tab.slot
  await collect()
  return {
    timers: tab.timers.running(),
    listeners: window.listeners() + window.document.listeners(),
    characters: JSON.stringify(sight?.facts.candidates).length,
    heapKb: process.memoryUsage().heapUsed / 1024,
    ...did,
  }
}

/** In a sentence; null where nothing grew that should not. */
export function whatGrew(before: Kept, after: Kept): string | null {
  const more = (name: keyof Kept): number => after[name] - before[name]
  if (more('timers') > 1) return `Timers grow from ${before.timers} to ${after.timers}`
  if (more('listeners') > 0) return `Listeners grow from ${before.listeners} to ${after.listeners}`
  if (more('characters') > CHARACTERS_MORE)
    return `What is known of addresses grows by ${more('characters')} characters`
  if (more('heapKb') > HEAP_GROWS_BY_KB) return `The heap grows by ${more('heapKb').toFixed(0)} kB`
  const once = (TO_MINUTE - FROM_MINUTE) * DRAWN_A_MINUTE + more('questions')
  // Some answers take so long that time is told meanwhile.
  if (more('drawings') > once * 1.1)
    return `It is drawn ${more('drawings')} times for ${more('questions')} questions`
  return null
}

let collector: (() => void) | null = null

async function collect(): Promise<void> {
  if (collector === null) {
    setFlagsFromString('--expose-gc')
    collector = runInNewContext('gc') as () => void
  }
  collector()
  // What waits to be told that something is gone holds on to a little of it.
  await pause(20)
  collector()
}
