import type { Address } from '../../lib/address.ts'
import { classOf } from '../../lib/address-class.ts'
import type { MachineIdentifier } from '../../lib/machine-identifier.ts'
import { agrees, type Sighting } from './gather.ts'

/** One machine, at all addresses where it was found. */
export type FoundServer = {
  readonly machineIdentifier: MachineIdentifier
  readonly name: string | null
  readonly version: string | null
  readonly claim: 'claimed' | 'unclaimed' | 'starting' | 'unknown'
  /** Did one of the addresses itself say so? If not, all of this is hearsay. */
  readonly isConfirmed: boolean
  readonly addresses: readonly Address[]
}

/** What one address adds; the higher `weight` is, the more it is worth. */
type Found = Omit<FoundServer, 'addresses'> & {
  readonly address: Address
  readonly weight: number
  readonly atMs: number
}

const CLAIM_ORDER = ['unclaimed', 'starting', 'claimed', 'unknown'] as const

/**
 * The servers among what was seen, those that can be claimed first. What an address itself says beats what it was said
 * to be, and the newest beats the rest. An address that confirmed nothing adds nothing to a machine that others did
 * confirm.
 */
export function serversAmong(sightings: readonly Sighting[]): readonly FoundServer[] {
  const byMachine = new Map<MachineIdentifier, Found[]>()
  for (const found of sightings.flatMap((sighting) => foundIn(sighting) ?? [])) {
    const others = byMachine.get(found.machineIdentifier)
    if (others === undefined) byMachine.set(found.machineIdentifier, [found])
    else others.push(found)
  }
  return [...byMachine.values()].flatMap((all) => merged(all) ?? []).sort(inOrder)
}

function foundIn(sighting: Sighting): Found | null {
  const { address, said, outcome } = sighting
  if (outcome?.kind === 'identity') {
    const { machineIdentifier, version, claim, startState } = outcome.identity
    const honest = agrees(sighting) ? said : null
    return {
      machineIdentifier,
      name: honest?.name ?? null,
      version: version ?? honest?.version ?? null,
      claim: startState === null ? claim : 'starting',
      isConfirmed: true,
      address,
      weight: 2,
      atMs: outcome.atMs,
    }
  }
  if (said === null) return null
  const { machineIdentifier, name, version } = said
  const known = { machineIdentifier, name, version, address, atMs: outcome?.atMs ?? 0 }
  // A server that is starting does not say who it is, but that it starts.
  return outcome?.kind === 'starting'
    ? { ...known, claim: 'starting', isConfirmed: true, weight: 1 }
    : { ...known, claim: 'unknown', isConfirmed: false, weight: 0 }
}

function merged(all: readonly Found[]): FoundServer | null {
  const weight = Math.max(...all.map((each) => each.weight))
  const best = all.filter((each) => each.weight === weight).sort((one, other) => other.atMs - one.atMs)
  const [newest] = best
  if (newest === undefined) return null
  const { machineIdentifier, version, claim, isConfirmed } = newest
  return {
    machineIdentifier,
    name: best.find(({ name }) => name !== null)?.name ?? null,
    version,
    claim,
    isConfirmed,
    addresses: best.map(({ address }) => address).sort(othersFirst),
  }
}

/** What only this computer can use comes last. */
function othersFirst(one: Address, other: Address): number {
  const [isOwn, isOtherOwn] = [one, other].map((address) => Number(classOf(address) === 'loopback'))
  return (isOwn ?? 0) - (isOtherOwn ?? 0) || one.localeCompare(other, 'en', { numeric: true })
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
