import type { Address } from '../lib/address.ts'
import type { MachineIdentifier } from '../lib/machine-identifier.ts'
import { keep } from '../lib/storage.ts'

// Both choices last as long as the tab: a reload keeps them, opening the file again asks again.

/** The address far away that the person agreed to contact. */
export const ALLOWED_KEY = 'allowed-address'

export function allowAddress(address: Address): void {
  keep('tab', ALLOWED_KEY, address)
}

/**
 * Where the machine is kept that was taken instead of the stamped one, or of the one that used to be at the address
 * in the link. Each has a place of its own: file pages share their storage.
 */
export function chosenKeyFor(instead: MachineIdentifier | Address | null): string {
  return `chosen-instead-of:${instead ?? 'any'}`
}

export function chooseInstead(chosenKey: string, chosen: MachineIdentifier): void {
  keep('tab', chosenKey, chosen)
}
