import { cpus } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'

/** Below this share of idle time promises of a second are no longer kept beside each other. */
const SPARE = 0.35
/** As long as it takes until what was let through shows in the computer's load. */
const LOOKED_AT_MS = 700
/** Somebody else may keep the computer busy all the time. */
const AT_LEAST = 2

/** Resolves when work may begin, to a function to call when it has ended, once or more often. */
export type Begin = () => Promise<() => void>

/** For work that needs hardly any. */
export const atOnce: Begin = () => Promise.resolve(() => undefined)

/**
 * Lets the next one through when the computer has time for it, one at a time, or when fewer than two are at work. */
export function spareTime(): Begin {
  let turn = Promise.resolve()
  let atWork = 0
  async function untilSpare(): Promise<void> {
    while (atWork >= AT_LEAST && (await idleShare()) < SPARE);
    atWork++
  }
  return async () => {
    turn = turn.then(untilSpare)
    await turn
    let isAtWork = true
    return () => {
      if (isAtWork) atWork--
      isAtWork = false
    }
  }
}

/** Of all cores together, during the time that it takes to look. */
async function idleShare(): Promise<number> {
  const before = spent()
  await pause(LOOKED_AT_MS)
  const after = spent()
  return (after.idle - before.idle) / (after.all - before.all)
}

function spent(): { readonly idle: number; readonly all: number } {
  const times = cpus().map((core) => core.times)
  // What runs at a low priority makes room.
  const idle = times.reduce((sum, each) => sum + each.idle + each.nice, 0)
  return { idle, all: times.reduce((sum, { user, sys, irq }) => sum + user + sys + irq, idle) }
}
