import type { Place } from '../server/place.ts'

/** What has happened to a server so far, as far as it decides whether it must be claimed. */
export type History =
  /** New, or installed again after all its data was wiped. */
  | 'new'
  /** Was claimed at some time, and is signed out now. */
  | 'signed-out'
  /** Is claimed now. */
  | 'claimed'
  /** Exists, and was never claimed. */
  | 'never'

export type Situation = {
  readonly place: Place
  /** As the server tells it, `1.43.4.9999-abcdef012`; null where nobody knows. */
  readonly version: string | null
  readonly history: History
  /** `enableLocalSecurity` is set to False. */
  readonly override: boolean
}

/** Must it be claimed, and by which rule? */
export type Requirement =
  | {
      readonly affected: false
      readonly because: 'overridden' | 'not-enforced' | 'too-old' | 'never-claimed'
    }
  | { readonly affected: false; readonly because: 'claimed-already' }
  | { readonly affected: true; readonly because: 'new' | 'signed-out' }
  /** It depends on the version, which is not known. */
  | { readonly affected: null; readonly because: 'version-unknown' }

/** The first version that asks to be claimed, where one does (announcement; protocol.md §5). */
export const GATES: Partial<Record<Place, string>> = {
  'windows-app': '1.32.2',
  'windows-service': '1.32.2',
  mac: '1.29.2',
}

/** Who must claim: exactly the announcement's rules. Pure. */
export function requirementFor({ place, version, history, override }: Situation): Requirement {
  if (history === 'claimed') return { affected: false, because: 'claimed-already' }
  const gate = GATES[place]
  if (gate === undefined) return { affected: false, because: 'not-enforced' }
  const enough = version === null ? null : isAtLeast(version, gate)
  if (enough === false) return { affected: false, because: 'too-old' }
  if (history === 'never') return { affected: false, because: 'never-claimed' }
  if (override) return { affected: false, because: 'overridden' }
  if (enough === null) return { affected: null, because: 'version-unknown' }
  return { affected: true, because: history }
}

/** null where the version can't be read. */
function isAtLeast(version: string, gate: string): boolean | null {
  const match = /^\s*v?(\d+(?:\.\d+){1,3})(?![\d.])/i.exec(version)
  if (match?.[1] === undefined) return null
  const [have, need] = [match[1], gate].map((text) => text.split('.').map(Number))
  for (const [index, number] of (need ?? []).entries()) {
    const own = have?.[index] ?? 0
    if (own !== number) return own > number
  }
  return true
}
