import type { Cause } from './cause.ts'
import type { Evidence } from './evidence.ts'
import {
  clockIsOff,
  isKeptOff,
  isNearKind,
  isPresent,
  mayDemandSecure,
  mustBeClaimed,
  readingOf,
  runsOnWindows,
  startsLong,
  waitsLong,
} from './reading.ts'

/**
 * Does the evidence rule a cause out as what stands in the way now? Only what is known counts: a question that nobody
 * answered rules nothing out, and what the person recognised only what disproves it.
 */
export function isRuledOut(cause: Cause, evidence: Evidence): boolean {
  const { server, identity, probes, answers, code } = evidence
  const reading = readingOf(evidence)
  const claimed = reading === 'claimed'
  const unclaimed = reading === 'unclaimed'
  const recognised = answers.sees === cause
  // A server that is starting says no more than that; whatever else there may be has to wait.
  if (reading === 'starting' && cause !== 'not-running' && cause !== 'damaged-database') return true
  // The same where the browser keeps everything from the page.
  if (isProvenBlocked(evidence) && cause !== 'blocked') return true
  switch (cause) {
    case 'not-claimed':
      return claimed || (unclaimed && code === 'ran-out')
    case 'revoked':
      return (
        answers.changed === 'no' ||
        answers.changed === 'removed' ||
        (unclaimed && code !== 'turned-away' && !recognised)
      )
    case 'removed-from-account':
      return answers.changed === 'no' || answers.changed === 'password'
    case 'another-account':
      return unclaimed
    case 'lost-identity':
      if (evidence.answering !== 'one') return false
      return (
        answers.moved === 'no' ||
        (claimed && identity === 'expected' && answers.moved !== 'moved' && !recognised)
      )
    case 'another-user':
      return answers.runs === null ? isElsewhere(evidence) : answers.runs !== 'windows-service'
    case 'not-local':
      return claimed || (server !== null && isNear(server) && !mayBeOutside(evidence) && !recognised)
    case 'account-out-of-reach':
      return claimed || !(recognised || mayLackAccount(evidence))
    case 'not-running':
      return isPresent(evidence)
    case 'damaged-database':
      return !startsLong(evidence) && !recognised
    case 'afraid-of-registry':
      return (
        (unclaimed && code !== 'turned-away') ||
        ((answers.runs !== null || evidence.platform !== null) && !runsOnWindows(evidence))
      )
    case 'broken-route':
      if (mayDemandSecure(evidence)) return false
      return claimed ? !isPresent(evidence) : unclaimed || !recognised
    case 'blocked':
      return server !== null || probes.some(({ said }) => said !== 'refused' && said !== 'silent')
    case 'code-spent':
      return claimed || code === 'accepted' || !(recognised || hasRunOut(evidence))
    case 'unknown':
      return false
  }
}

/** Does the evidence leave no doubt that this cause is there? Certain takes more: that no other is. */
export function isProven(cause: Cause, evidence: Evidence): boolean {
  const reading = readingOf(evidence)
  switch (cause) {
    case 'not-claimed':
      return (
        reading === 'unclaimed' &&
        !hasReachedServer(evidence) &&
        evidence.identity !== 'other' &&
        mustBeClaimed(evidence) !== false
      )
    case 'not-running':
      return reading === 'starting'
    case 'blocked':
      return isProvenBlocked(evidence)
    case 'code-spent':
      return reading === 'unclaimed' && evidence.code === 'ran-out'
    default:
      return false
  }
}

/** Has an attempt gone so far that only the server can have failed in it? A code that ran out here was never sent. */
function hasReachedServer({ waiting, code }: Evidence): boolean {
  return waiting?.overdue === true || (code !== null && code !== 'ran-out')
}

function mayLackAccount(evidence: Evidence): boolean {
  return (
    hasReachedServer(evidence) ||
    waitsLong(evidence) ||
    clockIsOff(evidence) ||
    evidence.account === 'unreachable'
  )
}

function hasRunOut({ waiting, code }: Evidence): boolean {
  return (code !== null && code !== 'unanswered') || waiting?.pinRanOut === true
}

function isNear({ kind, container }: NonNullable<Evidence['server']>): boolean {
  return isNearKind(kind) && !container
}

function mayBeOutside({ code, answers }: Evidence): boolean {
  return code === 'turned-away' || answers.runs === 'rented'
}

function isProvenBlocked(evidence: Evidence): boolean {
  return isKeptOff(evidence) && evidence.permission === 'denied'
}

function isElsewhere({ platform }: Evidence): boolean {
  return platform !== null && platform !== 'Windows'
}
