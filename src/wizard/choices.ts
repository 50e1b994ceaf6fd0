import type { Address } from '../lib/address.ts'
import type { MachineIdentifier } from '../lib/machine-identifier.ts'
import { keep } from '../lib/storage.ts'

// Both choices last as long as the tab: a reload keeps them, opening the file again asks again.

/** The address far away that the person agreed to contact. */
export const ALLOWED_KEY = 'allowed-address'

export function allowAddress(address: Address): void {
  keep('tab', ALLOWED_KEY, address)
}

/** The machine taken instead of the stamped one; kept per stamp, since file pages share their storage. */
export function chosenKeyFor(stamped: MachineIdentifier | null): string {
  return `chosen-instead-of:${stamped ?? 'none'}`
}

export function chooseInstead(stamped: MachineIdentifier | null, chosen: MachineIdentifier): void {
  keep('tab', chosenKeyFor(stamped), chosen)
}
