import { vi } from 'vitest'
import type { CollectedTest, Group } from './live.ts'

const { setTimeout: later, clearTimeout: forget } = globalThis

/** Null where the test passes, else what it says. */
export async function failureOf(test: CollectedTest, withinMs: number): Promise<string | null> {
  let timer: ReturnType<typeof later> | undefined
  const tooLong = new Promise<string>((resolve) => {
    timer = later(() => resolve('takes too long'), withinMs)
  })
  const failure = await Promise.race([ran(test), tooLong])
  forget(timer)
  if (failure !== null) {
    // What a test that failed has left, the last first: a spy on a clock goes before that clock.
    vi.restoreAllMocks()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  }
  return failure
}

async function ran({ group, run }: CollectedTest): Promise<string | null> {
  const groups = groupsOf(group)
  let failure: string | null = null
  try {
    for (const each of groups) {
      if (each.isReady) continue
      for (const hook of each.beforeAll) await hook()
      each.isReady = true
    }
    for (const each of groups) for (const hook of each.beforeEach) await hook()
    await run()
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error)
  }
  try {
    for (const each of groups.toReversed()) for (const hook of each.afterEach) await hook()
  } catch (error) {
    failure ??= error instanceof Error ? error.message : String(error)
  }
  return failure
}

/** From the outermost to the one that the test is in. */
function groupsOf(group: Group): readonly Group[] {
  return group.outer === null ? [group] : [...groupsOf(group.outer), group]
}
