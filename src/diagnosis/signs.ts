import { absenceOf } from './absence.ts'
import type { Cause } from './cause.ts'
import type { Evidence } from './evidence.ts'
import {
  clockIsOff,
  failsFromOutside,
  hasTried,
  isAway,
  isDeniedInTab,
  isFarKind,
  isHeldInTab,
  isHeldPerhaps,
  isKeptOff,
  keepsRestarting,
  mayDemandSecure,
  mustBeClaimed,
  readingOf,
  runsOnWindows,
  startsLong,
  startsTooLong,
  waitsLong,
} from './reading.ts'
import type { SignName } from './sign-name.ts'

/** What one sign counts for: 1 fits, 2 speaks for it, 3 and more make it likely. */
export type Sign = readonly [name: SignName, weight: number]

type When = readonly [name: SignName, weight: number, holds: boolean]

/** The signs that speak for each cause. Pure; a cause that nothing speaks for has none. */
export function signsOf(evidence: Evidence): Record<Cause, readonly Sign[]> {
  const { server, identity, probes, answers, waiting, code, account, browser, openedFrom, permission } =
    evidence
  const reading = readingOf(evidence)
  const unclaimed = reading === 'unclaimed'
  const claimed = reading === 'claimed'
  const nothing = reading === 'nothing'
  const away = isAway(evidence)
  const tried = hasTried(evidence)
  const required = mustBeClaimed(evidence)
  const changed = answers.changed
  const rejected = changed === 'password' || changed === 'removed'
  const far = server !== null ? isFarKind(server.kind) : probes.some(({ kind }) => isFarKind(kind))
  const inContainer = answers.runs === 'docker'
  const unreached = nothing && probes[0]?.container === true
  const stillNot = unclaimed && waiting?.overdue === true && !waiting.pinRanOut
  const windows = runsOnWindows(evidence)
  const refusedAll = nothing && probes.length > 0 && probes.every(({ said }) => said === 'refused')
  const held = nothing && isHeldPerhaps(evidence)
  const hangsHere = probes.some(({ kind, said }) => kind === 'loopback' && said === 'silent')
  const absence = absenceOf(evidence)
  // What keeps everything from the page says little about one server.
  const absent = absence !== null && (nothing || away) && !isKeptOff(evidence)
  // Signing in ends at the server: what that computer can't reach is worse than what a browser can't.
  const fromServer = evidence.lookedFrom === 'server'
  const sees = (cause: Cause, weight: number): When => ['recognised', weight, answers.sees === cause]

  const table: Record<Cause, readonly When[]> = {
    'not-claimed': [
      ['says-unclaimed', required === null ? 3 : 2, unclaimed && !tried],
      ['enforced', 1, unclaimed && !tried && required === true && evidence.enforced === true],
      ['past-the-gate', 1, unclaimed && !tried && required === true && evidence.enforced !== true],
      ['says-unclaimed', 1, unclaimed && tried],
      ['reinstalled', 1, unclaimed && answers.moved === 'reinstalled' && identity === 'unremembered'],
      ['nothing-changed', 1, unclaimed && changed === 'no'],
      ['never-moved', 1, unclaimed && answers.moved === 'no'],
      sees('not-claimed', nothing || claimed ? 2 : 3),
    ],
    revoked: [
      ['says-claimed', 1, claimed],
      ['password-changed', 3, changed === 'password' && (claimed || reading === 'unknown')],
      ['password-changed', 1, changed === 'password' && (nothing || reading === 'hidden')],
      ['account-reached', 1, claimed && changed === 'password' && account === 'reached'],
      ['password-changed', 5, changed === 'password' && unclaimed && code === 'turned-away'],
      ['turned-away', changed === 'password' ? 1 : 2, unclaimed && code === 'turned-away'],
      sees('revoked', unclaimed ? 1 : 3),
    ],
    'removed-from-account': [
      ['says-claimed', 1, claimed && changed === 'removed'],
      ['device-removed', 3, changed === 'removed' && !nothing],
      ['says-unclaimed', 2, changed === 'removed' && unclaimed],
      ['device-removed', 1, changed === 'removed' && nothing],
      ['account-reached', 1, claimed && changed === 'removed' && account === 'reached'],
      ['turned-away-as-linked', 2, claimed && code === 'turned-away'],
      sees('removed-from-account', 3),
    ],
    'another-account': [
      ['says-claimed', 1, claimed && answers.sees === 'another-account'],
      ['nothing-changed', 1, claimed && changed === 'no' && answers.moved === 'no'],
      sees('another-account', 3),
    ],
    'lost-identity': [
      ['two-in-turn', 4, evidence.answering === 'in-turn'],
      ['renewed', 4, evidence.answering === 'renewed'],
      ['other-identity', 3, identity === 'other'],
      ['says-unclaimed', 1, identity === 'other' && unclaimed],
      ['moved', 5, answers.moved === 'moved' && (unclaimed || identity === 'other')],
      ['moved', 2, answers.moved === 'moved' && !unclaimed && identity !== 'other'],
      // Whom nobody knew before may just be new, and installed again to get it going.
      ['reinstalled', 5, answers.moved === 'reinstalled' && unclaimed && identity !== 'unremembered'],
      ['reinstalled', 1, answers.moved === 'reinstalled' && unclaimed && identity === 'unremembered'],
      ['reinstalled', 1, answers.moved === 'reinstalled' && !unclaimed && identity === 'other'],
      sees('lost-identity', 3),
    ],
    'another-user': [
      ['runs-as-service', 5, answers.runs === 'windows-service' && (unclaimed || identity === 'other')],
      ['runs-as-service', 1, answers.runs === 'windows-service' && nothing],
      ['says-unclaimed', 1, answers.runs === 'windows-service' && unclaimed],
      sees('another-user', runsOnWindows(evidence) || answers.runs === null ? 3 : 1),
    ],
    'not-local': [
      ['far-address', 4, far && unclaimed],
      ['far-address', 2, far && nothing],
      ['by-name', 4, unclaimed && server?.kind === 'name'],
      ['by-name', 2, unclaimed && server?.kind === 'local-name'],
      ['by-name', 2, nothing && probes.some(({ kind }) => kind === 'name')],
      ['container-address', 1, server?.container === true && unclaimed],
      ['container-unreached', 2, unreached],
      ['runs-in-container', 3, inContainer && (unreached || (unclaimed && server?.container === true))],
      ['runs-rented', 4, answers.runs === 'rented' && (unclaimed || nothing)],
      ['turned-away', 3, unclaimed && code === 'turned-away' && !rejected],
      ['runs-in-container', 2, unclaimed && code === 'turned-away' && inContainer],
      sees('not-local', unclaimed ? 4 : 3),
    ],
    'account-out-of-reach': [
      ['waited-in-vain', 3, stillNot && waiting.by === 'sign-in'],
      ['code-in-vain', 3, stillNot && waiting.by === 'code'],
      ['waiting-long', 1, unclaimed && waitsLong(evidence)],
      ['account-reached', 2, stillNot && account === 'reached'],
      ['account-unreachable', fromServer ? 5 : 2, account === 'unreachable' && !nothing],
      ['code-accepted', 4, unclaimed && code === 'accepted'],
      ['account-failed', 5, unclaimed && code === 'account-failed'],
      ['code-unanswered', 2, unclaimed && code === 'unanswered'],
      ['clock-off', 3, clockIsOff(evidence) && !claimed],
      ['far-address', 1, stillNot && far],
      ['runs-rented', 1, answers.runs === 'rented' && unclaimed && tried],
      sees('account-out-of-reach', unclaimed ? 4 : 3),
    ],
    'not-running': [
      ['offline', 4, !evidence.online && (nothing || away)],
      ['starting', 5, reading === 'starting' && !startsTooLong(evidence)],
      ['starting', 2, startsTooLong(evidence)],
      ['keeps-restarting', 6, keepsRestarting(evidence)],
      [
        'no-longer-answers',
        claimed || nothing ? 5 : 1,
        away || (nothing && probes[0]?.answeredBefore === true),
      ],
      [absence ?? 'silent', away ? 1 : 3, absent],
      ['refused', 1, isKeptOff(evidence)],
      sees('not-running', nothing ? 3 : 1),
    ],
    'damaged-database': [
      ['starting-long', 5, startsTooLong(evidence)],
      ['starting-long', 1, startsLong(evidence) && !startsTooLong(evidence)],
      sees('damaged-database', seenDamage(evidence)),
    ],
    'afraid-of-registry': [
      ['runs-on-windows', 1, answers.sees === 'afraid-of-registry' && windows],
      ['runs-on-windows', 1, claimed && rejected && windows],
      sees('afraid-of-registry', windows || (answers.runs === null && evidence.platform === null) ? 5 : 0),
    ],
    'broken-route': [
      ['says-claimed', 1, claimed],
      ['nothing-changed', 2, claimed && changed === 'no'],
      ['may-demand-secure', probes[0]?.hungUp === true ? 5 : 1, mayDemandSecure(evidence)],
      sees('broken-route', claimed ? 4 : 2),
    ],
    blocked: [
      ['kept-off', permission === 'granted' ? 1 : 4, failsFromOutside(evidence)],
      ['permission-denied', 2, permission === 'denied' && openedFrom === 'outside' && nothing],
      ['permission-asked', 2, held && permission === 'prompt'],
      // Firefox does not say that it asks (docs/engines.md).
      ['permission-asked', 1, held && permission === 'unknown' && browser.family === 'firefox'],
      // At this computer a question is refused at once or answered, so that one which hangs tells more.
      ['may-be-held', hangsHere ? 3 : 2, nothing && isHeldInTab(evidence)],
      // In a tab that needs no permission, few have ever refused one.
      ['permission-denied', 4, nothing && isDeniedInTab(evidence)],
      ['search-failed-at-once', 4, evidence.searchFailedAtOnce && nothing],
      ['mac-network', 2, refusedAll && probes.length > 1 && isMacBrowser(evidence)],
      sees('blocked', nothing ? 3 : 1),
    ],
    'code-spent': [
      ['code-ran-out', 8, code === 'ran-out' && !claimed],
      ['pin-ran-out', 5, waiting?.pinRanOut === true && !claimed],
      ['code-refused', 4, unclaimed && code === 'refused'],
      // A fresh code costs a minute, a network an evening.
      ['may-be-old', 5, unclaimed && code === 'turned-away'],
      sees('code-spent', unclaimed ? 4 : 3),
    ],
    // What the person recognised is disproved, and nothing else was seen.
    unknown: [['linked-and-nothing-to-add', 2, claimed && answers.sees === 'not-claimed']],
  }
  return Object.fromEntries(
    Object.entries(table).map(([cause, signs]) => [
      cause,
      signs.flatMap(([name, weight, holds]) => (holds && weight > 0 ? [[name, weight]] : [])),
    ]),
  ) as unknown as Record<Cause, readonly Sign[]>
}

/** Might the system keep this browser off the network? Not where the page itself came through it. */
function isMacBrowser({ browser, openedFrom }: Evidence): boolean {
  return browser.onMac && browser.family !== 'safari' && openedFrom !== 'lan'
}

/** A damaged database may be seen before anything shows it; what the server says weighs more or less against it. */
function seenDamage(evidence: Evidence): number {
  if (startsLong(evidence)) return 5
  const reading = readingOf(evidence)
  if (reading === 'unclaimed') return 2
  return reading === 'starting' ? 3 : 4
}
