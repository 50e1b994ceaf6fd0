import { isOverdue } from '../../account/note.ts'
import type { Address } from '../../lib/address.ts'
import { isLiteral } from '../../lib/address-class.ts'
import type { MachineIdentifier } from '../../lib/machine-identifier.ts'
import { answeringAt, isGivenUp, settledAmong, type AddressHistory } from '../../server/address-history.ts'
import type { Claim, Identity } from '../../server/identity.ts'
import type { Source } from '../facts/candidates.ts'
import type { Facts, AskedCandidate } from '../facts/facts.ts'
import { isAwaitingPromise, isOwnMachineOpen, standingOf, STANDINGS, type Standing } from './trust.ts'

/** A media server that answered, at the address where it is best asked. */
export type Server = {
  readonly address: Address
  readonly source: Source
  /** May the machine that answers there be believed? */
  readonly standing: Standing
  readonly identity: Identity
  /** How long its newest readable answer took. */
  readonly tookMs: number
  readonly history: AddressHistory
  /** What may be shown as its claim state, from what it said at all its addresses of this standing. */
  readonly settled: Claim | null
}

/** Is somebody away signing in to this server, or was a claim code sent to it, and not too long ago? */
export function isAwaited(machineIdentifier: MachineIdentifier, facts: Facts): boolean {
  const note = facts.notes.get(machineIdentifier)
  return note !== undefined && note.decision !== 'not-now' && !isOverdue(note, facts.now.epochMs)
}

/** The same of a person who left from this tab. Any page that shares the storage can forge a note, but not that. */
export function isAwaitedHere(machineIdentifier: MachineIdentifier, facts: Facts): boolean {
  return facts.leftHere.has(machineIdentifier) && isAwaited(machineIdentifier, facts)
}

/**
 * The one machine that this page is about, or null while any will do. The person's explicit choice comes first, then
 * the one that wrote the file. Then come the one that served this page, and the one that somebody is signing in to.
 */
export function wantedOf(facts: Facts): MachineIdentifier | null {
  if (facts.chosen !== null) return facts.chosen
  if (facts.stamp.machineIdentifier !== null) return facts.stamp.machineIdentifier
  const own = facts.candidates.find(({ address }) => address === facts.pageOrigin)
  if (own?.history?.first != null) return own.history.first.machineIdentifier
  const known = facts.candidates.flatMap(({ expects, history }) => [
    expects,
    history?.first?.machineIdentifier,
  ])
  return known.find((machine) => machine != null && isAwaitedHere(machine, facts)) ?? null
}

/** The servers that may be on screen, one entry a machine, at the address where each is best asked. */
export function serversOf(facts: Facts, wanted: MachineIdentifier | null): readonly Server[] {
  const byMachine = new Map<MachineIdentifier, Answering[]>()
  for (const candidate of eligible(facts)) {
    if (!hasAnswered(candidate) || !isOurs(candidate, wanted)) continue
    const { machineIdentifier } = candidate.history.good.identity
    byMachine.set(machineIdentifier, [...(byMachine.get(machineIdentifier) ?? []), candidate])
  }
  return [...byMachine.values()].flatMap((places) => serverAt(places, facts) ?? [])
}

/**
 * An address in the URL is the only one that is meant. The page's own origin counts beside it where that is the same
 * machine. Nobody stands in for the machine that gave this page away.
 */
function eligible(facts: Facts): readonly AskedCandidate[] {
  const { candidates } = facts
  if (isOwnMachineOpen(facts)) return []
  const asked = candidates.filter(({ source }) => source === 'url')
  if (asked.length === 0) return candidates
  const meant = asked.map(machineAt)
  return candidates.filter((candidate) => meant.includes(machineAt(candidate)))
}

function machineAt({ history }: AskedCandidate): MachineIdentifier | null {
  return history?.good?.identity.machineIdentifier ?? null
}

type Answering = AskedCandidate & {
  readonly history: AddressHistory & { readonly good: NonNullable<AddressHistory['good']> }
}

function hasAnswered(candidate: AskedCandidate): candidate is Answering {
  return candidate.history?.good != null
}

/**
 * One machine from all its addresses: from those that may be believed most, and from others only once these were given
 * up. What was claimed stays so while it is off; anything else must answer.
 */
function serverAt(places: readonly Answering[], facts: Facts): Server | null {
  for (const standing of STANDINGS) {
    if (standing !== 'promised' && isAwaitingPromise(facts)) return null
    const alike = places.filter(({ address }) => standingOf(address, facts) === standing)
    if (alike.length === 0) continue
    const settled = settledAmong(alike.map(({ history }) => history))
    const present = alike.filter(
      ({ history }) => settled === 'claimed' || !isGivenUp(history, facts.now.monotonicMs),
    )
    const [first, ...others] = present
    if (first === undefined) continue
    const { address, source, history } = others.reduce(
      (best, rival) => (isBetter(rival, best) ? rival : best),
      first,
    )
    const { identity, tookMs } = history.good
    return { address, source, standing, history, settled, identity, tookMs }
  }
  return null
}

// Without a wanted machine, an address still belongs to the machine that answered there first.
function isOurs({ history }: Answering, wanted: MachineIdentifier | null): boolean {
  // Where two take turns, the next word may be the other one's.
  if (answeringAt(history) === 'in-turn') return false
  return history.good.identity.machineIdentifier === (wanted ?? history.first?.machineIdentifier)
}

/**
 * While all goes well the first to answer stays. A number is better than a name, which the server may not know as its
 * own (protocol.md §3). Once one fails, the newest good answer decides. An address that was not asked for a while has
 * to answer first. What made the other fail may have struck it as well.
 */
function isBetter({ address, history }: Answering, rival: Answering): boolean {
  if (history.failures > 0 || rival.history.failures > 0) return history.good.atMs > rival.history.good.atMs
  if (isLiteral(address) !== isLiteral(rival.address)) return isLiteral(address)
  return (history.first?.atMs ?? Infinity) < (rival.history.first?.atMs ?? Infinity)
}
