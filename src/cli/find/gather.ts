import { parseOrigin, type Address } from '../../lib/address.ts'
import type { Outcome } from '../../server/outcome.ts'
import { atMost } from './at-most.ts'
import type { GdmReply } from './gdm.ts'
import { isNear, type OwnNetwork } from './gdm-networks.ts'

/** One address, what was said about it over GDM, and what it said itself. */
export type Sighting = {
  readonly address: Address
  /** What the address confirmed, else what came last. Null where it was asked without having replied. */
  readonly said: GdmReply | null
  /** Null as long as it has not been asked to the end. */
  readonly outcome: Outcome | null
}

/** A home has one or two. A host that sends more is not to fill the memory or the network. */
const MOST_ADDRESSES = 256
/** One host that says it is very many servers is not to crowd out the others. */
const MOST_PER_HOST = 8
const AT_ONCE = 16
/** Its network may have been down the first time; each of the three questions is put in three places. */
const MOST_QUESTIONS = 9
/** Anybody can make up the sender of a packet, and is not to have a server's own words forgotten by that. */
const MOST_REPLIES = 4

export type Gathered = {
  /** A reply that came in from this IPv4 address. */
  readonly heard: (reply: GdmReply, from: string, network: OwnNetwork) => void
  /** Asks an address that nobody spoke of; resolves when it has answered, or did not. */
  readonly look: (address: Address) => Promise<void>
  readonly sightings: () => readonly Sighting[]
}

type Kept = {
  /** Of each machine the last one, the newest behind. */
  replies: readonly GdmReply[]
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
    if (each.outcome !== null) told({ address, said: saidBy(each), outcome: each.outcome })
  }
  async function queue(address: Address, each: Kept): Promise<void> {
    if (each.isBeingAsked || each.questions >= MOST_QUESTIONS || each.outcome?.kind === 'identity') return
    each.questions += 1
    each.isBeingAsked = true
    await new Promise<void>((resolve) => {
      inTurn(() => answer(address, each).finally(resolve))
    })
  }
  function keep(address: Address): Kept | null {
    const known = kept.get(address)
    if (known !== undefined) return known
    const { hostname } = new URL(address)
    const ofHost = perHost.get(hostname) ?? 0
    if (kept.size >= MOST_ADDRESSES || ofHost >= MOST_PER_HOST) return null
    perHost.set(hostname, ofHost + 1)
    const fresh = { replies: [], outcome: null, questions: 0, isBeingAsked: false }
    kept.set(address, fresh)
    return fresh
  }

  return {
    heard: (reply, from, network) => {
      const address = parseOrigin(`http://${from}:${reply.port}`)
      const each = address === null || !isNear(address, network) ? null : keep(address)
      if (address === null || each === null) return
      each.replies = withReply(each, reply)
      void queue(address, each)
    },
    look: async (address) => {
      const each = keep(address)
      if (each !== null) await queue(address, each)
    },
    sightings: () =>
      [...kept].map(([address, each]) => ({ address, said: saidBy(each), outcome: each.outcome })),
  }
}

function saidBy({ replies, outcome }: Kept): GdmReply | null {
  return replies.find((said) => agrees({ said, outcome })) ?? replies.at(-1) ?? null
}

function withReply({ replies, outcome }: Kept, reply: GdmReply): readonly GdmReply[] {
  const others = replies.filter(({ machineIdentifier }) => machineIdentifier !== reply.machineIdentifier)
  if (others.length < MOST_REPLIES) return [...others, reply]
  const oldest = others.find((said) => !agrees({ said, outcome }))
  return [...others.filter((said) => said !== oldest), reply]
}

/** Did the address itself confirm who it was said to be? */
export function agrees({ said, outcome }: Pick<Sighting, 'said' | 'outcome'>): boolean {
  return outcome?.kind === 'identity' && outcome.identity.machineIdentifier === said?.machineIdentifier
}
