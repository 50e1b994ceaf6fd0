import { setTimeout as pause } from 'node:timers/promises'
import { chanceOf, type Chance } from '../../simulation/world/chance.ts'
import { look, until, type Seen } from '../drivers/people.ts'
import type { Tab } from '../drivers/engine.ts'
import { FAULTS } from './faults.ts'
import type { Cell } from './report.ts'
import type { Fault, Journey } from './rows.ts'
import { MACHINE, STAMP, type Way, type World } from './world.ts'

/** What a fault befalls. Two of one kind would undo each other. Most of what goes wrong stands there twice. */
const KINDS = [
  'what it says',
  'what it says',
  'whether it runs',
  'whether it runs',
  'its cable',
  'its address',
  'the clock',
] as const
type Kind = (typeof KINDS)[number]

const KIND_OF: readonly (readonly [RegExp, Kind])[] = [
  [/cable|offline|lost answer/, 'its cable'],
  [/ARP|dropped|DHCP/, 'its address'],
  [/^refused$|stopped|switched off|^restart/, 'whether it runs'],
  [/clock/, 'the clock'],
]
const kindOf = ({ name }: Fault): Kind => KIND_OF.find(([words]) => words.test(name))?.[1] ?? 'what it says'

/** Where the page is when the first fault strikes, and again when both are over. */
const SCENES = {
  opening: 'unclaimed',
  unlinked: 'unclaimed',
  waiting: 'confirming',
  linked: 'claimed',
} as const
type Scene = keyof typeof SCENES

const WAYS: readonly Way[] = ['file', 'localhost', 'nginx']
/** Those that come to the person whatever is the matter with the network. */
const NEAR_WAYS: readonly Way[] = ['file', 'localhost']
/** A server that starts takes its own time, which is added. */
const RIGHT_WITHIN_MS = 10_000
const STARTS_FOR_MS = 13_000
const LOOKS_EVERY_MS = 250

/** Two faults at a time, as the seed decides. */
export type Chaos = {
  readonly scene: Scene
  readonly way: Way
  readonly faults: readonly [Fault, Fault]
  /** Between the two strikes, until the first is over, and until the second is. */
  readonly gapsMs: readonly [number, number, number]
  /** Is the one that struck last over first? */
  readonly lastFirst: boolean
}

export function drawChaos(seed: number): Chaos {
  const chance = chanceOf(seed)
  const scene = chance.oneOf(Object.keys(SCENES) as readonly Scene[])
  const one = drawFault(chance, scene, KINDS)
  const other = drawFault(
    chance,
    scene,
    KINDS.filter((kind) => kind !== kindOf(one)),
  )
  // Only an open page has a clock to set.
  const faults = kindOf(one) === 'the clock' ? ([other, one] as const) : ([one, other] as const)
  const gap = (most: number): number => Math.round(chance.between(0, most))
  return {
    scene,
    way: chance.oneOf(scene === 'opening' ? NEAR_WAYS : WAYS),
    faults,
    gapsMs: [gap(4_000), 1_000 + gap(8_000), gap(3_000)],
    lastFirst: chance.happens(0.5),
  }
}

/** Kinds first: there are forty ways of saying something odd, and one of setting a clock. */
function drawFault(chance: Chance, scene: Scene, kinds: readonly Kind[]): Fault {
  const fitting = FAULTS.filter((fault) => fits(fault, scene) && kinds.includes(kindOf(fault)))
  const kind = chance.oneOf(kinds.filter((each) => fitting.some((fault) => kindOf(fault) === each)))
  return chance.oneOf(fitting.filter((fault) => kindOf(fault) === kind))
}

/** What a server says in a row of unlinked ones would unlink it. */
function fits(fault: Fault, scene: Scene): boolean {
  if (fault.long !== undefined || fault.when === 'approved') return false
  if (scene !== 'linked') return fault.when !== 'claimed'
  const anywhere =
    ['its cable', 'its address', 'the clock'].includes(kindOf(fault)) && fault.when !== 'looking'
  return fault.when === 'claimed' || anywhere
}

/** A row for each seed, with its way in. */
export function chaosCells(from: number, count: number): readonly Cell[] {
  return Array.from({ length: count }, (_, at) => {
    const chaos = drawChaos(from + at)
    return { row: nameOf(from + at, chaos), way: chaos.way }
  })
}

function nameOf(seed: number, { scene, faults }: Chaos): string {
  return `chaos ${seed}, ${scene}: ${faults.map(({ name }) => name).join(' + ')}`
}

/** The journey that a name of `chaosCells` stands for; null for any other name. */
export function chaosRow(name: string): Journey | null {
  const [, seed] = /^chaos (\d+)/.exec(name) ?? []
  return seed === undefined ? null : { name, walk: (world) => walk(world, drawChaos(Number(seed))) }
}

async function walk(world: World, chaos: Chaos): Promise<void> {
  const { scene, way, faults, gapsMs, lastFirst } = chaos
  const [first, last] = faults
  const url = await world.page(way, STAMP)
  if (scene === 'linked') await world.server.become('claimed')
  if (scene === 'opening') await first.strike(world, null)
  const page = await world.browser.open(url)
  if (scene !== 'opening') await comeTo(scene, page)
  const watch = watchFor(page, scene)
  if (scene !== 'opening') await first.strike(world, page)
  await pause(gapsMs[0])
  await last.strike(world, page)
  const ending = lastFirst ? [last, first] : [first, last]
  for (const [at, fault] of ending.entries()) {
    await pause(gapsMs[at === 0 ? 1 : 2])
    await fault.lift(world, page)
  }
  await world.lan.heal()
  const starts = faults.some(({ name }) => /start/.test(name))
  const isRight = ({ stage }: Seen): boolean => stage === SCENES[scene]
  await until(
    page,
    Object.assign(isRight, { toString: () => SCENES[scene] }),
    RIGHT_WITHIN_MS + (starts ? STARTS_FOR_MS : 0),
  )
  await asAFreshPage(world, page, url)
  await watch.end()
}

async function comeTo(scene: Scene, page: Tab): Promise<void> {
  await until(page, scene === 'linked' ? 'claimed' : 'unclaimed')
  if (scene !== 'waiting') return
  await page.click('[data-action=sign-in]')
  await until(page, 'confirming')
  await page.show()
}

/** Nobody links the server: whoever shows it as linked is wrong. */
function watchFor(page: Tab, scene: Scene): { end: () => Promise<void> } {
  let over = false
  let wrong: Seen | null = null
  const watching = (async () => {
    while (!over && scene !== 'linked') {
      const seen = await look(page).catch(() => null)
      if (seen?.stage === 'claimed') wrong ??= seen
      await pause(LOOKS_EVERY_MS)
    }
  })()
  return {
    end: async () => {
      over = true
      await watching
      if (wrong !== null)
        throw new Error(`It was shown as linked, and nobody linked it: ${JSON.stringify(wrong)}`)
    },
  }
}

/** What a fresh page shows, which knows nothing of what happened. */
async function asAFreshPage({ browser }: World, page: Tab, url: string): Promise<void> {
  const fresh = await browser.open(url)
  const there = await until(
    fresh,
    Object.assign(({ stage }: Seen) => stage !== '' && stage !== 'looking', {
      toString: () => 'no longer looking',
    }),
  )
  await fresh.close()
  await page.show()
  const here = await look(page)
  const same = here.stage === there.stage && here.server === there.server && here.heading === there.heading
  if (!same || here.server !== MACHINE)
    throw new Error(`A fresh page shows ${JSON.stringify(there)}, this one ${JSON.stringify(here)}`)
}
