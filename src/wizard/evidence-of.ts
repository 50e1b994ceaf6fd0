import { classOf } from '../lib/address-class.ts'
import type { Evidence } from '../diagnosis/evidence.ts'
import { resultFor } from '../server/claim.ts'
import type { Heard } from '../server/heard.ts'
import type { Facts } from './facts.ts'
import { placeOf, probesOf } from './probe-evidence.ts'
import { machineIn, serverIn, type Stage } from './stage.ts'
import { isFromOutside, troubleOf } from './trouble.ts'

/** What the facts say about why a person is stuck, with everything left out that would tell who and where they are. Pure. */
export function evidenceOf(facts: Facts, stage: Stage): Evidence {
  const { search, wayIn, stamp, browser, online } = facts
  return {
    server: serverOf(facts, stage),
    identity: identityOf(facts, stage),
    startingForMs: startingFor(facts, stage),
    probes: probesOf(facts, stage),
    searchFailedAtOnce: search !== null && search.total > 0 && search.failedAtOnce === search.total,
    wayIn: wayOf(facts),
    permission: isFromOutside(wayIn) ? facts.permission : 'unknown',
    browser,
    online,
    platform: stamp.platform,
    enforced: stamp.enforced,
    waiting: waitingOf(facts, stage),
    code: codeOf(facts, stage),
    account: facts.account,
    clockOffMs: clockOf(stage),
    answers: facts.answers,
  }
}

/** May the account service be asked whether it can be reached? Only where the answer would change the verdict. */
export function accountMatters(facts: Facts, stage: Stage): boolean {
  if (stage.name === 'confirming') return stage.overdue
  if (stage.name === 'claimed') return facts.answers.changed !== null && facts.answers.changed !== 'no'
  const code = codeOf(facts, stage)
  return stage.name === 'unclaimed' && (code === 'accepted' || code === 'unanswered')
}

function serverOf(facts: Facts, stage: Stage): Evidence['server'] {
  const server = serverIn(stage)
  if (server !== null) {
    const { address, identity, settled, heard } = server
    return {
      ...placeOf(address),
      claim: settled ?? 'unknown',
      health: healthOf(heard, stage),
      version: identity.version,
    }
  }
  // A stranger can be read as well, and its claim state tells how it came to be one.
  if (stage.name !== 'stranger') return null
  const heard = facts.candidates.find(({ address }) => address === stage.address)?.heard
  if (heard?.good == null) return null
  const { claim, version } = heard.good.identity
  return { ...placeOf(stage.address), claim, health: healthOf(heard, stage), version }
}

function healthOf({ latest }: Heard, stage: Stage): NonNullable<Evidence['server']>['health'] {
  if ('health' in stage) return stage.health
  if (stage.name === 'starting') return 'starting'
  if (latest.kind !== 'failure') return 'answering'
  return latest.reason === 'unreadable' ? 'unreadable' : 'failing'
}

/** Whatever the stage is: waiting, or having been claimed, does not keep a server from starting anew. */
function startingFor(facts: Facts, stage: Stage): number | null {
  const sinceMs = startingSince(facts, stage)
  return sinceMs === null ? null : facts.now.steadyMs - sinceMs
}

function startingSince(facts: Facts, stage: Stage): number | null {
  if (stage.name === 'starting') return stage.sinceMs
  if (!('health' in stage) || stage.health !== 'starting') return null
  if (stage.server !== null) {
    const { startingSinceMs, latest } = stage.server.heard
    return startingSinceMs ?? latest.atMs
  }
  const trouble = troubleOf(facts)
  return trouble.name === 'starting' ? trouble.sinceMs : null
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
    by: note.decision === 'sent-code' ? 'code' : 'sign-in',
    forMs: now.epochMs - note.atMs,
    overdue,
    pinRanOut: ranOut && note.decision === 'signing-in',
  }
}

function clockOf(stage: Stage): number | null {
  const latest = serverIn(stage)?.heard.latest
  return latest?.kind === 'identity' ? (latest.clockAheadMs ?? null) : null
}

/**
 * What is still true of the last code: nothing for another machine, nor once this one is claimed, nor after the person
 * went to sign in instead. A code that was never sent says nothing about a cause.
 */
function codeOf({ code }: Facts, stage: Stage): Evidence['code'] {
  if (stage.name === 'claimed') return null
  if (stage.name === 'confirming' && stage.note.decision === 'signing-in') return null
  const result = resultFor(code, machineIn(stage))
  switch (result) {
    case 'ran-out':
    case 'turned-away':
    case 'refused':
    case 'accepted':
    case 'unanswered':
      return result
    case 'starting':
    case 'already-claimed':
    case 'not-the-server':
    case 'not-local':
    case null:
      return null
  }
}
