import type { Facts } from '../wizard/facts/facts.ts'
import type { ScreenName } from '../wizard/screen/screen.ts'
import { at, factsOf, FAR, LAN, LAN_2, notNow, searchOf, signingIn, stampOf } from './facts-of.ts'
import { ATTIC, CELLAR, historyFrom, says } from './said.ts'

const NAMED = { stamp: stampOf(ATTIC, { friendlyName: 'Attic' }) }
const OVERDUE_MS = 31 * 60_000

const unclaimed = historyFrom('unclaimed')
const neighbour = historyFrom(says('unclaimed', { by: CELLAR }))

/** Every screen, by facts that lead to it. A new screen does not compile until it has some. */
export const EVERY_SCREEN: Readonly<Record<ScreenName, Facts>> = {
  looking: factsOf([at(LAN, null)]),
  found: factsOf([at(LAN, historyFrom('claimed'))], NAMED),
  searching: factsOf([at(LAN_2, unclaimed, { source: 'search' })], {
    search: searchOf('asking', { tally: { answered: 3 }, found: [LAN_2] }),
  }),
  choosing: factsOf([at(LAN, unclaimed), at(LAN_2, neighbour)]),
  'ask-first': factsOf([], { unasked: FAR }),
  missing: factsOf([at(LAN, historyFrom('silent'))], NAMED),
  blocked: factsOf([at(LAN, historyFrom('refused'))], { pageOrigin: FAR }),
  hidden: factsOf([at(LAN, historyFrom('unreadable'))], NAMED),
  'no-claim-state': factsOf([at(LAN, historyFrom('unknown'))], NAMED),
  'another-machine': factsOf([at(LAN, neighbour)], NAMED),
  'another-product': factsOf([at(LAN, historyFrom('another-product'))], NAMED),
  starting: factsOf([at(LAN, historyFrom(says('unclaimed', { startState: true })))], NAMED),
  unclaimed: factsOf([at(LAN, unclaimed)], NAMED),
  taking: factsOf([at(LAN, unclaimed, { source: 'own-origin' })], {
    stamp: stampOf(ATTIC, {
      friendlyName: 'Attic',
      signIn: { code: 'ABCD', expiresAtMs: Number.MAX_SAFE_INTEGER },
    }),
    openSinceMs: 0,
  }),
  declined: factsOf([at(LAN, unclaimed)], { ...NAMED, notes: { [ATTIC]: notNow() } }),
  confirming: factsOf([at(LAN, unclaimed)], { ...NAMED, notes: { [ATTIC]: signingIn() } }),
  'ask-finished': factsOf([at(LAN, unclaimed)], {
    ...NAMED,
    notes: { [ATTIC]: signingIn(90_000, null, { back: 25_000 }) },
  }),
  overdue: factsOf([at(LAN, unclaimed)], { ...NAMED, notes: { [ATTIC]: signingIn(OVERDUE_MS) } }),
  claimed: factsOf([at(LAN, historyFrom('claimed', 'claimed'))], NAMED),
  hearsay: factsOf([at(LAN_2, historyFrom('claimed', 'claimed'), { source: 'search' })], NAMED),
}
