import { classOf, mayBeContainers } from '../../lib/address-class.ts'
import type { Address } from '../../lib/address.ts'
import type { ProbeEvidence } from '../../diagnosis/evidence.ts'
import type { AddressHistory } from '../../server/address-history.ts'
import type { Outcome } from '../../server/outcome.ts'
import type { Known } from './known.ts'
import type { Screen } from './screen.ts'
import { telling, type AnsweredCandidate } from './trouble.ts'

/** The kind of an address, which is all that evidence tells of it. */
export function kindOf(address: Address): Pick<ProbeEvidence, 'kind' | 'container'> {
  return { kind: classOf(address), container: mayBeContainers(address) }
}

/** The most telling first: an address that is on screen, then what was promised, in order of preference. */
export function probesOf(known: Known, screen: Screen): readonly ProbeEvidence[] {
  const told = telling(known)
  // This computer is tried wherever the server is, and is no server in most homes.
  const elsewhere = told.filter(({ source }) => source !== 'loopback')
  const asked = elsewhere.length > 0 ? elsewhere : told
  const onScreen = known.candidates.filter(
    (candidate): candidate is AnsweredCandidate =>
      candidate.history !== null && isOnScreen(candidate.address, screen),
  )
  const rest = asked.filter(({ address }) => !isOnScreen(address, screen))
  return [...onScreen, ...rest.filter(isTelling), ...rest.filter((one) => !isTelling(one))].map(
    ({ address, history }) => probeOf(address, history),
  )
}

function isOnScreen(address: Address, screen: Screen): boolean {
  switch (screen.name) {
    case 'searching':
    case 'choosing':
      return screen.servers.some((server) => server.address === address)
    case 'ask-first':
    case 'starting':
    case 'hidden':
    case 'another-machine':
    case 'another-product':
      return address === screen.address
    default:
      return address === screen.server?.address
  }
}

/** Where there is no route for IPv6, as in many homes, all its addresses fail at once. */
function isTelling({ address, history: { latest } }: AnsweredCandidate): boolean {
  const isIpv6 = address.includes('[')
  return !(isIpv6 && latest.kind === 'failure' && latest.reason === 'refused')
}

function probeOf(address: Address, { latest, good }: AddressHistory): ProbeEvidence {
  const probe = { ...kindOf(address), said: saidBy(latest), tookMs: Math.round(latest.tookMs) }
  return good !== null && latest.kind === 'failure' ? { ...probe, answeredBefore: true } : probe
}

function saidBy(outcome: Outcome): ProbeEvidence['said'] {
  switch (outcome.kind) {
    case 'identity':
      return outcome.identity.claim
    case 'starting':
      return 'starting'
    case 'failure':
      return outcome.reason
  }
}
