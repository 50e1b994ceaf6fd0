import { setTimeout as pause } from 'node:timers/promises'

const WITHIN_MS = 20_000
const LOOK_EVERY_MS = 100

/** Resolves when it holds; rejects with what was waited for when it does not within 20 s. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const endMs = performance.now() + WITHIN_MS
  while (!(await holds())) {
    if (performance.now() > endMs) throw new Error(`Not within ${WITHIN_MS / 1_000} s: ${what}`)
    await pause(LOOK_EVERY_MS)
  }
}
