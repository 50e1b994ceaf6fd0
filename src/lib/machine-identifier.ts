declare const brand: unique symbol

/** Which server it is: 32 to 64 hexadecimal digits, lower case. Today's servers use 40 (protocol.md §1). */
export type MachineIdentifier = string & { readonly [brand]: 'MachineIdentifier' }

/** Reads an identifier from anywhere; null for whatever is not one. */
export function parseMachineIdentifier(value: unknown): MachineIdentifier | null {
  if (typeof value !== 'string' || !/^[0-9a-f]{32,64}$/i.test(value)) return null
  return value.toLowerCase() as MachineIdentifier
}

/** The last six characters: enough to tell two servers apart, short enough to compare by eye. */
export function tailOf(identifier: MachineIdentifier): string {
  return identifier.slice(-6)
}
