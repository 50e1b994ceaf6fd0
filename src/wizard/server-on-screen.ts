import { isOverdue } from '../account/note.ts'
import type { Address } from '../lib/address.ts'
import type { MachineIdentifier } from '../lib/machine-identifier.ts'
import { isGivenUp, type Heard } from '../server/heard.ts'
import type { Identity } from '../server/identity.ts'
import type { Source } from './candidates.ts'
import type { Facts, HeardCandidate } from './facts.ts'

/** A media server that answered, at the address where it is best asked. */
export type Server = {
  readonly address: Address
  readonly source: Source
  readonly identity: Identity
  /** How long its newest readable answer took. */
  readonly tookMs: number
  readonly heard: Heard
}

/** Is somebody away signing in to this server, and not for too long? */
export function isAwaited(machineIdentifier: MachineIdentifier, facts: Facts): boolean {
  const note = facts.noteFor(machineIdentifier)
  return note?.decision === 'signing-in' && !isOverdue(note, facts.now.epochMs)
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
  return (
    facts.candidates.find(({ expects }) => expects !== null && isAwaited(expects, facts))?.expects ?? null
  )
}

/** The servers that may be on screen, one entry a machine, the preferred address of each. */
export function serversOf(facts: Facts): readonly Server[] {
  const wanted = wantedOf(facts)
  const best = new Map<MachineIdentifier, Server>()
  for (const candidate of facts.candidates) {
    const server = serverOf(candidate)
    if (server === null || !isOurs(server, wanted) || isGone(server, facts)) continue
    const rival = best.get(server.identity.machineIdentifier)
    if (rival === undefined || isBetter(server, rival)) best.set(server.identity.machineIdentifier, server)
  }
  const servers = [...best.values()]
  const promised = servers.filter(({ source }) => source === 'url' || source === 'own-origin')
  return promised.length > 0 ? promised : servers
}

export function serverOf({ address, source, heard }: HeardCandidate): Server | null {
  if (heard?.good == null) return null
  return { address, source, heard, identity: heard.good.identity, tookMs: heard.good.tookMs }
}

// Without a wanted machine, an address still belongs to whoever answered there first.
function isOurs({ identity, heard }: Server, wanted: MachineIdentifier | null): boolean {
  return identity.machineIdentifier === (wanted ?? heard.first?.machineIdentifier)
}

// What was claimed stays claimed while it is switched off; anything else must answer to be believed.
function isGone({ heard }: Server, facts: Facts): boolean {
  return heard.settled !== 'claimed' && isGivenUp(heard, facts.now.steadyMs)
}

/** An address that answers beats one that has begun to fail; among equals the first to answer stays. */
function isBetter(server: Server, rival: Server): boolean {
  const failing = Number(server.heard.failures > 0) - Number(rival.heard.failures > 0)
  if (failing !== 0) return failing < 0
  return (server.heard.first?.atMs ?? Infinity) < (rival.heard.first?.atMs ?? Infinity)
}
