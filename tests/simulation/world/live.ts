import { drawWishes } from '../person/wishes.ts'
import type { Plan } from '../plan/plan.ts'
import { endPromises, leavePromises, questionPromises, sightPromises } from '../promises/promises.ts'
import { chanceOf } from './chance.ts'
import { newClock } from './clock.ts'
import { coverageOf, type Coverage } from './coverage.ts'
import { newDoings, type Broken, type Doings, type Evening, type Told } from './evening.ts'
import { newHost } from './host.ts'
import { newNetwork } from './network.ts'
import type { Slots } from './slots.ts'
import { strike } from './strike.ts'
import { visitedBefore } from './visited-before.ts'
import { openTab, type Browser, type Tab, type TabOpening } from './tab.ts'
import { newWire, type Question } from './wire.ts'

export type Lived = {
  readonly plan: Plan
  readonly broken: Broken | null
  readonly story: readonly Told[]
  readonly coverage: Coverage
  readonly questions: number
}

/** After the last thing that happened, the page has this long to be right. */
const RIGHT_WITHIN_MS = 10_000
/** It stays so, while a fresh page comes to the same. */
const STAYS_FOR_MS = 12_000

/** Where failures of promises go that nobody waits for. */
export const rejections: { take: (error: unknown) => void } = { take: () => undefined }

/** Lives one evening from its beginning to its end, or until a promise is broken. */
export async function live(plan: Plan, slots: Slots): Promise<Lived> {
  const { evening, open, coverage } = newEvening(plan, slots)
  const { clock } = evening
  const over = (): boolean => evening.broken() !== null
  rejections.take = (error) => evening.breaks('no bug', `A promise of the page fails: ${String(error)}`)
  visitedBefore(evening)
  const wish = drawWishes(evening, open)
  open(plan.opening.hash, new Map(), true)
  for (const step of plan.steps) {
    await clock.runUntil(step.atMs, over)
    if (over()) break
    if (step.kind === 'fault') strike(evening, step)
    else wish(step)
  }
  const fresh = async (): Promise<void> => {
    const { faultyUntilMs, actedMs, linkedMs } = evening
    await clock.runUntil(Math.max(faultyUntilMs, actedMs, linkedMs) + RIGHT_WITHIN_MS, over)
    const tab = evening.front()
    if (over() || tab === null || tab.closedMs !== null) return
    const soon = tab.sight()
    const session = new Map(tab.opening.session)
    evening.sameDoings(session, tab)
    const other = open(tab.hash(), session, false)
    await clock.runUntil(clock.nowMs() + STAYS_FOR_MS / 2, over)
    const later = tab.sight()
    await clock.runUntil(clock.nowMs() + STAYS_FOR_MS / 2, over)
    if (over()) return
    for (const [promise, check] of Object.entries(endPromises)) {
      const sentence = check(evening, { tab, soon, later, last: tab.sight(), fresh: other })
      if (sentence !== null) evening.breaks(promise, sentence)
    }
  }
  if (!over()) await fresh()
  for (const tab of evening.tabs) if (tab.closedMs === null) tab.close()
  const closedMs = clock.nowMs()
  await clock.runUntil(closedMs + 200)
  slots.empty(evening.tabs)
  return {
    plan,
    broken: evening.broken(),
    story: evening.story,
    coverage: coverage(),
    questions: evening.wire.questions.length,
  }
}

type Made = {
  readonly evening: Evening
  readonly open: (hash: string, session: Map<string, string>, byPerson: boolean) => Tab
  readonly coverage: () => Coverage
}

function newEvening(plan: Plan, slots: Slots): Made {
  const clock = newClock()
  const network = newNetwork(plan.elsewhere)
  for (const page of plan.routers) network.routers.add(page)
  for (const { claimed, ...host } of plan.hosts) {
    const made = newHost({ ...host, claimed }, clock.nowMs)
    network.hosts.push(made)
    network.ways.set(made, { slowMs: 0, lost: 0 })
  }
  const chance = chanceOf(plan.seed ^ 0x5eed)
  const doings = new Map<object, Doings>()
  const asked = new Map<string, Question[]>()
  const story: Told[] = []
  const tabs: Tab[] = []
  let broken: Broken | null = null
  let front: Tab | null = null
  const seen = coverageOf()
  const tell = (sentence: string): void => void story.push({ atMs: clock.nowMs(), sentence })
  const breaks = (promise: string, sentence: string): void => {
    broken ??= { promise, atMs: clock.nowMs(), sentence }
  }
  const tabNamed = (name: string): Tab | undefined => tabs.find(({ opening }) => opening.name === name)
  const wire = newWire(network, clock, chance, (question) => {
    asked.set(question.tab, pushed(asked.get(question.tab), question))
    const tab = tabNamed(question.tab)
    for (const [promise, check] of Object.entries(questionPromises)) {
      const sentence = check(evening, question, tab ?? null)
      if (sentence !== null) breaks(promise, sentence)
    }
  })
  const evening: Evening = {
    plan,
    clock,
    network,
    wire,
    local: new Map(),
    mood: { refused: false, full: false },
    wall: { aheadMs: 0 },
    tabs,
    front: () => front,
    doingsIn: ({ opening }) => {
      const known = doings.get(opening.session) ?? newDoings()
      doings.set(opening.session, known)
      return known
    },
    sameDoings: (session, tab) => void doings.set(session, evening.doingsIn(tab)),
    askedBy: ({ opening }) => asked.get(opening.name) ?? [],
    host: (name) => network.hosts.find((host) => host.name === name) ?? (network.hosts[0] as never),
    tell,
    story,
    faults: new Set(),
    faultyUntilMs: 0,
    actedMs: 0,
    linkedMs: 0,
    storageFailed: false,
    everUsed: new Set(),
    broken: () => broken,
    breaks,
  }
  const browser: Browser = {
    clock,
    wire,
    local: evening.local,
    mood: evening.mood,
    wall: evening.wall,
    isOnline: () => network.online,
    onStored: (from) => {
      for (const [, used] of (evening.local.get('setup-plex:used-addresses') ?? '').matchAll(
        /"address":"([^"]+)"/g,
      )) {
        evening.everUsed.add(used ?? '')
      }
      for (const tab of tabs)
        if (tab !== from && tab.closedMs === null) clock.after(1, () => tab.tell('storage'))
    },
    onSight: (tab, sight) => {
      const isNews = seen.sight(tab, sight)
      if (isNews)
        tell(
          `${tab.opening.name}: ${sight.screen.name}${sight.address === null ? '' : ` at ${sight.address}`}`,
        )
      for (const [promise, check] of Object.entries(sightPromises)) {
        const sentence = check(evening, tab, sight)
        if (sentence !== null) breaks(promise, sentence)
      }
    },
    onLeave: (tab, leaving) => {
      tell(`${tab.opening.name} goes on to the account, ${leaving.how}`)
      for (const [promise, check] of Object.entries(leavePromises)) {
        const sentence = check(evening, tab, leaving)
        if (sentence !== null) breaks(promise, sentence)
      }
    },
    onBug: (tab, what) => breaks('no bug', `In ${tab.opening.name}, the page has a bug: ${what}`),
  }
  const open: Made['open'] = (hash, session, byPerson) => {
    const { opening, startsAfterMs } = plan
    const tabOpening: TabOpening = {
      name: byPerson ? `page ${tabs.length + 1}` : 'a fresh page',
      stamp: opening.stamp,
      origin: opening.origin,
      hash,
      session,
      look: byPerson ? plan.look : 'app',
      startsAfterMs,
    }
    tell(`${tabOpening.name} is opened: ${opening.way}${hash === '' ? '' : ` (${hash})`}`)
    const tab = openTab(tabOpening, slots.take(), browser)
    tabs.push(tab)
    if (byPerson) front = tab
    return tab
  }
  return { evening, open, coverage: () => seen.take(evening) }
}

function pushed<T>(all: T[] | undefined, one: T): T[] {
  if (all === undefined) return [one]
  all.push(one)
  return all
}
