import type { Address } from '../lib/address.ts'
import type { HeldConnections } from './held-connections.ts'
import { addressesIn, type Network } from './network.ts'
import type { Outcome } from './outcome.ts'
import { sweep } from './sweep.ts'

/** How a search of a network is going. Times on the monotonic clock. */
export type Search = {
  readonly network: Network
  /** `again`: all were asked once, and the silent ones are asked once more behind what is on screen. */
  readonly phase: 'asking' | 'again' | 'over'
  readonly total: number
  readonly asked: number
  /** How many answered, with any answer. */
  readonly answered: number
  /** Failed within milliseconds: computers without a server, or none of them can be reached from here at all. */
  readonly failedAtOnce: number
  /** Media servers, and what may be one and hides its answer, in the order in which they answered. */
  readonly found: readonly Address[]
  readonly startedAtMs: number
  /** It waits until then for the engine to let go of connections, which it may do earlier; null while it does not. */
  readonly waitsUntilMs: number | null
}

export type SearchOrder = {
  readonly network: Network
  /** What the searches before this one may have left behind in the engine. */
  readonly held: HeldConnections
  /** Addresses that are asked anyway. */
  readonly except: readonly Address[]
  readonly signal: AbortSignal
  readonly onChange: (search: Search) => void
  /** Called before `onChange` tells of it. */
  readonly onFound: (address: Address, outcome: Outcome) => void
}

/** Asks a whole network for media servers; ends when all were asked twice, or when `signal` says stop. Never fails. */
export async function searchNetwork({
  network,
  except,
  held,
  signal,
  onChange,
  onFound,
}: SearchOrder): Promise<void> {
  const addresses = addressesIn(network).filter((address) => !except.includes(address))
  let search: Search = {
    network,
    phase: 'asking',
    total: addresses.length,
    asked: 0,
    answered: 0,
    failedAtOnce: 0,
    found: [],
    startedAtMs: performance.now(),
    waitsUntilMs: null,
  }
  const change = (changes: Partial<Search>): void => onChange((search = { ...search, ...changes }))
  const tally = (address: Address, outcome: Outcome): void => {
    const { found, answered, failedAtOnce } = search
    const nobody = outcome.kind === 'failure' && (outcome.reason === 'silent' || outcome.reason === 'refused')
    const server = isServer(outcome)
    if (server) onFound(address, outcome)
    change({
      answered: answered + (nobody ? 0 : 1),
      failedAtOnce: failedAtOnce + (nobody && outcome.reason === 'refused' ? 1 : 0),
      found: server ? [...found, address] : found,
    })
  }
  onChange(search)
  try {
    await sweep({
      addresses,
      signal,
      held,
      onWait: (waitsUntilMs) => change({ waitsUntilMs }),
      onOutcome: (address, outcome) => {
        if (search.phase === 'asking') search = { ...search, asked: search.asked + 1 }
        tally(address, outcome)
      },
      onFirst: () => change({ phase: 'again' }),
    })
  } catch (error) {
    // Stopped: by the person, or because the right server was found.
    if (!signal.aborted) throw error
  }
  change({ phase: 'over', waitsUntilMs: null })
}

function isServer(outcome: Outcome): boolean {
  return outcome.kind !== 'failure' || outcome.reason === 'unreadable'
}
