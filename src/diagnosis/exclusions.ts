import type { CauseCode } from './cause.ts'
import type { Evidence } from './evidence.ts'
import { clockIsOff, isKeptOff, isNearKind, readingOf, runsOnWindows, startsLong } from './reading.ts'

/**
 * Does the evidence rule a cause out as what stands in the way now? Only what is known counts: a question that nobody
 * answered rules nothing out.
 */
export function isRuledOut(cause: CauseCode, evidence: Evidence): boolean {
  const { server, identity, probes, answers, code, waiting, account } = evidence
  const reading = readingOf(evidence)
  const readable = reading === 'claimed' || reading === 'unclaimed' || reading === 'unknown'
  // A server that is starting says no more than that; whatever else there may be has to wait.
  if (reading === 'starting' && cause !== 'C9' && cause !== 'C10') return true
  // The same where the browser keeps everything from the page.
  if (isProvenBlocked(evidence) && cause !== 'C13') return true
  switch (cause) {
    case 'C1':
      return reading === 'claimed' || (reading === 'unclaimed' && code === 'ran-out')
    case 'C2':
      return (
        answers.changed === 'no' ||
        answers.changed === 'removed' ||
        (reading === 'unclaimed' && !(code === 'turned-away' && answers.changed === 'password'))
      )
    case 'C3':
      return answers.changed === 'no' || answers.changed === 'password'
    case 'C4':
      return reading === 'unclaimed'
    case 'C5':
      return identity === 'expected' || answers.moved === 'no'
    case 'C6':
      return answers.runs === null ? isElsewhere(evidence) : answers.runs !== 'windows-service'
    case 'C7':
      return (
        reading === 'claimed' ||
        (server !== null &&
          isNearKind(server.kind) &&
          !server.container &&
          code !== 'turned-away' &&
          answers.runs !== 'rented')
      )
    case 'C8':
      return (
        reading === 'claimed' ||
        (!hasReachedServer(evidence) && !clockIsOff(evidence) && account !== 'unreachable')
      )
    case 'C9':
      return readable
    case 'C10':
      return readable || !startsLong(evidence)
    case 'C11':
      return (
        reading === 'unclaimed' ||
        ((answers.runs !== null || evidence.platform !== null) && !runsOnWindows(evidence))
      )
    case 'C12':
      return reading !== 'claimed'
    case 'C13':
      return readable || probes.some(({ said }) => said !== 'refused' && said !== 'silent')
    case 'C14':
      return (
        reading === 'claimed' ||
        ((code === null || code === 'accepted' || code === 'unanswered') && waiting?.pinRanOut !== true)
      )
    case 'C15':
      return false
  }
}

/** Does the evidence leave no doubt that this cause is there? Certain takes more: that no other is. */
export function isProven(cause: CauseCode, evidence: Evidence): boolean {
  const reading = readingOf(evidence)
  switch (cause) {
    case 'C1':
      return reading === 'unclaimed' && !hasReachedServer(evidence) && evidence.identity !== 'other'
    case 'C9':
      return reading === 'starting'
    case 'C13':
      return isProvenBlocked(evidence)
    case 'C14':
      return reading === 'unclaimed' && evidence.code === 'ran-out'
    default:
      return false
  }
}

/** Has an attempt gone so far that only the server can have failed in it? A code that ran out here was never sent. */
function hasReachedServer({ waiting, code }: Evidence): boolean {
  return waiting?.overdue === true || (code !== null && code !== 'ran-out')
}

function isProvenBlocked(evidence: Evidence): boolean {
  return isKeptOff(evidence) && evidence.permission === 'denied'
}

function isElsewhere({ platform }: Evidence): boolean {
  return platform !== null && platform !== 'Windows'
}
