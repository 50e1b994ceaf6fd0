import type { AddressAnswer, DoctorFacts, OwnComputer } from '../../../src/cli/doctor/facts.ts'
import type { Address } from '../../../src/lib/address.ts'
import { parseMachineIdentifier, type MachineIdentifier } from '../../../src/lib/machine-identifier.ts'
import type { Claim } from '../../../src/server/identity.ts'
import { failureOf, type Failure, type Outcome } from '../../../src/server/outcome.ts'
import { EMPTY_STAMP, type Stamp } from '../../../src/stamp/stamp.ts'

export const ATTIC = parseMachineIdentifier('a'.repeat(34) + 'c0ffee') as MachineIdentifier
export const CELLAR = parseMachineIdentifier('b'.repeat(40)) as MachineIdentifier
const OWN = 'http://127.0.0.1:32400' as Address
export const LAN = 'http://192.168.50.10:32400' as Address
export const FOLDER = '/var/lib/plexmediaserver/Plex Media Server'

const TIMES = { atMs: 0, tookMs: 3 }

export function says(claim: Claim, machineIdentifier = ATTIC, startState: string | null = null): Outcome {
  return {
    kind: 'identity',
    identity: { machineIdentifier, claim, version: '1.43.4.9999-abcdef012', startState },
    ...TIMES,
  }
}
export const STARTING: Outcome = { kind: 'starting', retryAfterMs: null, ...TIMES }
export function fails(reason: Failure['reason'], why?: Failure['why']): Outcome {
  return { ...failureOf(reason), ...(why === undefined ? {} : { why }), ...TIMES }
}
export const at = (address: string, outcome: Outcome): AddressAnswer => ({
  address: address as Address,
  outcome,
})
export const page = (stamp: Partial<Stamp> = {}, more: object = {}): OwnComputer['page'] => ({
  kind: 'page',
  stamp: { ...EMPTY_STAMP, machineIdentifier: ATTIC, addresses: [LAN], ...stamp },
  isThisVersion: true,
  isOpenToOthers: false,
  answers: [],
  ...more,
})

/** Everything as it should be on the server's own computer. */
const WELL: OwnComputer = {
  addresses: [at(LAN, says('claimed'))],
  port: { kind: 'held', for: 'others', by: 'Plex Media Serv' },
  account: { kind: 'reached', clockAheadMs: 700 },
  folder: { kind: 'there', folder: FOLDER, access: 'writable', owner: 998 },
  page: page(),
  firewall: { kind: 'none' },
  container: { inside: null, hasBridges: false },
}

/** A server that says this, twice, also in its network. */
export function factsWith(outcome: Outcome, own: Partial<OwnComputer> | null = {}): DoctorFacts {
  return {
    platform: 'linux',
    server: OWN,
    dataDir: null,
    outcomes: outcome.kind === 'identity' ? [outcome, outcome] : [outcome],
    own: own === null ? null : { ...WELL, addresses: [at(LAN, outcome)], ...own },
  }
}
export const LINKED = factsWith(says('claimed'))
export const UNLINKED = factsWith(says('unclaimed'))
export const STOPPED = factsWith(fails('refused'), { port: { kind: 'free' } })
