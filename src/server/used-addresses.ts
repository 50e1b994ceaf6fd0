import * as v from 'valibot'
import { parseOrigin, type Address } from '../lib/address.ts'
import { parseJson } from '../lib/json.ts'
import { parseMachineIdentifier, type MachineIdentifier } from '../lib/machine-identifier.ts'
import { writeStored, readStored } from '../lib/storage.ts'

/** Where a server answered before. Nothing but this is remembered of it. */
export type UsedAddress = { readonly machineIdentifier: MachineIdentifier; readonly address: Address }

export const USED_ADDRESSES_KEY = 'used-addresses'
const AT_MOST = 8

/** Reads the remembered addresses, newest first; what cannot be read is left out. Never throws. */
export function parseUsedAddresses(text: string | null): readonly UsedAddress[] {
  const list = v.safeParse(v.array(v.unknown()), parseJson(text))
  if (!list.success) return []
  return list.output.flatMap((entry) => parseUsedAddress(entry) ?? []).slice(0, AT_MOST)
}

const Shape = v.object({ machineIdentifier: v.unknown(), address: v.unknown() })

function parseUsedAddress(entry: unknown): UsedAddress | null {
  const shape = v.safeParse(Shape, entry)
  if (!shape.success) return null
  const machineIdentifier = parseMachineIdentifier(shape.output.machineIdentifier)
  const address = parseOrigin(shape.output.address)
  return machineIdentifier === null || address === null ? null : { machineIdentifier, address }
}

/** Forgets where servers answered on earlier visits. What this page has on screen stays there. */
export function forgetAddresses(): void {
  writeStored('local', USED_ADDRESSES_KEY, null)
}

/** Remembers that this server answered here; the ninth oldest is forgotten. */
export function rememberAddress(used: UsedAddress): void {
  const before = readStored('local', USED_ADDRESSES_KEY)
  const others = parseUsedAddresses(before).filter(({ address }) => address !== used.address)
  const after = JSON.stringify([used, ...others].slice(0, AT_MOST))
  if (after !== before) writeStored('local', USED_ADDRESSES_KEY, after)
}
