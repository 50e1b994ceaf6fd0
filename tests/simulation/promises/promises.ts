import { goesOnlyToTheServer } from './goes-on.ts'
import * as liveness from './liveness.ts'
import * as manners from './manners.ts'
import { nothingUnparsed } from './parsed.ts'
import * as patience from './patience.ts'
import type { EndPromise, LeavePromise, QuestionPromise, SightPromise } from './promise.ts'
import * as safety from './safety.ts'

/** What is looked at whenever something is drawn. */
export const sightPromises: Readonly<Record<string, SightPromise>> = {
  'linked only if said twice': safety.linkedOnlyIfSaidTwice,
  'only the server that is meant': safety.onlyTheServerThatIsMeant,
  'sign-in for that machine': safety.signInForThatMachine,
  'nothing before consent': safety.nothingBeforeConsent,
  'no secret is kept': safety.noSecretIsKept,
  'evidence tells nobody': safety.evidenceTellsNobody,
  'nothing unparsed': nothingUnparsed,
  'looks for six seconds': liveness.looksForSixSeconds,
  'nobody waits for ever': liveness.nobodyWaitsForEver,
  'waits for no other machine': patience.waitsForNoOtherMachine,
  'one lost answer changes nothing': patience.oneLostAnswerChangesNothing,
  'nobody stands in yet': patience.nobodyStandsInYet,
  'few timers': manners.fewTimers,
}

/** What is looked at whenever a question leaves a page. */
export const questionPromises: Readonly<Record<string, QuestionPromise>> = {
  'code only to the server': safety.codeOnlyToTheServer,
  'only allowed addresses': safety.onlyAllowedAddresses,
  'not this computer from elsewhere': manners.notThisComputerFromElsewhere,
  'one at a time': manners.oneAtATime,
  'not too often': manners.notTooOften,
  'calmly on calm screens': manners.calmlyOnCalmScreens,
  'search holds its limits': manners.searchHoldsItsLimits,
  'silent once closed': manners.silentOnceClosed,
}

/** What is looked at when a page goes somewhere by itself. */
export const leavePromises: Readonly<Record<string, LeavePromise>> = {
  'goes on to the linked server alone': goesOnlyToTheServer,
}

/** Of a page that is left open (`../world/left-open.ts`). */
export const KEEPS_NO_MORE = 'keeps no more with time'

/** Looked at a little after something happened. */
export const OTHER_PROMISES = [
  'asks on return',
  'linked within two seconds',
  'no bug',
  KEEPS_NO_MORE,
] as const

/** What is looked at when all is over. */
export const endPromises: Readonly<Record<string, EndPromise>> = {
  'settles in ten seconds': liveness.settlesInTenSeconds,
  'as a fresh page shows': liveness.asAFreshPageShows,
}
