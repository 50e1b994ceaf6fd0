import { classOf } from '../lib/address-class.ts'
import type { Address } from '../lib/address.ts'
import type { Evidence, ProbeEvidence } from '../diagnosis/evidence.ts'
import type { Heard } from '../server/heard.ts'
import type { Outcome } from '../server/outcome.ts'
import type { Facts } from './facts.ts'
import { serverIn, type Stage } from './stage.ts'
import { isFromOutside, telling } from './trouble.ts'

/** What the facts say about why a person is stuck, with everything left out that would tell who and where they are. Pure. */
export function evidenceOf(facts: Facts, stage: Stage): Evidence {
  const { now, search, wayIn, stamp, browser, online } = facts
  return {
    server: serverOf(facts, stage),
    identity: identityOf(facts, stage),
    startingForMs: stage.name === 'starting' ? now.steadyMs - stage.sinceMs : null,
    probes: telling(facts).map(({ address, heard }) => probeOf(address, heard)),
    searchFailedAtOnce: search !== null && search.total > 0 && search.failedAtOnce === search.total,
    wayIn: wayOf(facts),
    permission: isFromOutside(wayIn) ? facts.permission : 'unknown',
    browser,
    online,
    platform: stamp.platform,
    waiting: waitingOf(facts, stage),
    code: codeOf(facts.code.result),
    account: facts.account,
    clockOffMs: clockOf(stage),
    answers: facts.answers,
  }
}

/** May the account service be asked whether it can be reached? Only where the answer would change the verdict. */
export function accountMatters(facts: Facts, stage: Stage): boolean {
  if (stage.name === 'confirming') return stage.overdue
  if (stage.name === 'claimed') return facts.answers.changed !== null && facts.answers.changed !== 'no'
  return (
    stage.name === 'unclaimed' && (facts.code.result === 'accepted' || facts.code.result === 'unanswered')
  )
}

function serverOf(facts: Facts, stage: Stage): Evidence['server'] {
  const server = serverIn(stage)
  if (server !== null) {
    const { address, identity, settled } = server
    return { ...placeOf(address), claim: settled ?? 'unknown', version: identity.version }
  }
  // A stranger can be read as well, and its claim state tells how it came to be one.
  if (stage.name !== 'stranger') return null
  const good = facts.candidates.find(({ address }) => address === stage.address)?.heard?.good
  if (good == null) return null
  return { ...placeOf(stage.address), claim: good.identity.claim, version: good.identity.version }
}

function identityOf(facts: Facts, stage: Stage): Evidence['identity'] {
  if (stage.name === 'stranger') return stage.machineIdentifier === null ? 'unremembered' : 'other'
  const server = serverIn(stage)
  if (server === null) return 'unremembered'
  const { machineIdentifier } = server.identity
  const expected = [
    facts.stamp.machineIdentifier,
    ...facts.candidates.map(({ address, expects }) => (address === server.address ? expects : null)),
  ].filter((known) => known !== null)
  if (expected.length === 0) return 'unremembered'
  return expected.includes(machineIdentifier) ? 'expected' : 'other'
}

function placeOf(address: Address): Pick<ProbeEvidence, 'kind' | 'container'> {
  const container = /^https?:\/\/172\.(1[6-9]|2\d|3[01])\./.test(address)
  return { kind: classOf(address), container }
}

function probeOf(address: Address, { latest }: Heard): ProbeEvidence {
  return { ...placeOf(address), said: saidBy(latest), tookMs: Math.round(latest.tookMs) }
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

function wayOf({ wayIn }: Facts): Evidence['wayIn'] {
  if (wayIn.origin === null) return 'file'
  if (isFromOutside(wayIn)) return 'outside'
  return classOf(wayIn.origin) === 'loopback' ? 'this-computer' : 'lan'
}

function waitingOf({ now }: Facts, stage: Stage): Evidence['waiting'] {
  if (stage.name !== 'confirming') return null
  const { note, overdue } = stage
  const ranOut = note.expiresAtMs !== null && note.expiresAtMs <= now.epochMs
  return {
    forMs: now.epochMs - note.atMs,
    overdue,
    pinRanOut: ranOut && note.decision === 'signing-in',
  }
}

function clockOf(stage: Stage): number | null {
  const latest = serverIn(stage)?.heard.latest
  return latest?.kind === 'identity' ? (latest.clockAheadMs ?? null) : null
}

/** A code that was never sent says nothing about a cause. */
function codeOf(result: Facts['code']['result']): Evidence['code'] {
  switch (result) {
    case 'ran-out':
    case 'turned-away':
    case 'refused':
    case 'accepted':
    case 'unanswered':
      return result
    case 'starting':
    case 'not-the-server':
    case 'not-local':
    case null:
      return null
  }
}
