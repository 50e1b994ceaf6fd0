import type { CauseCode } from './cause.ts'
import type { Evidence } from './evidence.ts'
import {
  clockIsOff,
  hasTried,
  isFarKind,
  isIll,
  isKeptOff,
  isSomebodyElse,
  readingOf,
  runsOnWindows,
  startsLong,
  startsTooLong,
} from './reading.ts'

/** Something that was seen, by the name of its sentence (words.ts). */
export type SignName =
  | 'says-unclaimed'
  | 'says-claimed'
  | 'password-changed'
  | 'device-removed'
  | 'nothing-changed'
  | 'never-moved'
  | 'moved'
  | 'reinstalled'
  | 'other-identity'
  | 'account-reached'
  | 'account-unreachable'
  | 'turned-away'
  | 'code-refused'
  | 'code-ran-out'
  | 'pin-ran-out'
  | 'code-accepted'
  | 'code-unanswered'
  | 'waited-in-vain'
  | 'clock-off'
  | 'far-address'
  | 'container-address'
  | 'runs-as-service'
  | 'runs-in-container'
  | 'runs-rented'
  | 'runs-on-windows'
  | 'starting'
  | 'starting-long'
  | 'refused'
  | 'silent'
  | 'somebody-else'
  | 'ill'
  | 'offline'
  | 'kept-off'
  | 'permission-denied'
  | 'search-failed-at-once'
  | 'mac-network'
  | 'recognised'

/** What one sign counts for: 1 fits, 2 speaks for it, 3 and more make it likely. */
export type Sign = readonly [name: SignName, weight: number]

type When = readonly [name: SignName, weight: number, holds: boolean]

/** The signs that speak for each cause. Pure; a cause that nothing speaks for has none. */
export function signsOf(evidence: Evidence): Record<CauseCode, readonly Sign[]> {
  const { server, identity, probes, answers, waiting, code, account, browser } = evidence
  const reading = readingOf(evidence)
  const unclaimed = reading === 'unclaimed'
  const claimed = reading === 'claimed'
  const nothing = reading === 'nothing'
  const changed = answers.changed
  const rejected = changed === 'password' || changed === 'removed'
  const far = server !== null ? isFarKind(server.kind) : probes.some(({ kind }) => isFarKind(kind))
  const stillNot = unclaimed && waiting?.overdue === true && !waiting.pinRanOut
  const windows = runsOnWindows(evidence)
  const refusedAll = nothing && probes.length > 0 && probes.every(({ said }) => said === 'refused')
  const sees = (cause: CauseCode, weight: number): When => ['recognised', weight, answers.sees === cause]

  const table: Record<CauseCode, readonly When[]> = {
    C1: [
      ['says-unclaimed', 3, unclaimed && !hasTried(evidence)],
      ['says-unclaimed', 1, unclaimed && hasTried(evidence)],
      ['reinstalled', 1, unclaimed && answers.moved === 'reinstalled'],
      ['nothing-changed', 1, unclaimed && changed === 'no'],
      ['never-moved', 1, unclaimed && answers.moved === 'no'],
      sees('C1', nothing || claimed ? 2 : 3),
    ],
    C2: [
      ['says-claimed', 1, claimed],
      ['password-changed', 3, changed === 'password' && (claimed || reading === 'unknown')],
      ['password-changed', 1, changed === 'password' && (nothing || reading === 'hidden')],
      ['account-reached', 1, claimed && changed === 'password' && account === 'reached'],
      ['password-changed', 3, changed === 'password' && unclaimed && code === 'turned-away'],
      ['turned-away', 1, changed === 'password' && unclaimed && code === 'turned-away'],
      sees('C2', unclaimed ? 1 : 3),
    ],
    C3: [
      ['says-claimed', 1, claimed && changed === 'removed'],
      ['device-removed', 3, changed === 'removed' && !nothing],
      ['says-unclaimed', 2, changed === 'removed' && unclaimed],
      ['device-removed', 1, changed === 'removed' && nothing],
      ['account-reached', 1, claimed && changed === 'removed' && account === 'reached'],
      sees('C3', 3),
    ],
    C4: [
      ['says-claimed', 1, claimed && answers.sees === 'C4'],
      ['nothing-changed', 1, claimed && changed === 'no' && answers.moved === 'no'],
      ['turned-away', 4, claimed && (code === 'turned-away' || code === 'refused')],
      sees('C4', 3),
    ],
    C5: [
      ['other-identity', 3, identity === 'other'],
      ['says-unclaimed', 1, identity === 'other' && unclaimed],
      ['moved', 4, answers.moved === 'moved' && (unclaimed || identity === 'other')],
      ['moved', 2, answers.moved === 'moved' && !unclaimed && identity !== 'other'],
      ['reinstalled', 1, answers.moved === 'reinstalled' && (unclaimed || identity === 'other')],
      sees('C5', 3),
    ],
    C6: [
      ['runs-as-service', 5, answers.runs === 'windows-service' && (unclaimed || identity === 'other')],
      ['runs-as-service', 1, answers.runs === 'windows-service' && nothing],
      ['says-unclaimed', 1, answers.runs === 'windows-service' && unclaimed],
      sees('C6', runsOnWindows(evidence) || answers.runs === null ? 3 : 1),
    ],
    C7: [
      ['far-address', 4, far && unclaimed],
      ['far-address', 2, far && nothing],
      ['container-address', 1, server?.container === true && unclaimed],
      ['runs-in-container', 3, answers.runs === 'docker' && unclaimed && server?.container === true],
      ['runs-rented', 4, answers.runs === 'rented' && (unclaimed || nothing)],
      ['turned-away', 3, unclaimed && code === 'turned-away' && !rejected],
      ['runs-in-container', 2, unclaimed && code === 'turned-away' && answers.runs === 'docker'],
      sees('C7', claimed ? 2 : 3),
    ],
    C8: [
      ['waited-in-vain', 3, stillNot],
      ['account-reached', 2, stillNot && account === 'reached'],
      ['account-unreachable', 2, account === 'unreachable' && !nothing],
      ['code-accepted', 4, unclaimed && code === 'accepted'],
      ['code-unanswered', 2, unclaimed && code === 'unanswered'],
      ['clock-off', 3, clockIsOff(evidence) && !claimed],
      ['far-address', 1, stillNot && far],
      ['runs-rented', 1, answers.runs === 'rented' && unclaimed && hasTried(evidence)],
      sees('C8', 3),
    ],
    C9: [
      ['offline', 4, !evidence.online && nothing],
      ['starting', 5, reading === 'starting' && !startsTooLong(evidence)],
      ['starting', 2, startsTooLong(evidence)],
      ['refused', 3, nothing && probes.some(({ said }) => said === 'refused') && !isKeptOff(evidence)],
      ['silent', 3, nothing && probes.some(({ said }) => said === 'silent')],
      ['somebody-else', 3, nothing && probes.some(isSomebodyElse)],
      ['ill', 3, nothing && probes.some(isIll)],
      ['refused', 1, isKeptOff(evidence)],
      sees('C9', nothing ? 3 : 1),
    ],
    C10: [
      ['starting-long', 5, startsTooLong(evidence)],
      ['starting-long', 1, startsLong(evidence) && !startsTooLong(evidence)],
      sees('C10', 5),
    ],
    C11: [
      ['runs-on-windows', 1, answers.sees === 'C11' && windows],
      ['runs-on-windows', 1, claimed && rejected && windows],
      sees('C11', windows || (answers.runs === null && evidence.platform === null) ? 5 : 0),
    ],
    C12: [
      ['says-claimed', 1, claimed],
      ['nothing-changed', 2, claimed && changed === 'no'],
      sees('C12', claimed ? 4 : 2),
    ],
    C13: [
      ['kept-off', 4, isKeptOff(evidence)],
      ['permission-denied', 2, evidence.permission === 'denied' && evidence.wayIn === 'outside' && nothing],
      ['search-failed-at-once', 4, evidence.searchFailedAtOnce && nothing],
      ['mac-network', 2, browser.onMac && browser.family !== 'safari' && refusedAll && probes.length > 1],
      sees('C13', nothing ? 3 : 1),
    ],
    C14: [
      ['code-ran-out', 8, code === 'ran-out' && !claimed],
      ['pin-ran-out', 5, waiting?.pinRanOut === true && !claimed],
      ['code-refused', 4, unclaimed && code === 'refused'],
      ['code-refused', 2, unclaimed && code === 'turned-away'],
      sees('C14', 3),
    ],
    C15: [],
  }
  return Object.fromEntries(
    Object.entries(table).map(([cause, signs]) => [
      cause,
      signs.flatMap(([name, weight, holds]) => (holds && weight > 0 ? [[name, weight]] : [])),
    ]),
  ) as unknown as Record<CauseCode, readonly Sign[]>
}
