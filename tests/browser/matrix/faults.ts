import { setTimeout as pause } from 'node:timers/promises'
import type { Behaviour } from '../../../src/mocks/behaviours.ts'
import type { Times } from '../../../src/mocks/times.ts'
import { HOSTS } from '../network/places.ts'
import type { Fault, Shows } from './rows.ts'
import { STAMPED_WAYS, WAYS } from './world.ts'

const well = (world: Parameters<Fault['lift']>[0]): Promise<void> => world.server.become('unclaimed')

const OTHER_PLACES = ['file', 'localhost', 'nginx'] as const

const RESTART: Partial<Times> = { maintenanceMs: 2_000, flappingMs: 3_000 }
/** A server that gets well by itself: its phases are added to the 10 s. */
const ITS_OWN_TIME: Pick<Fault, 'lift' | 'recoversWithinMs'> = {
  lift: () => pause(0),
  recoversWithinMs: 17_000,
}
const MISSING = 'missing'
const WAITING = 'confirming'
const NOT_ANSWERING = "isn't answering right now"

/** What the page has to believe in, where it is not C9: that no server is there, or ready. */
const CAUSES: Partial<Record<Behaviour, string>> = {
  'another-machine': 'C5',
  'shape-shifter': 'C5',
  forgetful: 'C5',
  hiding: 'C15',
  'cors-elsewhere': 'C15',
  'cors-on-200': 'C15',
  'no-flag': 'C15',
}

/** A server that behaves in a certain way from before the page is opened. */
function host(behaviour: Behaviour, shows: Shows, more: Partial<Fault> = {}, times?: Partial<Times>): Fault {
  return {
    name: behaviour,
    when: 'before',
    strike: ({ server }) => server.become(behaviour, times),
    // What is well needs no cause.
    shows: shows.stage === 'unclaimed' ? shows : { cause: CAUSES[behaviour] ?? 'C9', ...shows },
    lift: well,
    ...more,
  }
}

/** The server's process is stopped, and comes back starting. */
function restart(when: Fault['when'], shows: Shows, more: Partial<Fault> = {}): Fault {
  return {
    name: `restart ${when}`,
    when,
    strike: async ({ server }) => {
      await server.stop()
      await pause(1_500)
      await server.become(when === 'claimed' ? 'restarting-claimed' : 'starting', RESTART)
      await server.start()
    },
    shows,
    ...ITS_OWN_TIME,
    ...more,
  }
}

export const FAULTS: readonly Fault[] = [
  {
    name: 'refused',
    when: 'before',
    ways: OTHER_PLACES,
    strike: ({ server }) => server.stop(),
    shows: { stage: MISSING, says: 'without the server running', cause: 'C9' },
    lift: ({ server }) => server.start(),
  },
  {
    name: 'no ARP',
    needs: 'namespaces',
    when: 'before',
    strike: async ({ lan }) => {
      await lan.cable('server', 'in')
      await lan.move('server', HOSTS.server.v4, '192.168.50.40')
      await lan.firewall('server', 'drops')
    },
    shows: { stage: MISSING, says: 'may be off or sleeping', cause: 'C9' },
    lift: async ({ lan }) => {
      await lan.firewall('server', 'off')
      await lan.move('server', '192.168.50.40', HOSTS.server.v4)
    },
  },
  {
    name: 'dropped',
    needs: 'namespaces',
    when: 'before',
    ways: OTHER_PLACES,
    strike: ({ lan }) => lan.firewall('server', 'drops'),
    shows: {
      stage: MISSING,
      says: 'may be off or sleeping',
      cause: 'C9',
    },
    lift: ({ lan }) => lan.firewall('server', 'off'),
  },
  {
    name: 'cable before',
    needs: 'namespaces',
    when: 'before',
    strike: ({ lan }) => lan.cable('server', 'out'),
    shows: { stage: MISSING, says: 'may be off or sleeping', cause: 'C9' },
    lift: ({ lan }) => lan.cable('server', 'in'),
  },
  host('silent', { stage: MISSING, says: 'may be off or sleeping' }),
  host('starting', { stage: 'starting', says: 'Your server is starting' }, ITS_OWN_TIME, RESTART),
  host('stuck-starting', { stage: 'starting' }, { forMs: 5_000 }),
  {
    ...host('starting', { stage: 'starting' }, {}, { maintenanceMs: 60_000, flappingMs: 4_000 }),
    name: '503 for a minute',
    lift: () => pause(55_000),
    recoversWithinMs: 20_000,
    long: 'busy',
  },
  {
    ...host('starting', { stage: 'starting' }, {}, { maintenanceMs: 0, flappingMs: 9_000 }),
    name: 'startState flaps',
    forMs: 5_000,
    ...ITS_OWN_TIME,
  },
  host('slow-headers', { stage: MISSING, says: 'may be off or sleeping' }),
  host('dripping', { stage: MISSING, says: 'did not finish within 5 seconds' }),
  host('endless', { stage: MISSING, says: 'far more than a media server says' }),
  host('huge', { stage: MISSING, says: 'far more than a media server says' }),
  host('truncated', { stage: MISSING, says: 'the answer stopped in the middle' }),
  host('broken-off', { stage: MISSING }),
  host('wrong-length', { stage: MISSING }),
  host('hangs-up', { stage: 'unclaimed' }, { forMs: 4_000 }),
  host('printer', { stage: 'stranger', says: 'not as a media server' }),
  host('other-product', { stage: 'stranger', says: 'not as a media server' }),
  host('no-flag', { stage: 'unreadable', says: 'does not say whether it is linked' }),
  host('string-flags', { stage: 'unclaimed' }),
  host('xml-only', { stage: 'unclaimed' }),
  host('cookies', { stage: 'unclaimed' }),
  host('shape-shifter', { stage: 'stranger', says: 'is not the one that' }),
  host('wrong-type', { stage: 'unclaimed' }),
  host('refuses-401', { stage: MISSING, says: 'code 401' }),
  host('refuses-403', { stage: MISSING, says: 'code 403' }),
  host('refuses-406', { stage: MISSING, says: 'code 406' }),
  host('busy-429', { stage: MISSING, says: 'asked for a pause' }),
  host('faulty-500', { stage: MISSING, says: 'code 500' }),
  host('proxy-down', { stage: 'stranger', says: 'A proxy answers, the server behind it does not' }),
  host('proxy-503', { stage: 'stranger', says: 'code 503' }),
  host('proxy-lost', { stage: 'stranger', says: 'does not know the way to a server' }),
  host('basic-auth', { stage: 'stranger', says: 'lets nobody through without a sign-in' }),
  host('secure-only', { stage: MISSING, says: 'without the server running' }),
  host('odd-identifier', { stage: 'stranger', says: 'answers like a media server' }),
  // Two that answer in turn are a scene (tests/browser/scenes/replies.test.ts). Here the file names two addresses, which are
  // asked in step, so that each always gets the same one.
  host(
    'forgetful',
    { stage: 'stranger', says: 'a new one after each start' },
    { withinMs: 45_000 },
    { maintenanceMs: 1_500, flappingMs: 12_000 },
  ),
  host('killed-starting', { stage: 'starting', says: 'began anew' }, { withinMs: 20_000, forMs: 5_000 }),
  host('redirecting', { stage: 'stranger', says: 'sends visitors to another address' }),
  host('hiding', { stage: 'unreadable', says: 'normal for some versions' }, { ways: OTHER_PLACES }),
  host('cors-elsewhere', { stage: 'unreadable', says: 'normal for some versions' }, { ways: OTHER_PLACES }),
  host(
    'cors-on-200',
    { stage: 'unreadable' },
    { lift: () => pause(0) },
    { maintenanceMs: 3_000, flappingMs: 0 },
  ),
  host('another-machine', {
    stage: 'stranger',
    says: 'is not the one that this file belongs to',
  }),
  {
    name: 'stopped while looking',
    when: 'looking',
    ways: OTHER_PLACES,
    strike: ({ server }) => server.stop(),
    shows: { stage: MISSING, says: 'without the server running', cause: 'C9' },
    lift: async ({ server }) => {
      await server.become('unclaimed')
      await server.start()
    },
  },
  restart('looking', { stage: 'starting', cause: 'C9' }, { withinMs: 12_000 }),
  {
    name: 'cable while looking',
    needs: 'namespaces',
    when: 'looking',
    strike: ({ lan }) => lan.cable('server', 'out'),
    shows: { stage: MISSING, says: 'may be off or sleeping', cause: 'C9' },
    lift: async ({ server, lan }) => {
      await server.become('unclaimed')
      await lan.cable('server', 'in')
    },
  },
  {
    name: '503 while looking',
    when: 'looking',
    strike: async ({ server }) => {
      await server.stop()
      await server.become('stuck-starting')
      await server.start()
    },
    shows: { stage: 'starting', cause: 'C9' },
    withinMs: 10_000,
    forMs: 3_000,
    lift: well,
  },
  {
    name: 'another machine while looking',
    when: 'looking',
    ways: ['file', 'localhost', 'nginx'],
    strike: async ({ server }) => {
      await server.stop()
      await server.become('another-machine')
      await server.start()
    },
    shows: { stage: 'stranger', says: 'is not the one that', cause: 'C5' },
    withinMs: 10_000,
    lift: well,
  },
  {
    name: 'stopped while unclaimed',
    when: 'unclaimed',
    strike: ({ server }) => server.stop(),
    shows: { stage: MISSING, cause: 'C9' },
    withinMs: 25_000,
    lift: ({ server }) => server.start(),
  },
  {
    name: 'one lost answer',
    needs: 'namespaces',
    when: 'unclaimed',
    strike: async ({ lan }) => {
      await lan.cable('server', 'out')
      await pause(2_000)
      await lan.cable('server', 'in')
    },
    shows: { stage: 'unclaimed' },
    forMs: 5_000,
    lift: () => pause(0),
  },
  restart('unclaimed', { stage: 'starting', cause: 'C9' }),
  restart('waiting', { stage: WAITING, says: 'restarting' }, { ways: WAYS }),
  restart('claimed', { stage: 'claimed' }, { forMs: 4_000 }),
  {
    name: 'cable while waiting',
    needs: 'namespaces',
    when: 'waiting',
    // With a third address, as `setup-plex serve` has, it takes a few seconds more until all of them have failed.
    ways: STAMPED_WAYS,
    strike: ({ lan }) => lan.cable('server', 'out'),
    shows: { stage: WAITING, says: NOT_ANSWERING },
    withinMs: 12_000,
    lift: ({ lan }) => lan.cable('server', 'in'),
  },
  {
    name: '503 while waiting',
    when: 'waiting',
    strike: ({ server }) => server.become('stuck-starting'),
    shows: { stage: WAITING, says: 'Your server is restarting' },
    forMs: 3_000,
    lift: well,
  },
  {
    name: 'another machine while waiting',
    when: 'waiting',
    ways: ['file', 'localhost', 'nginx'],
    strike: ({ server }) => server.become('another-machine'),
    shows: { stage: 'stranger', says: 'is not the one that', cause: 'C5' },
    lift: well,
  },
  {
    name: 'DHCP while waiting',
    needs: 'namespaces',
    when: 'waiting',
    ways: OTHER_PLACES,
    strike: ({ lan }) => lan.move('server', HOSTS.server.v4, '192.168.50.40'),
    // The file names the server's IPv6 address too, and that one stays.
    shows: { stage: WAITING, says: 'Your server answers, and is not linked yet' },
    forMs: 8_000,
    lift: ({ lan }) => lan.move('server', '192.168.50.40', HOSTS.server.v4),
  },
  {
    name: 'clock jumps an hour',
    when: 'waiting',
    // The page's own clock: no engine can be given another system clock than the rest of the machine has.
    strike: (_world, tab) =>
      tab?.run('{ const now = Date.now; Date.now = () => now() + 3_600_000 }') ?? pause(0),
    shows: { stage: WAITING, says: 'Your server is still not linked' },
    lift: (_world, tab) => tab.run('{ const now = Date.now; Date.now = () => now() - 3_600_000 }'),
    recovers: { stage: WAITING, says: 'this page goes on by itself' },
  },
  {
    name: 'offline and online',
    needs: 'namespaces',
    when: 'waiting',
    strike: ({ lan }) => lan.connection('down'),
    shows: { stage: WAITING, says: NOT_ANSWERING },
    withinMs: 12_000,
    lift: ({ lan }) => lan.connection('up'),
  },
  {
    name: 'restart after approval',
    when: 'approved',
    strike: async ({ server }) => {
      await server.stop()
      await pause(3_000)
    },
    shows: { stage: WAITING, says: NOT_ANSWERING },
    lift: async ({ server }) => {
      await server.become('restarting-claimed', RESTART)
      await server.start()
    },
    recovers: { stage: 'claimed' },
  },
  {
    name: 'cable after approval',
    needs: 'namespaces',
    when: 'approved',
    strike: ({ lan }) => lan.cable('server', 'out'),
    shows: { stage: WAITING, says: NOT_ANSWERING },
    withinMs: 12_000,
    lift: ({ lan }) => lan.cable('server', 'in'),
    recovers: { stage: 'claimed' },
  },
  {
    name: 'switched off when claimed',
    when: 'claimed',
    strike: ({ server }) => server.stop(),
    shows: { stage: 'claimed', says: "isn't answering at the moment" },
    withinMs: 15_000,
    lift: ({ server }) => server.start(),
    recovers: { stage: 'claimed' },
  },
]
