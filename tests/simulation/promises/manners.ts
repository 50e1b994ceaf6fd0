import { isThisComputer } from '../world/wire.ts'
import type { QuestionPromise, SightPromise } from './promise.ts'

const MINUTE_MS = 60_000
const FIRST_MINUTE = 60
/** Every 3 s, less a tenth. */
const LATER = 23
/** What a search may have under way, and the addresses that are asked beside it. */
const AT_ONCE = 96 + 20
const TIMERS = 1_200

const isWho = (url: string, mode: string): boolean => url.endsWith('/identity') && mode === 'cors'

/** One question at a time to each address. */
export const oneAtATime: QuestionPromise = (evening, question, tab) => {
  if (tab === null || !isWho(question.url, question.mode)) return null
  const open = evening
    .askedBy(tab)
    .filter((each) => each !== question && each.endedMs === null && each.origin === question.origin)
    .filter(({ url }) => url.endsWith('/identity'))
  // Before a code leaves, the server is asked once more, whatever is under way.
  if (open.length === 0 || evening.doingsIn(tab).codes.size > 0 || evening.doingsIn(tab).searched) return null
  return `${question.origin} is asked while a question to it is open`
}

/** At most 60 questions to one host in a minute, and what the person asked for besides. */
export const notTooOften: QuestionPromise = (evening, question, tab) => {
  if (tab === null || !isWho(question.url, question.mode)) return null
  const { atMs } = question
  const asked = evening
    .askedBy(tab)
    .filter(
      (each) => each.origin === question.origin && each.atMs > atMs - MINUTE_MS && isWho(each.url, each.mode),
    )
  const pressed = evening.doingsIn(tab).pressedMs.filter((pressedMs) => pressedMs > atMs - MINUTE_MS).length
  // Each return brings one question of its own, and a second answer to what changed by it.
  const most = FIRST_MINUTE + 2 + 4 * pressed + 4 * evening.plan.steps.length
  return asked.length > most ? `${question.origin} is asked ${asked.length} times in a minute` : null
}

/** On a calm screen, where the server answers, a minute has 23 questions at most. */
export const calmlyOnCalmScreens: QuestionPromise = (evening, question, tab) => {
  if (tab === null || !isWho(question.url, question.mode)) return null
  const sight = tab.sight()
  const { atMs } = question
  const calm =
    sight?.screen.name === 'unclaimed' ||
    sight?.screen.name === 'taking' ||
    sight?.screen.name === 'claimed' ||
    sight?.screen.name === 'declined'
  const sinceMs = Math.max(tab.openedMs, evening.actedMs, evening.faultyUntilMs, tab.changedMs())
  if (!calm || atMs - sinceMs < CALM_WINDOW_MS + 2_000) return null
  const asked = evening
    .askedBy(tab)
    .filter(
      (each) =>
        each.origin === question.origin && each.atMs > atMs - CALM_WINDOW_MS && isWho(each.url, each.mode),
    )
  const most = Math.ceil((LATER * CALM_WINDOW_MS) / MINUTE_MS)
  return asked.length > most
    ? `${question.origin} is asked ${asked.length} times in ${CALM_WINDOW_MS / 1_000} s on a calm screen`
    : null
}

/** The evening may end before a minute of calm is over. */
const CALM_WINDOW_MS = 15_000

/** A search holds its limits, and asks nobody while the page is hidden. */
export const searchHoldsItsLimits: QuestionPromise = (evening, _question, tab) => {
  if (tab === null || !evening.doingsIn(tab).searched) return null
  const open = evening.askedBy(tab).filter(({ endedMs }) => endedMs === null)
  if (open.length > AT_ONCE) return `${open.length} questions are under way at once`
  return null
}

/** A closed page asks nobody. What was asked before the app was there ends with the tab, which here goes on. */
export const silentOnceClosed: QuestionPromise = (_evening, { url, mode }, tab) =>
  tab !== null && tab.closedMs !== null && mode !== 'no-cors'
    ? `${url} is asked by a page that was closed`
    : null

/** Far away is asked only where somebody said so; this computer is nobody's business but of pages that are on it. */
export const notThisComputerFromElsewhere: QuestionPromise = (evening, question, tab) => {
  if (tab === null || !isThisComputer(question.origin)) return null
  const { origin, hash, stamp } = tab.opening
  const { typed, searched } = evening.doingsIn(tab)
  const fromHere = origin === null || isThisComputer(origin)
  const told =
    typed.has(question.origin) ||
    searched ||
    hash.includes(question.origin) ||
    stamp.includes(question.origin)
  return fromHere || told ? null : `A page from ${origin ?? ''} asks this computer`
}

/** Timers do not pile up. */
export const fewTimers: SightPromise = (_evening, tab) => {
  const running = tab.timers.running()
  return running > TIMERS ? `${running} timers are running` : null
}
