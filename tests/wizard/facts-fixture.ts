import type { Facts } from '../../src/wizard/facts/facts.ts'
import { knownOf } from '../../src/wizard/screen/known.ts'
import { screenOf } from '../../src/wizard/screen/screen-of.ts'
import type { Screen } from '../../src/wizard/screen/screen.ts'

export {
  at,
  factsOf,
  FAR,
  HERE,
  LAN,
  LAN_2,
  notNow,
  OPENED_AT_MS,
  searchOf,
  signingIn,
  stampOf,
} from '../../src/gallery/facts-of.ts'
export { address, ATTIC, CELLAR, historyFrom, says } from '../../src/gallery/said.ts'

/** What is on screen for these facts. */
export function screenFor(facts: Facts): Screen {
  return screenOf(knownOf(facts))
}
