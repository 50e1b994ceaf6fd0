import type { Behaviour } from '../../../src/mocks/behaviours.ts'

/** What can go wrong for a while; several at a time. */
export const FAULTS = [
  'silent',
  'refused',
  'hidden',
  'truncated',
  'broken-off',
  'slow-headers',
  'dripping',
  'faulty',
  'busy',
  'proxy-503',
  'proxy-down',
  'another-product',
  'redirected',
  'no-claim-state',
  'another-machine',
  'two-in-turn',
  'restart',
  'flapping',
  'lossy',
  'slow',
  'moved',
  'taken-over',
  'offline',
  'account-unreachable',
  'storage-refused',
  'storage-full',
  'storage-forged',
  'clock-set',
] as const

export type FaultName = (typeof FAULTS)[number]

/** Those in which a host behaves otherwise than usual. */
export const BEHAVES: Partial<Readonly<Record<FaultName, Behaviour>>> = {
  silent: 'silent',
  refused: 'refusing',
  hidden: 'hiding',
  truncated: 'truncated',
  'broken-off': 'broken-off',
  'slow-headers': 'slow-headers',
  dripping: 'dripping',
  faulty: 'faulty-500',
  busy: 'busy-429',
  'proxy-503': 'proxy-503',
  'proxy-down': 'proxy-down',
  'another-product': 'printer',
  redirected: 'redirecting',
  'no-claim-state': 'no-flag',
  'another-machine': 'another-machine',
  'two-in-turn': 'two-servers',
}
