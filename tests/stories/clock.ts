import { vi } from 'vitest'

/** When every story begins, on the wall clock. */
export const OPENED_AT_MS = Date.parse('2026-11-23T09:00:00Z')

// What the network pretends takes no time of the story, but some turns of the real event loop.
const TURNS = 4

/** Takes the time into the story's hands. What MSW and React need to get on with stays real. */
export function stopClocks(): void {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
    now: OPENED_AT_MS,
  })
}

/** Lets everything happen that needs no time: answers arrive, the page is drawn. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve))
    vi.advanceTimersByTime(0)
  }
}

/**
 * Lets this much time pass, timer by timer; ends early, and with true, as soon as `enough` holds. The same on a
 * slow and on a fast computer.
 */
export async function pass(ms: number, enough: () => boolean = () => false): Promise<boolean> {
  let over = false
  const end = setTimeout(() => {
    over = true
  }, ms)
  await settle()
  while (!over && !enough()) {
    vi.advanceTimersToNextTimer()
    await settle()
  }
  clearTimeout(end)
  return enough()
}

const DRAWN_EVERY_MS = 5_000

/** Minutes in which nothing but the count goes on: drawn and answered now and then, not at each timer. */
export async function passMinutes(minutes: number): Promise<void> {
  for (let leftMs = minutes * 60_000; leftMs > 0; leftMs -= DRAWN_EVERY_MS) {
    vi.advanceTimersByTime(DRAWN_EVERY_MS)
    await settle()
  }
}

/**
 * Time during which the page hardly runs: a hidden tab that gets a turn once a minute (browsers.md rule 7), or a
 * computer that sleeps. Whatever was due meanwhile comes late, and once.
 */
export async function passWithoutRunning(ms: number): Promise<void> {
  const { clock } = setTimeout as typeof setTimeout & { readonly clock: { jump(ms: number): void } }
  clock.jump(ms)
  await settle()
}

/** Somebody sets the computer's clock, or the computer sleeps: the monotonic clock does not notice. */
export function setClockBy(ms: number): void {
  vi.setSystemTime(Date.now() + ms)
}
