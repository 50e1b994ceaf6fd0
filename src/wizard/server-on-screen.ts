import { isOverdue } from '../account/note.ts'
import type { Address } from '../lib/address.ts'
import { isLiteral } from '../lib/address-class.ts'
import type { MachineIdentifier } from '../lib/machine-identifier.ts'
import { isGivenUp, settledAmong, type Heard } from '../server/heard.ts'
import type { Claim, Identity } from '../server/identity.ts'
import type { Source } from './candidates.ts'
import type { Facts, HeardCandidate } from './facts.ts'
import { isNamed, isOwnMachineOpen } from './trust.ts'

/** A media server that answered, at the address where it is best asked. */
export type Server = {
  readonly address: Address
  readonly source: Source
  /** Did the file or the person name this address (`isNamed`)? */
  readonly named: boolean
  readonly identity: Identity
  /** How long its newest readable answer took. */
  readonly tookMs: number
  readonly heard: Heard
  /** What may be shown as its claim state, from what it said at all its addresses. */
  readonly settled: Claim | null
}

/** Is somebody away signing in to this server, or was a claim code sent to it, and not too long ago? */
export function isAwaited(machineIdentifier: MachineIdentifier, facts: Facts): boolean {
  const note = facts.noteFor(machineIdentifier)
  return note !== null && note.decision !== 'not-now' && !isOverdue(note, facts.now.epochMs)
}

/**
 * The one machine that this page is about, or null while any will do: the person's explicit choice, else the
 * one that wrote the file, else the one that served this page, else the one that somebody is signing in to.
 */
export function wantedOf(facts: Facts): MachineIdentifier | null {
  if (facts.chosen !== null) return facts.chosen
  if (facts.stamp.machineIdentifier !== null) return facts.stamp.machineIdentifier
  const own = facts.candidates.find(({ source }) => source === 'own-origin')
  if (own?.heard?.first != null) return own.heard.first.machineIdentifier
  const known = facts.candidates.flatMap(({ expects, heard }) => [expects, heard?.first?.machineIdentifier])
  return known.find((machine) => machine != null && isAwaited(machine, facts)) ?? null
}

/** The servers that may be on screen, one entry a machine, at the address where each is best asked. */
export function serversOf(facts: Facts): readonly Server[] {
  const wanted = wantedOf(facts)
  const byMachine = new Map<MachineIdentifier, Answering[]>()
  for (const candidate of eligible(facts)) {
    if (!hasAnswered(candidate) || !isOurs(candidate, wanted)) continue
    const { machineIdentifier } = candidate.heard.good.identity
    byMachine.set(machineIdentifier, [...(byMachine.get(machineIdentifier) ?? []), candidate])
  }
  return [...byMachine.values()].flatMap((places) => serverAt(places, facts) ?? [])
}

/** An address in the URL is the only one that is meant; nobody stands in for the machine that gave this page away. */
function eligible(facts: Facts): readonly HeardCandidate[] {
  const { candidates } = facts
  if (isOwnMachineOpen(facts)) return []
  const asked = candidates.filter(({ source }) => source === 'url')
  return asked.length > 0 ? asked : candidates
}

type Answering = HeardCandidate & { readonly heard: Heard & { readonly good: NonNullable<Heard['good']> } }

function hasAnswered(candidate: HeardCandidate): candidate is Answering {
  return candidate.heard?.good != null
}

/** One machine from all its addresses. What was claimed stays so while it is off; anything else must answer. */
function serverAt(places: readonly Answering[], facts: Facts): Server | null {
  const settled = settledAmong(places.map(({ heard }) => heard))
  const present = places.filter(({ heard }) => settled === 'claimed' || !isGivenUp(heard, facts.now.steadyMs))
  const [first, ...others] = present
  if (first === undefined) return null
  const { address, source, heard } = others.reduce(
    (best, rival) => (isBetter(rival, best, facts) ? rival : best),
    first,
  )
  return {
    address,
    source,
    named: places.some((place) => place.address === address && isNamed(place, facts)),
    heard,
    settled,
    identity: heard.good.identity,
    tookMs: heard.good.tookMs,
  }
}

// Without a wanted machine, an address still belongs to whoever answered there first.
function isOurs({ heard }: Answering, wanted: MachineIdentifier | null): boolean {
  return heard.good.identity.machineIdentifier === (wanted ?? heard.first?.machineIdentifier)
}

/**
 * While all goes well the first to answer stays; but an address that the file or the person named is better than one
 * where anyone may answer like the server, and a number than a name, which the server may not know as its own
 * (protocol.md §3). Once one fails, the newest good answer decides: an address that
 * was not asked for a while has to answer first, since what made the other fail may have struck it as well.
 */
function isBetter(candidate: Answering, rival: Answering, facts: Facts): boolean {
  const { address, heard } = candidate
  if (heard.failures > 0 || rival.heard.failures > 0) return heard.good.atMs > rival.heard.good.atMs
  if (isNamed(candidate, facts) !== isNamed(rival, facts)) return isNamed(candidate, facts)
  if (isLiteral(address) !== isLiteral(rival.address)) return isLiteral(address)
  return (heard.first?.atMs ?? Infinity) < (rival.heard.first?.atMs ?? Infinity)
}
