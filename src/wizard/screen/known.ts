import type { MachineIdentifier } from '../../lib/machine-identifier.ts'
import type { Facts } from '../facts/facts.ts'
import type { Trouble } from './screen.ts'
import { notesWithReturn } from './return.ts'
import { serversOf, wantedOf, type Server } from './server.ts'
import { troubleOf } from './trouble.ts'

/** The facts, and what follows from them alone; computed once for each set of facts. */
export type Known = Facts & {
  /** The one machine that this page is about, or null while any will do. */
  readonly wanted: MachineIdentifier | null
  /** The servers that may be on screen, one entry a machine, at the address where each is best asked. */
  readonly servers: readonly Server[]
  /** The most telling thing that the addresses said, where none of them is the server. */
  readonly trouble: Trouble
}

export function knownOf(facts: Facts): Known {
  const wanted = wantedOf(facts)
  const servers = serversOf(facts, wanted)
  return { ...facts, notes: notesWithReturn(facts), wanted, servers, trouble: troubleOf(facts, wanted) }
}
