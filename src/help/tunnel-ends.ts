import type { MachineIdentifier } from '../lib/machine-identifier.ts'
import type { AddressHistory } from '../server/address-history.ts'
import type { FailureReason } from '../server/outcome.ts'

/** What is at a near end: our server, somebody else, something that can't be told, or nobody so far. */
type End = 'tunnel' | 'other' | 'taken' | 'free'

export type NearEnd = { readonly localPort: number; readonly history: AddressHistory | null }

export type Ends = {
  /** The near end of a tunnel that is there; null while there is none. */
  readonly up: number | null
  /** Where the next tunnel can begin. */
  readonly free: number
  /** Ports before it where somebody else answers. */
  readonly others: readonly number[]
}

/**
 * What the near ends say. With a `machine` in the file only that one counts as the tunnel: anything may answer on a
 * person's computer. Where every port is taken, the first is as good as any.
 */
export function endsOf(nearEnds: readonly NearEnd[], machine: MachineIdentifier | null): Ends {
  const ends = nearEnds.map(({ localPort, history }) => ({ localPort, end: endOf(history, machine) }))
  const first = (wanted: End): number | null => ends.find(({ end }) => end === wanted)?.localPort ?? null
  const free = first('free') ?? ends[0]?.localPort ?? 0
  const others = ends.filter(({ end, localPort }) => end === 'other' && localPort < free)
  return { up: first('tunnel'), free, others: others.map(({ localPort }) => localPort) }
}

function endOf(history: AddressHistory | null, machine: MachineIdentifier | null): End {
  if (history === null) return 'free'
  const { latest, good } = history
  if (latest.kind === 'failure') return endOfFailure(latest.reason)
  if (machine === null) return 'tunnel'
  // A server that is starting doesn't say who it is.
  if (good === null) return 'taken'
  return good.identity.machineIdentifier === machine ? 'tunnel' : 'other'
}

function endOfFailure(reason: FailureReason): End {
  if (reason === 'refused' || reason === 'silent') return 'free'
  // Anything else that answers there may be a server that can't be read.
  return reason === 'another-product' ? 'other' : 'taken'
}
