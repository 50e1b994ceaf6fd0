import { classOf } from '../../lib/address-class.ts'
import type { Evidence } from '../../diagnosis/evidence.ts'
import { resultFor } from '../../server/claim.ts'
import type { AddressHistory } from '../../server/address-history.ts'
import { failedAtOnceEverywhere } from '../../server/search.ts'
import type { Known } from './known.ts'
import { kindOf, probesOf } from './probe-evidence.ts'
import { healthOn, machineOn, waitingOn, type Screen } from './screen.ts'
import { isFromOutside, mayNeedPermission } from './trouble.ts'

/**
 * What the facts say about why a person is stuck. Everything is left out that would tell who and where they are. Pure.
 */
export function evidenceOf(known: Known, screen: Screen): Evidence {
  const { search, stamp, browser, online } = known
  return {
    server: serverOf(known, screen),
    identity: identityOf(known, screen),
    answering: screen.name === 'another-machine' ? screen.answering : 'one',
    startingForMs: startingFor(known, screen),
    restarts: restartsOf(known, screen),
    probes: probesOf(known, screen),
    searchFailedAtOnce: search !== null && failedAtOnceEverywhere(search),
    openedFrom: openedFrom(known),
    permission: mayNeedPermission(known) ? known.permission : 'unknown',
    browser,
    online,
    platform: stamp.platform,
    enforced: stamp.enforced,
    waiting: waitingOf(known, screen),
    code: codeOf(known, screen),
    account: known.account,
    clockOffMs: clockOf(screen),
    answers: known.answers,
  }
}

/** May the account service be asked whether it can be reached? Only where the answer would change the verdict. */
export function accountMatters(known: Known, screen: Screen): boolean {
  const code = codeOf(known, screen)
  switch (screen.name) {
    case 'overdue':
      return true
    case 'claimed':
    case 'hearsay':
      return known.answers.changed !== null && known.answers.changed !== 'no'
    case 'unclaimed':
    case 'taking':
    case 'declined':
      return code === 'accepted' || code === 'unanswered' || code === 'account-failed'
    default:
      return false
  }
}

function serverOf(known: Known, screen: Screen): Evidence['server'] {
  if (screen.server !== null) {
    const { address, identity, settled, history } = screen.server
    return {
      ...kindOf(address),
      claim: settled ?? 'unknown',
      health: healthOf(history, screen),
      version: identity.version,
    }
  }
  // A stranger can be read as well, and its claim state tells how it came to be one.
  if (screen.name !== 'another-machine' && screen.name !== 'another-product') return null
  const history = known.candidates.find(({ address }) => address === screen.address)?.history
  if (history?.good == null) return null
  const { claim, version } = history.good.identity
  return { ...kindOf(screen.address), claim, health: healthOf(history, screen), version }
}

function healthOf({ latest }: AddressHistory, screen: Screen): NonNullable<Evidence['server']>['health'] {
  const told = screen.name === 'starting' ? 'starting' : healthOn(screen)
  if (told !== null) return told
  if (latest.kind !== 'failure') return 'answering'
  return latest.reason === 'unreadable' ? 'unreadable' : 'failing'
}

/** On any screen: waiting, or having been claimed, does not keep a server from starting anew. */
function startingFor(known: Known, screen: Screen): number | null {
  const sinceMs = startingSince(known, screen)
  return sinceMs === null ? null : known.now.monotonicMs - sinceMs
}

function startingSince(known: Known, screen: Screen): number | null {
  if (screen.name === 'starting') return screen.sinceMs
  if (healthOn(screen) !== 'starting') return null
  if (screen.server !== null) {
    const { startingSinceMs, latest } = screen.server.history
    return startingSinceMs ?? latest.atMs
  }
  return known.trouble.name === 'starting' ? known.trouble.sinceMs : null
}

function restartsOf({ trouble }: Known, screen: Screen): number {
  if (screen.server !== null) return screen.server.history.restarts
  if (screen.name === 'starting') return screen.restarts
  return trouble.name === 'starting' ? trouble.restarts : 0
}

function identityOf(known: Known, screen: Screen): Evidence['identity'] {
  if (screen.name === 'another-machine') return 'other'
  const { server } = screen
  if (server === null) return 'unremembered'
  const { machineIdentifier } = server.identity
  const expected = [
    known.stamp.machineIdentifier,
    ...known.candidates.map(({ address, expects }) => (address === server.address ? expects : null)),
  ].filter((machine) => machine !== null)
  if (expected.length === 0) return 'unremembered'
  return expected.includes(machineIdentifier) ? 'expected' : 'other'
}

function openedFrom({ pageOrigin }: Known): Evidence['openedFrom'] {
  if (pageOrigin === null) return 'file'
  if (isFromOutside(pageOrigin)) return 'outside'
  return classOf(pageOrigin) === 'loopback' ? 'this-computer' : 'lan'
}

function waitingOf({ now }: Known, screen: Screen): Evidence['waiting'] {
  const note = waitingOn(screen)?.note
  if (note === undefined) return null
  const ranOut = note.expiresAtMs !== null && note.expiresAtMs <= now.epochMs
  return {
    by: note.decision === 'sent-code' ? 'code' : 'sign-in',
    forMs: now.epochMs - note.atMs,
    overdue: screen.name === 'overdue',
    pinRanOut: ranOut && note.decision === 'signing-in',
  }
}

function clockOf(screen: Screen): number | null {
  const latest = screen.server?.history.latest
  return latest?.kind === 'identity' ? (latest.clockAheadMs ?? null) : null
}

/**
 * What is still true of the last code. It is nothing for another machine, or after the person went to sign in instead.
 * Of a server that is claimed by now it tells only where it was turned away. A code that was never sent says nothing.
 */
function codeOf({ code }: Known, screen: Screen): Evidence['code'] {
  if (screen.name === 'claimed' || screen.name === 'hearsay') {
    return resultFor(code, machineOn(screen)) === 'turned-away' ? 'turned-away' : null
  }
  if (waitingOn(screen)?.note.decision === 'signing-in') return null
  const result = resultFor(code, machineOn(screen))
  switch (result) {
    case 'ran-out':
    case 'turned-away':
    case 'account-failed':
    case 'refused':
    case 'accepted':
    case 'unanswered':
      return result
    case 'behind-proxy':
      return 'unanswered'
    case 'starting':
    case 'already-claimed':
    case 'not-the-server':
    case 'not-local':
    case null:
      return null
  }
}
