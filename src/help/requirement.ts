import { GATES, isAtLeast } from '../server/gate.ts'
import type { Place } from '../server/place.ts'

/** What has happened to a server so far, as far as it decides whether it must be claimed. */
export type ClaimHistory =
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
  readonly history: ClaimHistory
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

/**
 * Who must claim: exactly the announcement's rules. With the setting none of the others is applicable, and who never
 * claimed needn't with any version; so these come first. Pure.
 */
export function requirementFor({ place, version, history, override }: Situation): Requirement {
  if (history === 'claimed') return { affected: false, because: 'claimed-already' }
  if (override) return { affected: false, because: 'overridden' }
  if (history === 'never') return { affected: false, because: 'never-claimed' }
  const gate = GATES[place]
  if (gate === undefined) return { affected: false, because: 'not-enforced' }
  const enough = version === null ? null : isAtLeast(version, gate)
  if (enough === false) return { affected: false, because: 'too-old' }
  if (enough === null) return { affected: null, because: 'version-unknown' }
  return { affected: true, because: history }
}
