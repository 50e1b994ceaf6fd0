import * as v from 'valibot'
import { parseOrigin, type Address } from '../../lib/address.ts'
import { parseJson } from '../../lib/json.ts'
import type { MachineIdentifier } from '../../lib/machine-identifier.ts'
import { writeStored, readStored } from '../../lib/storage.ts'

// All choices last as long as the tab: a reload keeps them, opening the file again asks again.

/** The address far away that the person agreed to contact. That alone makes nobody there the server. */
export const ALLOWED_KEY = 'allowed-address'

export function allowAddress(address: Address): void {
  writeStored('session', ALLOWED_KEY, address)
}

/**
 * An address that the person named. They typed it, went on through the tunnel that ends there, or picked the server
 * there among others.
 */
export type NamedAddress = { readonly address: Address; readonly how: 'typed' | 'tunnel' | 'picked' }

export const NAMED_KEY = 'named-addresses'
const AT_MOST = 16

const Shape = v.object({ address: v.unknown(), how: v.picklist(['typed', 'tunnel', 'picked']) })

/** Reads what was kept, newest first; what cannot be read is left out. Never throws. */
export function parseNamedAddresses(text: string | null): readonly NamedAddress[] {
  const list = v.safeParse(v.array(v.unknown()), parseJson(text))
  if (!list.success) return []
  return list.output.slice(0, AT_MOST).flatMap((entry) => {
    const shape = v.safeParse(Shape, entry)
    if (!shape.success) return []
    const address = parseOrigin(shape.output.address)
    return address === null ? [] : [{ address, how: shape.output.how }]
  })
}

export function nameAddress(named: NamedAddress): void {
  const others = parseNamedAddresses(readStored('session', NAMED_KEY)).filter(
    ({ address, how }) => address !== named.address || how !== named.how,
  )
  writeStored('session', NAMED_KEY, JSON.stringify([named, ...others].slice(0, AT_MOST)))
}

/**
 * Where the machine is kept that was taken instead of another. The other is the stamped one, or the one that used to be
 * at the address in the link. Each has a place of its own: file pages share their storage.
 */
export function chosenKeyFor(instead: MachineIdentifier | Address | null): string {
  return `chosen-instead-of:${instead ?? 'any'}`
}

export function chooseInstead(chosenKey: string, chosen: MachineIdentifier): void {
  writeStored('session', chosenKey, chosen)
}
