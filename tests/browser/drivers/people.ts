import type { Browser, Tab } from './engine.ts'

/** 40 hexadecimal digits, as servers have them. */
export const MACHINE = 'c0ffee0123456789abcdef0123456789abcdef01'

export type Seen = {
  readonly stage: string
  /** Is this only a picture, in front of what can do everything and will come? */
  readonly painted: boolean
  readonly screen: string
  readonly server: string | null
  readonly heading: string
  readonly text: string
  readonly title: string
  /** The code of the cause that the page believes in most. */
  readonly cause: string | null
}

const SEEN = `({
  stage: document.documentElement.dataset.stage ?? '',
  painted: document.querySelector('#root[data-painted]') !== null,
  screen: document.documentElement.dataset.screen ?? '',
  server: document.documentElement.dataset.server ?? null,
  heading: document.querySelector('h1:not(#by-hand h1)')?.textContent ?? '',
  text: document.querySelector('main:not(#by-hand)')?.innerText ?? '',
  title: document.title,
  cause: document.querySelector('[data-cause]')?.dataset.cause ?? null,
})`

/** What a person sees on the page now. */
export function look(tab: Tab): Promise<Seen> {
  return tab.read<Seen>(SEEN)
}

/** Waits until the page asks which router it is. */
export async function untilAskedForRouter(tab: Tab): Promise<void> {
  const deadline = performance.now() + 10_000
  while (!(await tab.read<boolean>(`document.querySelector('[data-action=search-router]') !== null`))) {
    if (performance.now() > deadline) throw new Error('Nobody was asked for a router')
    await pause(50)
  }
}

/** Waits until it does, and names one. */
export async function answerRouter(tab: Tab, make: string): Promise<void> {
  await untilAskedForRouter(tab)
  await tab.run(`for (const button of document.querySelectorAll('[data-action=search-router]'))
    if (button.textContent === ${JSON.stringify(make)}) button.click()`)
}

/** Waits until the page satisfies; fails with what was on it instead. */
export async function until(
  tab: Tab,
  what: string | ((seen: Seen) => boolean),
  withinMs = 10_000,
): Promise<Seen> {
  const holds = typeof what === 'string' ? (seen: Seen) => seen.stage === what : what
  const deadline = performance.now() + withinMs
  for (;;) {
    // In the middle of a navigation there is nothing to look at.
    const seen = await look(tab).catch(() => null)
    if (seen !== null && !seen.painted && holds(seen)) return seen
    if (performance.now() > deadline) {
      throw new Error(`Not within ${withinMs} ms: ${String(what)}. On screen: ${JSON.stringify(seen)}`)
    }
    // Every look makes the engine lay out the whole page.
    await pause(100)
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Waits for a tab that a page opens. */
export async function openedTab(browser: Browser, before: readonly Tab[]): Promise<Tab> {
  const deadline = performance.now() + 10_000
  for (;;) {
    const opened = (await browser.tabs()).find((tab) => !before.includes(tab))
    if (opened !== undefined) return opened
    if (performance.now() > deadline) throw new Error('No tab was opened')
    await pause(50)
  }
}

/** Closes every tab and forgets what the pages kept, so that one test does not help the next. */
export async function startAfresh(browser: Browser): Promise<void> {
  for (const tab of await browser.tabs()) {
    await tab.read('localStorage.clear(), sessionStorage.clear()').catch(() => undefined)
    await tab.close()
  }
}
