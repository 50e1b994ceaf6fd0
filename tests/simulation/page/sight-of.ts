import type { SignInLink } from '../../../src/account/sign-in-link.ts'
import type { Wizard } from '../../../src/wizard/live/use-wizard.ts'
import { evidenceOf } from '../../../src/wizard/screen/evidence-of.ts'
import { machineOn, waitingOn, type Screen } from '../../../src/wizard/screen/screen.ts'
import { ownAddress, signInFor } from '../../../src/wizard/screen/sign-in-for.ts'
import { verdictOf } from '../../../src/diagnosis/verdict.ts'

/** What can be seen of a page at one moment. */
export type Sight = {
  readonly screen: Screen
  readonly machine: string | null
  /** Of the server on screen. */
  readonly address: string | null
  readonly wanted: string | null
  /** The sign-in that the page offers; null where it offers none. */
  readonly signIn: (SignInLink & { readonly machine: string }) | null
  readonly servers: readonly { readonly machine: string; readonly address: string }[]
  readonly unasked: string | null
  readonly cause: () => string
  /** What a report would be made of. */
  readonly evidence: () => string
  readonly facts: Wizard['facts']
}

export function sightOf({ facts, screen }: Wizard): Sight {
  const offered = signInOn(screen) ? machineOn(screen) : screen.name === 'hidden' ? facts.wanted : null
  return {
    screen,
    machine: machineOn(screen),
    address: screen.server?.address ?? null,
    wanted: facts.wanted,
    signIn: offered === null ? null : { ...signInFor(offered, facts, ownAddress(facts)), machine: offered },
    servers: facts.servers.map(({ identity, address }) => ({ machine: identity.machineIdentifier, address })),
    unasked: facts.unasked,
    evidence: () => JSON.stringify(evidenceOf(facts, screen)),
    cause: () => verdictOf(evidenceOf(facts, screen)).findings[0].cause,
    facts,
  }
}

function signInOn(screen: Screen): boolean {
  return (
    waitingOn(screen) !== null || ['unclaimed', 'taking', 'declined', 'no-claim-state'].includes(screen.name)
  )
}
