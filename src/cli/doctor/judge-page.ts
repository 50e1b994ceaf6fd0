import type { DoctorFacts, OwnComputer } from './facts.ts'
import type { FoundIn } from './found.ts'
import { identityOf, isServer } from './who-answered.ts'

/** What the page is worth to people who open it. The worst comes first. */
export function pageFound(facts: DoctorFacts, { page, addresses }: OwnComputer): FoundIn<'page'> {
  const identity = identityOf(facts)
  if (page === null) return 'no-folder'
  if (page.kind === 'none') return identity?.claim === 'claimed' ? 'not-needed' : 'none'
  if (page.kind !== 'page') return page.kind
  const { stamp, answers, isThisVersion, isOpenToOthers } = page
  if (stamp.broken) return 'broken'
  const isOther = identity !== null && stamp.machineIdentifier !== identity.machineIdentifier
  if (isOther && stamp.machineIdentifier !== null) return 'other-server'
  if (stamp.addresses.length === 0) return 'no-address'
  const own = addresses.map(({ address }) => address)
  const isFound =
    stamp.addresses.some((address) => own.includes(address)) ||
    answers.some((answer) => isServer(answer, identity))
  // While nothing answers, an address that was given by hand can't be told from one that is old.
  if (!isFound) return identity === null ? 'unproven' : 'old-addresses'
  if (!isThisVersion) return 'other-version'
  if (isOpenToOthers) return 'open-to-others'
  return identity === null ? 'unproven' : 'current'
}
