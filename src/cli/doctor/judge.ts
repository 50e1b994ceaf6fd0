import { mayBeContainers } from '../../lib/address-class.ts'
import type { FailureCause, FailureReason } from '../../server/outcome.ts'
import type { DoctorFacts, OwnComputer } from './facts.ts'
import type { Findings, FoundIn } from './found.ts'
import { pageFound } from './judge-page.ts'
import { identityOf, isInTurn, isServer, lastOf } from './who-answered.ts'

/** What the page takes for too much as well: sign-ins are refused for less (verdict.md). */
const CLOCK_MATTERS_FROM_MS = 5 * 60_000

/** What every check comes to. Pure: nothing is asked here, and nothing is said. */
export function findingsOf(facts: DoctorFacts): Findings {
  const { own } = facts
  return {
    server: serverFound(facts),
    claim: claimFound(facts),
    port: own === null ? 'elsewhere' : portFound(facts, own),
    clock: own === null ? 'elsewhere' : clockFound(own),
    account: own === null ? 'elsewhere' : own.account.kind,
    folder: own === null ? 'elsewhere' : folderFound(own),
    page: own === null ? 'elsewhere' : pageFound(facts, own),
    firewall: own === null ? 'elsewhere' : firewallFound(own),
    container: own === null ? 'elsewhere' : containerFound(own),
  }
}

const FAILED: Readonly<Record<FailureReason, FoundIn<'server'>>> = {
  silent: 'silent',
  refused: 'not-running',
  unreadable: 'somebody-else',
  slow: 'ill',
  'broken-off': 'ill',
  'too-large': 'somebody-else',
  redirected: 'somebody-else',
  'another-product': 'somebody-else',
  'odd-identifier': 'somebody-else',
  gateway: 'behind-proxy',
  'not-routed': 'behind-proxy',
  'log-in': 'somebody-else',
  'turned-away': 'somebody-else',
  busy: 'ill',
  faulty: 'ill',
}

/** The same, where the system tells more. */
const TOLD: Readonly<Record<FailureCause, FoundIn<'server'>>> = {
  'hung-up': 'secure-only',
  certificate: 'certificate',
  'not-secure': 'certificate',
  unreachable: 'no-way',
  'unknown-name': 'no-way',
}

function serverFound(facts: DoctorFacts): FoundIn<'server'> {
  const outcome = lastOf(facts.outcomes)
  if (isInTurn(facts)) return 'two-in-turn'
  if (outcome.kind === 'starting') return 'starting'
  if (outcome.kind === 'identity') return outcome.identity.startState === null ? 'running' : 'starting'
  const found = outcome.why === undefined ? FAILED[outcome.reason] : TOLD[outcome.why]
  // A busy computer may refuse later than anybody waits.
  return found === 'silent' && facts.own?.port.kind === 'free' ? 'not-running' : found
}

function claimFound(facts: DoctorFacts): FoundIn<'claim'> {
  const identity = identityOf(facts)
  if (identity === null) return 'not-seen'
  const [first] = facts.outcomes
  const agree = first.kind === 'identity' && first.identity.claim === identity.claim
  if (!agree || isInTurn(facts) || identity.claim === 'unknown') return 'not-said'
  return identity.claim === 'claimed' ? 'linked' : 'not-linked'
}

function portFound(facts: DoctorFacts, { addresses, port }: OwnComputer): FoundIn<'port'> {
  const identity = identityOf(facts)
  if (identity === null) {
    if (serverFound(facts) === 'somebody-else') return 'held'
    if (port.kind === 'free') return 'free'
    return port.kind === 'held' ? 'in-use' : 'not-seen'
  }
  if (addresses.length === 0) return 'no-network'
  if (addresses.some((answer) => isServer(answer, identity))) return 'open'
  return port.kind === 'held' && port.for === 'this-computer' ? 'this-computer-only' : 'closed'
}

function clockFound({ account }: OwnComputer): FoundIn<'clock'> {
  if (account.kind === 'not-trusted' && account.why === 'dates') return 'doubtful'
  if (account.kind !== 'reached' || account.clockAheadMs === null) return 'not-seen'
  return Math.abs(account.clockAheadMs) < CLOCK_MATTERS_FROM_MS ? 'right' : 'off'
}

function folderFound({ folder }: OwnComputer): FoundIn<'folder'> {
  return folder.kind === 'there' ? folder.access : folder.kind
}

function firewallFound({ firewall }: OwnComputer): FoundIn<'firewall'> {
  return firewall.kind === 'ufw' || firewall.kind === 'firewalld' ? firewall.rules : firewall.kind
}

function containerFound({ container, addresses, page }: OwnComputer): FoundIn<'container'> {
  if (container.inside === null) return container.hasBridges ? 'beside' : 'none'
  const hidden = addresses.length > 0 && addresses.every(({ address }) => mayBeContainers(address))
  const told = page?.kind === 'page' && page.stamp.addresses.some((address) => !mayBeContainers(address))
  return hidden && !told ? 'own-network' : 'inside'
}
