import type { Evening } from '../world/evening.ts'
import { ACCOUNT } from '../world/network.ts'
import { EPOCH_MS, type Tab } from '../world/tab.ts'
import { isThisComputer, type Question } from '../world/wire.ts'
import { answersAt, answersTo, meantIn, namedAs, stampIn } from './believed.ts'
import type { QuestionPromise, SightPromise } from './promise.ts'

const AGREE_AFTER_MS = 500
/** An answer and its drawing are not the same moment. */
const DRAWN_WITHIN_MS = 100
const tail = (machine: string): string => `…${machine.slice(-6)}`

/** "Linked" needs two agreeing answers, 500 ms apart and none denying in between, at addresses that may be believed. */
export const linkedOnlyIfSaidTwice: SightPromise = (evening, tab, { screen, machine, address, facts }) => {
  if (screen.name !== 'claimed' || machine === null || address === null) return null
  const standing = namedAs(evening, tab, address)
  if (standing === null) return `${address}, which nobody named, is believed to be linked`
  // An answer that was under way while the person typed another address has no say any more.
  const asked = new Set<string>(facts.candidates.map((each) => each.address))
  const said = answersTo(evening, tab).filter(
    (each) =>
      asked.has(each.origin) &&
      each.said?.machine === machine &&
      namedAs(evening, tab, each.origin) === standing,
  )
  const newest = said.at(-1)
  const nowMs = evening.clock.nowMs()
  if (newest?.said?.claimed !== true && nowMs - (newest?.endedMs ?? 0) > DRAWN_WITHIN_MS) {
    return `${tail(machine)} is shown as linked though its last word was another`
  }
  return isSaidTwice(said)
    ? null
    : `${tail(machine)} is shown as linked after one answer, or two that are too close`
}

/** Was it said twice in a row by one machine, far enough apart, at any time? Later failures change nothing. */
function isSaidTwice(said: readonly Question[]): boolean {
  let sinceMs: number | null = null
  for (const { said: what, endedMs } of said) {
    if (what?.claimed !== true) sinceMs = null
    else if (sinceMs !== null && (endedMs ?? 0) - sinceMs >= AGREE_AFTER_MS - 1) return true
    else sinceMs ??= endedMs
  }
  return false
}

/** The server on screen is the one that is meant, or one that the person took. */
export const onlyTheServerThatIsMeant: SightPromise = (evening, tab, { screen, machine }) => {
  if (machine === null || screen.name === 'choosing' || screen.name === 'searching') return null
  const meant = meantIn(evening, tab)
  if (meant === null || meant.includes(machine)) return null
  return `"${screen.name}" is about ${tail(machine)}, and this page about ${meant.map(tail).join(' or ')}`
}

/** A sign-in leads to the account, for that machine alone, with no code that is old or another machine's. */
export const signInForThatMachine: SightPromise = (evening, tab, { signIn }) => {
  if (signIn === null) return null
  const { href, machine } = signIn
  const meant = meantIn(evening, tab)
  if (meant !== null && !meant.includes(machine))
    return `A sign-in is offered for ${tail(machine)}, which nobody meant`
  if (!href.startsWith(`${ACCOUNT}/`)) return `A sign-in leads to ${href}`
  if (!href.includes(machine)) return `A sign-in for ${tail(machine)} leads to that of another machine`
  if (!href.includes('code=')) return null
  const stamp = stampIn(tab)
  if (stamp?.server?.machineIdentifier !== machine) return "The file's code is offered for another machine"
  const leftMs =
    Date.parse(stamp.signIn?.expiresAt ?? '') - (EPOCH_MS + evening.clock.nowMs() + evening.wall.aheadMs)
  return leftMs < -1_500 ? `A code is offered that ran out ${Math.round(-leftMs / 1_000)} s ago` : null
}

/** A claim code leaves once, to a named address of this home that has just said who it is. */
export const codeOnlyToTheServer: QuestionPromise = (evening, question, tab) => {
  const code = /\/myplex\/claim\?token=(.*)$/.exec(question.url)?.[1]
  if (code === undefined) return null
  if (tab === null) return 'A claim code leaves a page that is not there'
  const { origin } = question
  const meantFor = evening.doingsIn(tab).codes.get(decodeURIComponent(code))
  if (meantFor === undefined) return 'A claim code leaves that nobody gave'
  if (evening.askedBy(tab).some((each) => each !== question && each.url === question.url))
    return 'A code leaves twice'
  if (namedAs(evening, tab, origin) === null) return `A claim code goes to ${origin}, which nobody named`
  const [latest] = answersAt(evening, tab, origin).slice(-1)
  const agoMs = evening.clock.nowMs() - (latest?.endedMs ?? -Infinity)
  if (latest?.said?.machine !== meantFor) return `A claim code for ${tail(meantFor)} goes to another machine`
  if (latest.said.claimed === true)
    return 'A claim code goes to a server that has just said that it is linked'
  const asked = evening.askedBy(tab).filter((each) => each.origin === origin && each.said === latest.said)
  const sinceGivenMs = evening.doingsIn(tab).pressedMs.at(-1) ?? 0
  if (asked.every(({ atMs }) => atMs < sinceGivenMs))
    return 'A claim code leaves before the server was asked again'
  return agoMs > 5_000
    ? `A claim code leaves ${Math.round(agoMs / 1_000)} s after the server said who it is`
    : null
}

/** Nothing is asked at an address that nobody allowed. */
export const onlyAllowedAddresses: QuestionPromise = (evening, { origin, url }, tab) => {
  // While a page opens it is not on the list yet; what it asks then was in its file.
  if (tab === null || isAllowed(evening, tab, origin)) return null
  return `${url} is asked, and nobody allowed that`
}

function isAllowed(evening: Evening, tab: Tab, origin: string): boolean {
  const { opening } = tab
  const { agreedTo, typed, picked, searched } = evening.doingsIn(tab)
  const stamped = /"addresses":(\[[^\]]*\])/.exec(opening.stamp)?.[1] ?? ''
  if (
    origin === opening.origin ||
    origin === ACCOUNT ||
    isThisComputer(origin) ||
    stamped.includes(`"${origin}"`)
  )
    return true
  if (agreedTo.has(origin) || typed.has(origin) || picked.has(origin)) return true
  const atHome = /^http:\/\/((10|192\.168|172\.16)\.[\d.]+|[a-z]+\.local)(:\d+)?$/.test(origin)
  if (!atHome) return false
  if (searched) return true
  if (opening.hash.includes(origin) || tab.hash().includes(encodeURIComponent(origin))) return true
  return evening.everUsed.has(origin)
}

/** No code is kept anywhere, or stands in the address bar. */
export const noSecretIsKept: SightPromise = (evening, tab) => {
  const { codes } = evening.doingsIn(tab)
  if (codes.size === 0) return null
  const kept = [...evening.local.values(), ...tab.opening.session.values(), tab.hash()].join('\n')
  const [leaked] = [...codes.keys()].filter((code) => kept.includes(code))
  return leaked === undefined ? null : 'A claim code is kept in storage, or stands in the address bar'
}

/** The evidence, which reports are made of, holds no address, name, code or whole identifier. */
export const evidenceTellsNobody: SightPromise = (evening, tab, sight) => {
  if (tab.changedMs() !== evening.clock.nowMs()) return null
  const found = /https?:\/\/|\b(192|127|10)(\.\d+){3}|[\da-f]{32}|claim-|Attic/i.exec(sight.evidence())
  return found === null ? null : `The report would say "${found[0]}"`
}

/** A page from the internet or over https, and every other: nothing is asked before the person agreed. */
export const nothingBeforeConsent: SightPromise = (evening, tab, { screen }) => {
  if (screen.name !== 'ask-first') return null
  const asked = evening.askedBy(tab).find(({ origin }) => origin === screen.address)
  return asked === undefined ? null : `${screen.address} was asked before the person agreed`
}
