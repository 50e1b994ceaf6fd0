import type { Behaviour } from './behaviours.ts'
import type { PretendIdentity } from './identity.ts'
import type { Times } from './times.ts'

/** Everything that a host's answer depends on, apart from the request. */
export interface HostSituation {
  readonly behaviour: Behaviour
  readonly identity: PretendIdentity
  /** Milliseconds since the host began to behave this way. */
  readonly sinceMs: number
  /** How many requests came before this one. */
  readonly asked: number
  readonly times: Times
  /** The machine identifier that `impostor` takes. */
  readonly impersonates: string
  /** Where `redirecting` sends people. */
  readonly redirectsTo: string
}
