import type { Address } from '../lib/address.ts'

export const START = '/'

/** Asks exactly this address (contract.md §4). */
export function pathAt(address: Address): string {
  return `/?at=${encodeURIComponent(address)}`
}
