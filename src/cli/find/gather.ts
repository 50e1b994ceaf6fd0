import { parseOrigin, type Address } from '../../lib/address.ts'
import type { Outcome } from '../../server/outcome.ts'
import { atMost } from './at-most.ts'
import type { GdmReply } from './gdm.ts'
import { isNear, type OwnNetwork } from './gdm-networks.ts'

/** One address, what was said about it over GDM, and what it said itself. */
export type Sighting = {
  readonly address: Address
  /** Null where it was asked without having replied. */
  readonly said: GdmReply | null
  /** Null as long as it has not been asked to the end. */
  readonly outcome: Outcome | null
}

/** A home has one or two. A host that sends more is not to fill the memory or the network. */
const MOST_ADDRESSES = 256
/** One host that says it is very many servers is not to crowd out the others. */
const MOST_PER_HOST = 8
const AT_ONCE = 16
/** Its network may have been down the first time; every question that it hears it replies to. */
const MOST_QUESTIONS = 3

export type Gathered = {
  /** A reply that came in from this IPv4 address. */
  readonly heard: (reply: GdmReply, from: string, network: OwnNetwork) => void
  /** Asks an address that nobody spoke of. */
  readonly look: (address: Address) => void
  readonly sightings: () => readonly Sighting[]
}

type Kept = {
  said: GdmReply | null
  outcome: Outcome | null
  questions: number
  isBeingAsked: boolean
}

/**
 * Collects what is heard, asks each address who is there (a few at once, a rejection counts as no answer), and tells
 * about every answer. At most 256 addresses are kept, and of one host 8; the rest is dropped.
 */
export function gatherer(
  ask: (address: Address) => Promise<Outcome>,
  told: (sighting: Sighting) => void,
): Gathered {
  const kept = new Map<Address, Kept>()
  const perHost = new Map<string, number>()
  const inTurn = atMost(AT_ONCE)

  async function answer(address: Address, each: Kept): Promise<void> {
    each.outcome = await ask(address).catch(() => null)
    each.isBeingAsked = false
    if (each.outcome !== null) told({ address, said: each.said, outcome: each.outcome })
  }
  function queue(address: Address, each: Kept): void {
    if (each.isBeingAsked || each.questions >= MOST_QUESTIONS || each.outcome?.kind === 'identity') return
    each.questions += 1
    each.isBeingAsked = true
    inTurn(() => answer(address, each))
  }
  function keep(address: Address): Kept | null {
    const known = kept.get(address)
    if (known !== undefined) return known
    const { hostname } = new URL(address)
    const ofHost = perHost.get(hostname) ?? 0
    if (kept.size >= MOST_ADDRESSES || ofHost >= MOST_PER_HOST) return null
    perHost.set(hostname, ofHost + 1)
    const fresh = { said: null, outcome: null, questions: 0, isBeingAsked: false }
    kept.set(address, fresh)
    return fresh
  }

  return {
    heard: (reply, from, network) => {
      const address = parseOrigin(`http://${from}:${reply.port}`)
      const each = address === null || !isNear(address, network) ? null : keep(address)
      if (address === null || each === null) return
      if (each.said === null || !agrees(each)) each.said = reply
      queue(address, each)
    },
    look: (address) => {
      const each = keep(address)
      if (each !== null) queue(address, each)
    },
    sightings: () => [...kept].map(([address, { said, outcome }]) => ({ address, said, outcome })),
  }
}

/** Did the address itself confirm who it was said to be? */
export function agrees({ said, outcome }: Pick<Sighting, 'said' | 'outcome'>): boolean {
  return outcome?.kind === 'identity' && outcome.identity.machineIdentifier === said?.machineIdentifier
}
