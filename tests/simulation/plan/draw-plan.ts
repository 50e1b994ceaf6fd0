import { chanceOf, type Chance } from '../world/chance.ts'
import { FAULTS, type FaultName } from './faults.ts'
import { drawOpening } from './openings.ts'
import {
  ADDRESS,
  ATTIC_ID,
  CELLAR_ADDRESS,
  CELLAR_ID,
  FAR_ADDRESS,
  IMPOSTOR_ADDRESS,
  NEW_ADDRESS,
  ROUTER_PAGE,
  WEB_ADDRESS,
} from './places.ts'
import type { HostPlan, Plan, Step, Wish } from './plan.ts'

const MINUTE_MS = 60_000

/** How likely each wish is beside the others. */
const WEIGHTS: Readonly<Record<Wish, number>> = {
  'sign-in': 14,
  'not-now': 3,
  undo: 3,
  'send-code': 4,
  check: 3,
  search: 5,
  'stop-search': 1,
  'type-address': 5,
  pick: 4,
  'use-instead': 4,
  allow: 3,
  'say-finished': 4,
  'say-not-yet': 2,
  'forget-addresses': 1,
  wander: 4,
  sleep: 3,
  focus: 4,
  reload: 3,
  'close-and-open': 2,
  'second-tab': 2,
  'claimed-elsewhere': 2,
}

export function drawPlan(seed: number): Plan {
  const chance = chanceOf(seed)
  const opening = drawOpening(chance)
  const hosts = drawHosts(chance)
  const look = chance.oneOf(['app', 'app', 'app', 'app', 'first', 'late'] as const)
  const plan = {
    seed,
    opening,
    look,
    // That the app does not come has to be noticed first.
    startsAfterMs: Math.round(look === 'app' ? chance.between(20, 400) : chance.between(200, 1_500)),
    hosts,
    routers: chance.happens(0.6) ? [ROUTER_PAGE] : [],
    elsewhere: chance.oneOf(['refused', 'nobody', 'nobody', 'silent'] as const),
    steps: drawSteps(chance, hosts),
  }
  const visited = chance.happens(0.2) ? [chance.oneOf([IMPOSTOR_ADDRESS, NEW_ADDRESS, CELLAR_ADDRESS])] : []
  const steps = chance.happens(0.06) ? [...plan.steps, ...drawRace(chance)] : plan.steps
  return { ...plan, visited, steps: steps.toSorted((one, other) => one.atMs - other.atMs) }
}

/** Somebody links the server while somebody else is about to send it a code. */
function drawRace(chance: Chance): readonly Step[] {
  const atMs = Math.round(chance.between(4_000, 20_000))
  const step = { kind: 'wish', forMs: 0, pick: 0 } as const
  return [
    { ...step, atMs, wish: 'claimed-elsewhere' },
    { ...step, atMs: atMs + Math.round(chance.between(900, 3_000)), wish: 'send-code' },
  ]
}

function drawHosts(chance: Chance): readonly HostPlan[] {
  const attic = { name: 'the attic', machineIdentifier: ATTIC_ID, usual: 'unclaimed' as const }
  const claimed = chance.happens(0.2)
  const all: HostPlan[] = [{ ...attic, address: ADDRESS, claimed }]
  if (chance.happens(0.2)) {
    all.push({ ...attic, name: 'the attic, from this computer', address: 'http://127.0.0.1:32400', claimed })
  }
  if (chance.happens(0.1)) {
    all.push({ ...attic, name: 'the attic, from far away', address: FAR_ADDRESS, claimed })
  }
  if (chance.happens(0.35)) {
    all.push({
      name: 'the cellar',
      machineIdentifier: CELLAR_ID,
      address: CELLAR_ADDRESS,
      usual: 'unclaimed',
      claimed: chance.happens(0.4),
    })
  }
  if (chance.happens(0.25)) {
    all.push({
      name: 'the impostor',
      machineIdentifier: ATTIC_ID,
      address: IMPOSTOR_ADDRESS,
      usual: 'impostor',
      claimed: chance.happens(0.7),
    })
  }
  all.push({
    name: 'the web server',
    machineIdentifier: CELLAR_ID,
    address: WEB_ADDRESS,
    usual: 'printer',
    claimed: false,
  })
  return all
}

function drawSteps(chance: Chance, hosts: readonly HostPlan[]): readonly Step[] {
  const steps: Step[] = []
  const servers = hosts.filter(({ usual }) => usual !== 'printer')
  const faults = chance.oneOf([0, 1, 1, 2, 2, 3, 4])
  for (let each = 0; each < faults; each += 1) {
    const forMs = Math.round(chance.oneOf([chance.between(300, 4_000), chance.between(4_000, 30_000)]))
    const atMs = Math.round(chance.happens(0.3) ? 0 : chance.between(0, 30_000))
    const on = chance.happens(0.75) ? 'the attic' : chance.oneOf(servers).name
    steps.push({ atMs, kind: 'fault', fault: chance.oneOf<FaultName>(FAULTS), on, forMs })
  }
  const wishes = chance.oneOf([0, 1, 2, 3, 3, 4, 5, 6])
  let atMs = chance.between(200, 8_000)
  for (let each = 0; each < wishes; each += 1) {
    const wish = drawWish(chance)
    const forMs = Math.round(lengthOf(wish, chance))
    steps.push({ atMs: Math.round(atMs), kind: 'wish', wish, forMs, pick: chance.next() })
    // Some go on while others have to wait until the person is back.
    atMs += forMs + chance.oneOf([chance.between(50, 1_500), chance.between(1_500, 12_000)])
  }
  return steps.sort((one, other) => one.atMs - other.atMs)
}

function drawWish(chance: Chance): Wish {
  const all = Object.entries(WEIGHTS) as readonly (readonly [Wish, number])[]
  let left = chance.next() * all.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [wish, weight] of all) {
    left -= weight
    if (left < 0) return wish
  }
  return 'check'
}

/** How long the person is away with it. */
function lengthOf(wish: Wish, chance: Chance): number {
  if (wish === 'sign-in') return chance.oneOf([chance.between(2_000, 15_000), chance.between(500, 3_000)])
  if (wish === 'wander') return chance.between(500, 20_000)
  if (wish === 'sleep')
    return chance.oneOf([chance.between(2_000, 60_000), chance.between(1, 45) * MINUTE_MS])
  if (wish === 'close-and-open') return chance.between(100, 5_000)
  return 0
}
