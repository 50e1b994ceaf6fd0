import type { Address } from '../../lib/address.ts'
import { classOf } from '../../lib/address-class.ts'
import type { FailureReason } from '../../server/outcome.ts'
import type { MachineIdentifier } from '../../lib/machine-identifier.ts'
import { agrees, type Sighting } from './gather.ts'
import { holds, type OwnNetwork } from './gdm-networks.ts'

/** One machine, at all addresses where it was found. */
export type FoundServer = {
  readonly machineIdentifier: MachineIdentifier
  readonly name: string | null
  readonly version: string | null
  readonly claim: 'claimed' | 'unclaimed' | 'starting' | 'unknown'
  /** Did one of the addresses itself say so? If not, all of this is hearsay. */
  readonly isConfirmed: boolean
  /** Where it was reached, the best for other computers first. Of hearsay, where it is said to be. */
  readonly addresses: readonly Address[]
  /** Where it is said to be and was not reached, such as inside a container. */
  readonly unproven: readonly Unproven[]
}

type Unproven = { readonly address: Address; readonly isSilent: boolean }

/** What one address adds; the higher `weight` is, the more it is worth. */
type Found = Omit<FoundServer, 'addresses' | 'unproven'> & {
  readonly address: Address
  readonly isSilent: boolean
  readonly weight: number
  readonly atMs: number
}

/** Nobody needs to see more places where a server is not. */
const MOST_UNPROVEN = 4
const SILENT: readonly FailureReason[] = ['silent', 'refused']
const CLAIM_ORDER = ['unclaimed', 'starting', 'claimed', 'unknown'] as const

/**
 * The servers among what was seen, those that can be claimed first. What an address itself says beats what it was said
 * to be, and the newest beats the rest. An address that confirmed nothing adds no more than itself to a machine that
 * others did confirm. One that says another name than was said there is not believed at all. `networks` are those of
 * this computer, for the order of addresses.
 */
export function serversAmong(
  sightings: readonly Sighting[],
  networks: readonly OwnNetwork[] = [],
): readonly FoundServer[] {
  const byMachine = new Map<MachineIdentifier, Found[]>()
  for (const found of sightings.flatMap((sighting) => foundIn(sighting) ?? [])) {
    const others = byMachine.get(found.machineIdentifier)
    if (others === undefined) byMachine.set(found.machineIdentifier, [found])
    else others.push(found)
  }
  return [...byMachine.values()].flatMap((all) => merged(all, networks) ?? []).sort(inOrder)
}

function foundIn(sighting: Sighting): Found | null {
  const { address, said, outcome } = sighting
  const isSilent = outcome === null || (outcome.kind === 'failure' && SILENT.includes(outcome.reason))
  if (outcome?.kind === 'identity') {
    const { machineIdentifier, version, claim, startState } = outcome.identity
    const known = { machineIdentifier, version, address, isSilent, atMs: outcome.atMs }
    if (said !== null && !agrees(sighting)) {
      return { ...known, name: null, claim: 'unknown', isConfirmed: false, weight: 0 }
    }
    return {
      ...known,
      name: said?.name ?? null,
      version: version ?? said?.version ?? null,
      claim: startState === null ? claim : 'starting',
      isConfirmed: true,
      weight: 2,
    }
  }
  if (said === null) return null
  const { machineIdentifier, name, version } = said
  const known = { machineIdentifier, name, version, address, isSilent, atMs: outcome?.atMs ?? 0 }
  // A server that is starting does not say who it is, but that it starts.
  return outcome?.kind === 'starting'
    ? { ...known, claim: 'starting', isConfirmed: true, weight: 1 }
    : { ...known, claim: 'unknown', isConfirmed: false, weight: 0 }
}

function merged(all: readonly Found[], networks: readonly OwnNetwork[]): FoundServer | null {
  const weight = Math.max(...all.map((each) => each.weight))
  const best = all.filter((each) => each.weight === weight).sort((one, other) => other.atMs - one.atMs)
  const [newest] = best
  if (newest === undefined) return null
  const { machineIdentifier, version, claim, isConfirmed } = newest
  const inTurn = (one: Address, other: Address): number =>
    distanceOf(one, networks) - distanceOf(other, networks) ||
    one.localeCompare(other, 'en', { numeric: true })
  return {
    machineIdentifier,
    name: best.find(({ name }) => name !== null)?.name ?? null,
    version,
    claim,
    isConfirmed,
    addresses: best.map(({ address }) => address).sort(inTurn),
    unproven: all
      .filter((each) => each.weight < weight)
      .map(({ address, isSilent }) => ({ address, isSilent }))
      .sort((one, other) => inTurn(one.address, other.address))
      .slice(0, MOST_UNPROVEN),
  }
}

/** What only this computer can use comes last: itself, and before that its containers and virtual machines. */
function distanceOf(address: Address, networks: readonly OwnNetwork[]): number {
  if (classOf(address) === 'loopback') return 2
  const { hostname } = new URL(address)
  return networks.some((network) => network.kind === 'bridge' && holds(network, hostname)) ? 1 : 0
}

function rankOf({ claim, isConfirmed }: FoundServer): number {
  return isConfirmed ? CLAIM_ORDER.indexOf(claim) : CLAIM_ORDER.length
}

function inOrder(one: FoundServer, other: FoundServer): number {
  return (
    rankOf(one) - rankOf(other) ||
    (one.name ?? '').localeCompare(other.name ?? '') ||
    one.machineIdentifier.localeCompare(other.machineIdentifier)
  )
}
