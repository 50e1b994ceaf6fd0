import { classOf, mayBeContainers } from '../../lib/address-class.ts'
import { NO_EVIDENCE, type Evidence, type ProbeEvidence } from '../../diagnosis/evidence.ts'
import { verdictOf, type Finding } from '../../diagnosis/verdict.ts'
import type { AddressAnswer, DoctorFacts } from './facts.ts'
import { statusOf, type Findings } from './found.ts'
import { identityOf, isInTurn, isServer, lastOf } from './who-answered.ts'

/** What the page's verdict is made of, as far as it can be seen at the server's own computer. Pure. */
export function evidenceFrom(facts: DoctorFacts): Evidence {
  const { own, platform, server } = facts
  const asked: AddressAnswer = { address: server, outcome: lastOf(facts.outcomes) }
  const stamp = own?.page?.kind === 'page' ? own.page.stamp : null
  return {
    ...NO_EVIDENCE,
    server: serverIn(facts, asked),
    identity: identityIn(facts, stamp?.machineIdentifier ?? null),
    answering: isInTurn(facts) ? 'in-turn' : 'one',
    startingForMs: isStarting(asked) ? 0 : null,
    // What others use comes first: from there the server looks as it does to a page.
    probes: [...(own?.addresses ?? []), asked].map(probeOf),
    openedFrom: own === null ? 'lan' : 'this-computer',
    platform: own === null ? null : (PLATFORMS[platform] ?? null),
    enforced: stamp?.enforced ?? null,
    ...(own === null ? {} : ownEvidence(own)),
  }
}

/**
 * Why the server can't be used yet, the likeliest first: the page's own verdict. A linked server that answers has
 * nothing in its way, unless it can't reach its account. What only a person would know is not guessed here.
 */
export function causesOf(facts: DoctorFacts, evidence: Evidence, findings: Findings): readonly Finding[] {
  if (findings.claim !== 'linked' || findings.server !== 'running') {
    // Where nothing is known, the page asks the person; here the checks have said what they saw.
    return verdictOf(evidence).findings.filter(({ cause }) => cause !== 'unknown')
  }
  const signs = [
    ...(statusOf('account', findings) === 'to-do' ? (['account-unreachable'] as const) : []),
    ...(statusOf('clock', findings) === 'to-do' ? (['clock-off'] as const) : []),
  ]
  const isFound = facts.own !== null && signs.length > 0
  return isFound ? [{ cause: 'account-out-of-reach', confidence: 'likely', signs }] : []
}

const PLATFORMS: Partial<Record<NodeJS.Platform, NonNullable<Evidence['platform']>>> = {
  win32: 'Windows',
  darwin: 'MacOSX',
  linux: 'Linux',
}

function serverIn(facts: DoctorFacts, asked: AddressAnswer): Evidence['server'] {
  const identity = identityOf(facts)
  if (identity === null) return null
  const first = facts.own?.addresses.find((answer) => isServer(answer, identity)) ?? asked
  return {
    kind: classOf(first.address),
    container: mayBeContainers(first.address),
    claim: identity.claim,
    health: isStarting(asked) ? 'starting' : 'answering',
    version: identity.version,
  }
}

function identityIn(facts: DoctorFacts, stamped: string | null): Evidence['identity'] {
  const identity = identityOf(facts)
  if (identity === null || stamped === null) return 'unremembered'
  return stamped === identity.machineIdentifier ? 'expected' : 'other'
}

function isStarting({ outcome }: AddressAnswer): boolean {
  return outcome.kind === 'starting' || (outcome.kind === 'identity' && outcome.identity.startState !== null)
}

function probeOf({ address, outcome }: AddressAnswer): ProbeEvidence {
  return {
    kind: classOf(address),
    container: mayBeContainers(address),
    said:
      outcome.kind === 'identity'
        ? outcome.identity.claim
        : outcome.kind === 'failure'
          ? outcome.reason
          : 'starting',
    tookMs: Math.round(outcome.tookMs),
    ...(outcome.kind === 'failure' ? { hungUp: outcome.why === 'hung-up' } : {}),
  }
}

function ownEvidence({ account, container }: NonNullable<DoctorFacts['own']>): Partial<Evidence> {
  const runs = container.inside === null ? null : 'docker'
  return {
    lookedFrom: 'server',
    account: account.kind === 'reached' ? 'reached' : 'unreachable',
    clockOffMs: account.kind === 'reached' ? account.clockAheadMs : null,
    answers: { ...NO_EVIDENCE.answers, runs },
  }
}
