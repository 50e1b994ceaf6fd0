import type { Step } from '../plan/plan.ts'
import type { Evening } from '../world/evening.ts'
import type { Tab } from '../world/tab.ts'
import { watchForQuestion } from '../promises/patience.ts'
import { watchForLink } from '../promises/linked-soon.ts'
import { doOnPage } from './do-on-page.ts'

type WishStep = Extract<Step, { kind: 'wish' }>
type Open = (hash: string, session: Map<string, string>, byPerson: boolean) => Tab

/** A person who does what they have in mind, as far as the page in front of them offers it. */
export function drawWishes(evening: Evening, open: Open): (step: WishStep) => void {
  const { clock, tell } = evening
  const acts = (): void => {
    evening.actedMs = clock.nowMs()
  }
  const hide = (tab: Tab, forMs: number): void => {
    tab.setVisible(false)
    clock.after(forMs, () => {
      acts()
      if (tab.closedMs !== null) return
      tab.setVisible(true)
      tab.tell('focus')
      tell(`The person is back at ${tab.opening.name}`)
    })
    evening.actedMs = Math.max(evening.actedMs, clock.nowMs() + forMs)
  }
  const away = (tab: Tab, forMs: number, hash: string, session: Map<string, string>): void => {
    tab.close()
    clock.after(forMs, () => {
      acts()
      open(hash, session, true)
    })
    evening.actedMs = Math.max(evening.actedMs, clock.nowMs() + forMs)
  }

  return ({ wish, forMs, pick }) => {
    const tab = evening.front()
    if (tab === null || tab.closedMs !== null) return
    if (wish === 'claimed-elsewhere') {
      tell('Somebody links the attic from another device')
      return claim(evening, evening.host('the attic').machineIdentifier, SOONEST_MS)
    }
    acts()
    evening.doingsIn(tab).pressedMs.push(clock.nowMs())
    switch (wish) {
      case 'sleep':
        tell(`The computer sleeps for ${Math.round(forMs / 1_000)} s`)
        for (const each of evening.tabs) each.timers.sleepUntil(clock.nowMs() + forMs)
        evening.actedMs = clock.nowMs() + forMs
        clock.after(forMs, () => tab.closedMs === null && tab.tell('focus'))
        return
      case 'wander':
        tell('The person turns to another tab')
        return hide(tab, forMs)
      case 'focus':
        tell('The person turns to another window and back')
        watchForQuestion(evening, tab)
        return tab.tell('focus')
      case 'reload':
        tell(`${tab.opening.name} is reloaded`)
        return away(tab, 0, tab.hash(), tab.opening.session)
      case 'close-and-open':
        tell(`${tab.opening.name} is closed, and opened again`)
        return away(tab, forMs, evening.plan.opening.hash, new Map())
      case 'second-tab':
        tell('The page is opened in a second tab')
        tab.setVisible(false)
        open(evening.plan.opening.hash, new Map(), true)
        return
      case 'sign-in': {
        const signIn = tab.sight()?.signIn ?? null
        const finishes = pick < 0.75
        if (signIn === null) return
        tell(
          `The person signs in to …${signIn.machine.slice(-6)}${finishes ? '' : ', and gives up'} (${signIn.opens})`,
        )
        const address = tab.sight()?.address ?? null
        if (tab.opening.origin === null && address !== null) evening.doingsIn(tab).picked.add(address)
        tab.actions()?.leaveToSignIn(signIn.machine as never, signIn)
        clock.after(Math.round(forMs * 0.6), () => {
          if (finishes && evening.network.accountReached) claim(evening, signIn.machine, approvalMs(pick))
        })
        if (signIn.opens === 'here') return away(tab, forMs, '', tab.opening.session)
        return hide(tab, forMs)
      }
      default:
        doOnPage(evening, tab, wish, pick)
    }
  }
}

/** A server hears of it after a second, and some take their time. */
const SOONEST_MS = 1_000
const LATEST_MS = 12_000
const SLOW_FROM = 0.4

/** `pick` is below 0.75 where somebody finishes. */
function approvalMs(pick: number): number {
  return SOONEST_MS + Math.round(Math.max(0, pick - SLOW_FROM) * 2.8 * (LATEST_MS - SOONEST_MS))
}

/** The account has approved it; the server says so after a while, if it is on. */
function claim(evening: Evening, machine: string, afterMs: number): void {
  const { network, clock } = evening
  for (const host of network.hosts) {
    if (host.machineIdentifier === machine && host.usual !== 'impostor') {
      if (host.claimedFromMs <= clock.nowMs() + afterMs) continue
      host.claimedFromMs = clock.nowMs() + afterMs
      evening.linkedMs = Math.max(evening.linkedMs, host.claimedFromMs)
      watchForLink(evening, host)
    }
  }
}
