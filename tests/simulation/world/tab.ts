import type { Actions } from '../../../src/wizard/live/actions.ts'
import type { PageOpening } from '../page/page.ts'
import type { Sight } from '../page/sight-of.ts'
import type { Clock } from './clock.ts'
import { storageOver, type Kept, type StorageMood } from './storage.ts'
import type { Slot } from './slot.ts'
import { tabTimers, type TabTimers } from './tab-timers.ts'
import type { Wire } from './wire.ts'

/** A page goes somewhere by itself. */
export type Leaving = { readonly href: string; readonly how: 'for good' | 'to come back' }

/** What a tab has in common with the others of its browser. */
export type Browser = {
  readonly clock: Clock
  readonly wire: Wire
  readonly local: Kept
  readonly mood: StorageMood
  /** How far the wall clock is off. */
  readonly wall: { aheadMs: number }
  readonly isOnline: () => boolean
  readonly onStored: (tab: Tab) => void
  readonly onSight: (tab: Tab, sight: Sight) => void
  readonly onLeave: (tab: Tab, leaving: Leaving) => void
  readonly onBug: (tab: Tab, what: string) => void
}

/** Which of the page's scripts draws: the app, the first look alone, or that until a late app is there. */
export type Look = 'app' | 'first' | 'late'

export type TabOpening = {
  readonly name: string
  readonly stamp: string
  readonly origin: string | null
  readonly hash: string
  readonly session: Kept
  readonly look: Look
  /** How long the app, or the first look, takes to start. */
  readonly startsAfterMs: number
}

export type Tab = {
  readonly opening: TabOpening
  readonly slot: Slot
  readonly openedMs: number
  readonly timers: TabTimers
  readonly hash: () => string
  /** The latest; null before the first drawing. */
  readonly sight: () => Sight | null
  readonly actions: () => Actions | null
  /** When another screen came, or another server. */
  readonly changedMs: () => number
  /** When it was awake again, after the computer slept. */
  readonly awakeMs: () => number
  readonly isVisible: () => boolean
  readonly setVisible: (visible: boolean) => void
  readonly tell: (type: 'focus' | 'pageshow' | 'online' | 'offline' | 'storage') => void
  /** The tab is closed; what goes on in it afterwards is told. */
  readonly close: () => void
  closedMs: number | null
}

/** When every world begins, on the wall clock. */
export const EPOCH_MS = Date.parse('2026-11-23T09:00:00Z')

/** After this long an app starts that nobody reckoned with any more. */
const LATE_MS = 7_000

export function openTab(opening: TabOpening, slot: Slot, browser: Browser): Tab {
  const { clock, wire, mood, wall } = browser
  const { name, origin, hash, session, look, startsAfterMs } = opening
  const openedMs = clock.nowMs()
  const { window } = slot
  const { document } = window
  let sight: Sight | null = null
  let actions: Actions | null = null
  let changedMs = openedMs
  const bug = (error: unknown): void => {
    if (error instanceof Error && error.name === 'AbortError') return
    browser.onBug(tab, error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
  const timers = tabTimers(clock, { isHidden: () => document.visibilityState === 'hidden', onError: bug })
  slot.begin({
    origin,
    hash,
    timers,
    bug,
    nowMs: () => clock.nowMs() - openedMs,
    wallMs: () => EPOCH_MS + clock.nowMs() + wall.aheadMs,
    isOnline: browser.isOnline,
    leave: (href, how) => browser.onLeave(tab, { href, how }),
    fetch: wire.fetchFor({ name, origin, pauses: timers.pauses }),
    local: storageOver(browser.local, mood, { onTouch: slot.onTouch, onChange: () => browser.onStored(tab) }),
    session: storageOver(session, mood, { onTouch: slot.onTouch, onChange: () => undefined }),
  })
  const pageOpening: PageOpening = {
    stamp: opening.stamp,
    pageOrigin: origin,
    into: document.newPlace() as unknown as Element,
    onSight: (seen, can) => {
      if (sight?.screen.name !== seen.screen.name || sight.address !== seen.address) changedMs = clock.nowMs()
      sight = seen
      actions = can
      browser.onSight(tab, seen)
    },
    onBug: bug,
  }
  let end: () => void = () => undefined
  const start = (open: () => () => void): void => {
    if (tab.closedMs !== null) return
    end()
    end = open()
  }
  const tab: Tab = {
    opening,
    slot,
    openedMs,
    timers,
    hash: () => window.location.hash,
    sight: () => sight,
    actions: () => actions,
    changedMs: () => changedMs,
    awakeMs: timers.awakeMs,
    isVisible: () => document.visibilityState === 'visible',
    setVisible: (visible) => {
      document.visibilityState = visible ? 'visible' : 'hidden'
      document.tell({ type: 'visibilitychange' })
    },
    tell: (type) => window.tell({ type }),
    close: () => {
      tab.closedMs = clock.nowMs()
      timers.wake()
      end()
    },
    closedMs: null,
  }
  end = slot.first.begin(pageOpening)
  const openApp = (): void => start(() => slot.app.open(pageOpening))
  const { setTimeout } = timers.functions
  if (look === 'app') setTimeout(openApp, startsAfterMs)
  else setTimeout(() => start(() => slot.first.open(pageOpening)), startsAfterMs)
  if (look === 'late') setTimeout(() => openApp(), LATE_MS + startsAfterMs)
  return tab
}
