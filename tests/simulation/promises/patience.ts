import type { Evening } from '../world/evening.ts'
import type { Tab } from '../world/tab.ts'
import { answersAt, meantIn, namedAs, stampIn } from './believed.ts'
import type { SightPromise } from './promise.ts'

const tail = (machine: string | null | undefined): string => `…${(machine ?? '').slice(-6)}`

/** Waiting survives a server that is silent, and not another machine in its place. */
export const waitsForNoOtherMachine: SightPromise = (evening, tab, { screen, machine }) => {
  if (screen.name !== 'confirming' || screen.server !== null) return null
  const addresses = stampIn(tab)?.server?.addresses ?? []
  const [only] = addresses
  if (only === undefined || addresses.length > 1 || tab.hash().includes('at=')) return null
  const latest = evening.askedBy(tab).findLast(({ origin, endedMs }) => origin === only && endedMs !== null)
  const said = latest?.said?.machine ?? null
  if (said === null || said === machine || evening.clock.nowMs() - (latest?.endedMs ?? 0) < 100) return null
  return `The page waits for ${tail(machine)} though ${tail(said)} answers at its address`
}

const GIVEN_UP_AFTER_MS = 10_000

/** One lost answer, or two, throw nobody out. */
export const oneLostAnswerChangesNothing: SightPromise = (evening, tab, { screen }) => {
  if (screen.name !== 'missing') return null
  const nowMs = evening.clock.nowMs()
  const meant = meantIn(evening, tab)
  // Another address is asked now, or the page was asleep.
  if (
    meant === null ||
    evening.actedMs > nowMs - GIVEN_UP_AFTER_MS ||
    tab.awakeMs() > nowMs - GIVEN_UP_AFTER_MS
  )
    return null
  for (const address of stampIn(tab)?.server?.addresses ?? []) {
    if (tab.hash().includes('at=')) return null
    const latest = answersAt(evening, tab, address).at(-1)
    const agoMs = nowMs - (latest?.endedMs ?? -Infinity)
    if (latest?.said?.machine === meant[0] && agoMs < GIVEN_UP_AFTER_MS - 100) {
      return `${address} answered ${(agoMs / 1_000).toFixed(1)} s ago, and the server is shown as missing`
    }
  }
  return null
}

/** While a named address may still be the server, nobody stands in for it. */
export const nobodyStandsInYet: SightPromise = (evening, tab, { screen, address }) => {
  if (address === null || screen.server === null || namedAs(evening, tab, address) === 'promised') return null
  if (tab.hash().includes('at=')) return null
  const open = (stampIn(tab)?.server?.addresses ?? []).find((each) => isOpen(evening, tab, each))
  return open === undefined ? null : `${address} stands in for ${open}, which may still answer`
}

/** Was it asked for the first time, and is the answer, or that there is none, still to come? */
function isOpen(evening: Evening, tab: Tab, address: string): boolean {
  // Names take longer to fail than anybody waits.
  if (address.includes('.local')) return false
  const asked = evening.askedBy(tab).filter(({ origin }) => origin === address)
  return asked.every(({ endedMs }) => endedMs === null)
}

const SOON_MS = 400

/** Who comes back has the page ask at once. */
export function watchForQuestion(evening: Evening, tab: Tab): void {
  const { clock, breaks } = evening
  const backMs = clock.nowMs()
  const sight = tab.sight()
  // Several returns that come together are one, and opening the page is one as well.
  const returnedMs = tab.openedMs + (sight?.facts.returnedAtMs ?? 0)
  if (sight === null || backMs - returnedMs < 1_000 || sight.facts.candidates.length === 0) return
  clock.after(SOON_MS, () => {
    const disturbed = tab.closedMs !== null || tab.awakeMs() > backMs || !tab.isVisible()
    if (disturbed || evening.askedBy(tab).some(({ atMs }) => atMs >= backMs)) return
    breaks('asks on return', `The person is back at ${tab.opening.name}, and nobody is asked`)
  })
}
