import type { Place } from './place.ts'

/** The first version that asks to be claimed, where one does (announcement; protocol.md §5). */
export const GATES: Partial<Record<Place, string>> = {
  'windows-app': '1.32.2',
  'windows-service': '1.32.2',
  mac: '1.29.2',
}

/** Is a version, as servers or people write it, this one or a later one? null where it can't be read. */
export function isAtLeast(version: string, gate: string): boolean | null {
  const match = /^\s*v?(\d+(?:\.\d+){1,3})(?![\d.])/i.exec(version)
  if (match?.[1] === undefined) return null
  const [have, need] = [match[1], gate].map((text) => text.split('.').map(Number))
  for (const [index, number] of (need ?? []).entries()) {
    const own = have?.[index] ?? 0
    if (own !== number) return own > number
  }
  return true
}
