import type { Identity } from '../../server/identity.ts'
import type { Outcome } from '../../server/outcome.ts'
import type { AddressAnswer, DoctorFacts } from './facts.ts'

/** Who the server is, by its last answer; null where that is no such answer. */
export function identityOf({ outcomes }: Pick<DoctorFacts, 'outcomes'>): Identity | null {
  const last = lastOf(outcomes)
  return last.kind === 'identity' ? last.identity : null
}

export function lastOf([first, ...more]: DoctorFacts['outcomes']): Outcome {
  return more.at(-1) ?? first
}

/** Did two machines answer in turn? */
export function isInTurn({ outcomes }: Pick<DoctorFacts, 'outcomes'>): boolean {
  const machines = outcomes.flatMap((outcome) =>
    outcome.kind === 'identity' ? outcome.identity.machineIdentifier : [],
  )
  return new Set(machines).size > 1
}

/** Did the server itself answer there? */
export function isServer({ outcome }: AddressAnswer, identity: Identity | null): boolean {
  return outcome.kind === 'identity' && outcome.identity.machineIdentifier === identity?.machineIdentifier
}
