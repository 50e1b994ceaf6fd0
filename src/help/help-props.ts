import type { ReactNode } from 'react'
import type { Address } from '../lib/address.ts'
import type { MachineIdentifier } from '../lib/machine-identifier.ts'
import type { Place } from '../server/place.ts'

/** What every help page gets. */
export type HelpProps = {
  /** Where the server runs; null while nobody has said. */
  readonly place: Place | null
  /** Lets the person say where, or something else. */
  readonly choosePlace: ReactNode
  /** The server's version, where one has answered. */
  readonly version: string | null
  /** The machine that the file belongs to, or that the person took instead; null where any will do. */
  readonly machine: MachineIdentifier | null
  /** The person goes on through the tunnel that ends there. */
  readonly onTunnel: (near: Address) => void
}
