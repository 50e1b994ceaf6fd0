import { BEHAVES, type FaultName } from '../plan/faults.ts'
import { ATTIC_ID, CELLAR_ID, FAR_ADDRESS, IMPOSTOR_ADDRESS, NEW_ADDRESS } from '../plan/places.ts'
import type { Step } from '../plan/plan.ts'
import type { Evening } from './evening.ts'
import { newHost, type Host } from './host.ts'
import { EPOCH_MS } from './tab.ts'

type FaultStep = Extract<Step, { kind: 'fault' }>

const FLAPS_EVERY_MS = 900
/** 503, then a start state that comes and goes (`src/mocks/times.ts`). */
const STARTS_FOR_MS = 8_200
/** A host that moves for longer stays there. */
const MOVED_FOR_GOOD_MS = 20_000

/** Begins a fault, and sees to it that it ends. */
export function strike(evening: Evening, { fault, on, forMs }: FaultStep): void {
  const { clock, faults } = evening
  const host = evening.host(on)
  const key = `${fault} @ ${on}`
  if (faults.has(key)) return
  const lasts = fault === 'restart' ? Math.round(forMs / 4) + STARTS_FOR_MS : forMs
  faults.add(key)
  evening.tell(`${SAYS[fault](on)} (for ${(lasts / 1_000).toFixed(1)} s)`)
  const end = begin(evening, fault, host, forMs)
  clock.after(lasts, () => {
    faults.delete(key)
    evening.faultyUntilMs = Math.max(evening.faultyUntilMs, clock.nowMs())
    if (end === null) return
    end()
    evening.tell(`It is over: ${SAYS[fault](on)}`)
  })
  evening.faultyUntilMs = Math.max(evening.faultyUntilMs, clock.nowMs() + lasts)
}

/** Returns how it ends; null where it stays as it is. */
function begin(evening: Evening, fault: FaultName, host: Host, forMs: number): (() => void) | null {
  const { clock, network, mood, wall } = evening
  const way = network.ways.get(host) ?? { slowMs: 0, lost: 0 }
  const usual = (): void => again(evening, host)
  const behaviour = BEHAVES[fault]
  if (behaviour !== undefined) {
    host.become(behaviour)
    return usual
  }
  switch (fault) {
    case 'restart':
      host.become('refusing')
      clock.after(Math.round(forMs / 4), () => host.become('starting'))
      return usual
    case 'flapping': {
      let over = false
      const flap = (on: boolean): void => {
        if (over) return
        host.become(on ? 'silent' : host.usual)
        clock.after(FLAPS_EVERY_MS, () => flap(!on))
      }
      flap(true)
      return () => {
        over = true
        usual()
      }
    }
    case 'lossy':
      way.lost = 0.4
      return () => {
        way.lost = 0
      }
    case 'slow':
      way.slowMs = 1_800
      return () => {
        way.slowMs = 0
      }
    case 'moved':
    case 'taken-over': {
      const { address } = host
      host.address = NEW_ADDRESS
      const instead = newHost(
        { name: 'the newcomer', machineIdentifier: CELLAR_ID, address, usual: 'unclaimed' },
        clock.nowMs,
      )
      if (fault === 'taken-over') network.hosts.push(instead)
      if (forMs > MOVED_FOR_GOOD_MS) return null
      return () => {
        host.address = address
        if (fault === 'taken-over') network.hosts.splice(network.hosts.indexOf(instead), 1)
      }
    }
    case 'offline':
      network.online = false
      for (const tab of evening.tabs) tab.tell('offline')
      return () => {
        network.online = true
        for (const tab of evening.tabs) tab.tell('online')
      }
    case 'account-unreachable':
      network.accountReached = false
      return () => {
        network.accountReached = true
      }
    case 'storage-refused':
    case 'storage-full':
      evening.storageFailed = true
      mood[fault === 'storage-full' ? 'full' : 'refused'] = true
      return () => {
        mood[fault === 'storage-full' ? 'full' : 'refused'] = false
      }
    case 'storage-forged':
      forge(evening, forMs)
      return null
    case 'clock-set':
      wall.aheadMs += forMs % 2 === 0 ? forMs * 200 : -forMs * 200
      return null
    default:
      throw new Error(`Nobody knows how to begin "${fault}"`)
  }
}

/** Back to what it usually does, unless something else is the matter with it as well. */
function again({ faults }: Evening, host: Host): void {
  const left = [...faults].flatMap((each) => {
    const [fault, on] = each.split(' @ ')
    return on === host.name ? (BEHAVES[fault as FaultName] ?? []) : []
  })
  host.become(left[0] ?? host.usual)
}

/** Another page of the same browser writes what this one reads: a note that could be its own, or one that can't. */
function forge({ local, clock, wall, everUsed }: Evening, forMs: number): void {
  const atMs = EPOCH_MS + clock.nowMs() + wall.aheadMs
  const decision = forMs % 2 === 0 ? 'signing-in' : '<img src=x onerror=alert(1)>'
  const note = { decision, atMs, expiresAtMs: null }
  local.set(`setup-plex:note:${ATTIC_ID}`, JSON.stringify(note))
  local.set(`setup-plex:note:${CELLAR_ID}`, '{"decision":"<b>"}')
  const used = [FAR_ADDRESS, IMPOSTOR_ADDRESS].map((address) => ({ machineIdentifier: ATTIC_ID, address }))
  everUsed.add(IMPOSTOR_ADDRESS)
  local.set('setup-plex:used-addresses', JSON.stringify([...used, { address: 1 }]))
}

const SAYS: Readonly<Record<FaultName, (on: string) => string>> = {
  silent: (on) => `${on} accepts connections and says nothing`,
  refused: (on) => `${on} refuses connections`,
  hidden: (on) => `${on} hides its answers from pages`,
  truncated: (on) => `answers of ${on} end in the middle`,
  'broken-off': (on) => `connections to ${on} break off`,
  'slow-headers': (on) => `${on} takes eight seconds to begin an answer`,
  dripping: (on) => `answers of ${on} drip, a byte a second`,
  faulty: (on) => `${on} answers everything with 500`,
  busy: (on) => `${on} asks for a pause`,
  'proxy-503': (on) => `a proxy in front of ${on} has no server at the moment`,
  'proxy-down': (on) => `a proxy in front of ${on} can't reach it`,
  'another-product': (on) => `a printer answers in the place of ${on}`,
  redirected: (on) => `${on} sends everybody elsewhere`,
  'no-claim-state': (on) => `${on} does not say whether it is linked`,
  'another-machine': (on) => `${on} has another identifier`,
  'two-in-turn': (on) => `two machines answer in turn in the place of ${on}`,
  restart: (on) => `${on} restarts`,
  flapping: (on) => `${on} comes and goes every second`,
  lossy: (on) => `four in ten questions to ${on} get lost`,
  slow: (on) => `${on} takes two seconds for everything`,
  moved: (on) => `the router gives ${on} another address`,
  'taken-over': (on) => `another server has the address of ${on}, which has moved`,
  offline: () => 'this computer loses its network',
  'account-unreachable': () => "the account service can't be reached",
  'storage-refused': () => 'the browser refuses storage',
  'storage-full': () => 'storage is full',
  'storage-forged': () => 'another page writes into the storage that is shared',
  'clock-set': () => "somebody sets the computer's clock",
}
