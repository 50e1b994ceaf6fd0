import type { Sight } from '../page/sight-of.ts'
import type { Evening } from '../world/evening.ts'
import type { Tab } from '../world/tab.ts'
import { answersTo, stampIn } from './believed.ts'
import type { EndPromise, SightPromise } from './promise.ts'

const LOOKS_FOR_MS = 6_000
/** Drawing and the way there. */
const SLACK_MS = 300

/** Known addresses are looked for six seconds at most, whatever they do; anew when the person or the network is back. */
export const looksForSixSeconds: SightPromise = (evening, tab, { screen, facts }) => {
  if (screen.name !== 'looking') return null
  const waitedMs =
    evening.clock.nowMs() - Math.max(tab.openedMs + facts.returnedAtMs, evening.actedMs, tab.awakeMs())
  // A page without a network, or one whose own machine is still open, says what it waits for elsewhere.
  return waitedMs > LOOKS_FOR_MS + SLACK_MS && facts.visible
    ? `It has been looking for ${Math.round(waitedMs / 1_000)} s`
    : null
}

/** Some screens become another by time alone, and are one kind of waiting. */
const KINDS: Readonly<Record<string, string>> = {
  confirming: 'waiting',
  'ask-finished': 'waiting',
  overdue: 'waiting',
}

const kindOf = ({ screen }: Sight): string => KINDS[screen.name] ?? screen.name

/** Ten seconds after the last thing that happened, the screen does not change any more. */
export const settlesInTenSeconds: EndPromise = (evening, { tab, soon, later, last }) => {
  if (soon === null || later === null || last === null) return 'Nothing is on screen'
  const kinds = [soon, later, last].map(kindOf)
  if (new Set(kinds).size === 1) return null
  if (isSearching(soon) || isSearching(later) || slowlyDecided(evening, tab, soon)) return null
  return `Long after the last thing that happened, the screen still changes: ${kinds.join(', then ')}`
}

const isSearching = ({ facts, screen }: Sight): boolean =>
  screen.name === 'searching' || (facts.search !== null && facts.search.phase !== 'over')

/** Decisions 4, 8 and 14: one that keeps restarting is given a minute, and one that fails is given up within 20 s. */
function slowlyDecided(evening: Evening, tab: Tab, { facts }: Sight): boolean {
  if (
    facts.candidates.some(
      ({ history }) => history !== null && (history.restarts > 0 || history.startingAtMs !== null),
    )
  )
    return true
  if (
    facts.candidates.some(({ history }) => (history?.good ?? null) !== null && (history?.failures ?? 0) > 0)
  )
    return true
  return evening.tabs.length > 2 || tab.opening.look === 'late'
}

/** At the end, the screen is what a fresh page shows. */
export const asAFreshPageShows: EndPromise = (evening, { tab, last, fresh }) => {
  const other = fresh.sight()
  if (last === null || other === null) return 'A page shows nothing'
  const [here, there] = [kindOf(last), kindOf(other)]
  const standing = ({ screen }: Sight): string | null => screen.server?.standing ?? null
  if (here === there && last.machine === other.machine && standing(last) === standing(other)) return null
  if (whyDifferent(evening, tab, last, other) !== null) return null
  return `The page shows "${here}" ${last.address ?? ''}, a fresh one "${there}" ${other.address ?? ''}`
}

/** What a page that was there knows and a fresh one can't, or the other way round. */
function whyDifferent(evening: Evening, tab: Tab, last: Sight, other: Sight): string | null {
  if (evening.storageFailed) return 'what was kept in memory is gone'
  if (last.facts.search !== null || other.facts.search !== null)
    return 'a search has found what is asked only there'
  const asked = (sight: Sight): string =>
    sight.facts.candidates
      .map(({ address }) => address)
      .sort()
      .join()
  if (asked(last) !== asked(other)) return 'addresses of earlier visits are read when a page is opened'
  if (last.screen.name === 'claimed' || last.screen.name === 'hearsay') {
    if (last.screen.health !== 'answering') return 'what was claimed stays so while it is off (decision 4)'
  }
  if (isSearching(other) || other.screen.name === 'looking') return 'the fresh page is not done'
  if (
    tab.opening.origin !== null &&
    last.address !== null &&
    tab.hash().includes('at=') &&
    last.address === tab.opening.origin
  ) {
    return 'an address that stands by is not asked'
  }
  if (other.screen.name === 'choosing' && stampIn(tab)?.server === undefined)
    return 'an address that stands by is not asked'
  const machines = new Map<string, Set<string>>()
  for (const { origin, said } of answersTo(evening, tab)) {
    machines.set(origin, (machines.get(origin) ?? new Set()).add(said?.machine ?? ''))
  }
  const changed = [...machines.values()].some((each) => each.size > 1)
  if (changed && stampIn(tab)?.server === undefined)
    return 'an address belongs to the machine that answered there first'
  return null
}

/** Nobody waits for ever. */
export const nobodyWaitsForEver: SightPromise = (evening, tab, { screen, facts }) => {
  if (screen.name !== 'confirming' && screen.name !== 'ask-finished') return null
  const forMs = facts.now.epochMs - screen.note.atMs
  return forMs > 31 * 60_000 && evening.clock.nowMs() - tab.awakeMs() > 5_000
    ? `It has been waiting for ${Math.round(forMs / 60_000)} minutes`
    : null
}
