import type { Clock } from './clock.ts'
import type { Pauses } from './response.ts'

type Functions = {
  readonly setTimeout: (act: () => void, ms?: number) => number
  readonly clearTimeout: (id: number | undefined) => void
  readonly setInterval: (act: () => void, ms?: number) => number
  readonly clearInterval: (id: number | undefined) => void
}

export type TabTimers = {
  readonly functions: Functions
  readonly pauses: Pauses
  /** Nothing of the tab runs until then, as while the computer sleeps. */
  readonly sleepUntil: (ms: number) => void
  readonly awakeMs: () => number
  readonly wake: () => void
  readonly running: () => number
  readonly stop: () => void
}

/** Browsers let a hidden page's timers go off once a second. */
const HIDDEN_STEP_MS = 1_000

export function tabTimers(
  clock: Clock,
  { isHidden, onError }: { readonly isHidden: () => boolean; readonly onError: (error: unknown) => void },
): TabTimers {
  const timers = new Map<number, () => void>()
  let ids = 0
  let asleepUntilMs = 0
  let over = false

  /** Once the tab is awake. */
  function awake(act: () => void): void {
    if (over) return
    const nowMs = clock.nowMs()
    if (asleepUntilMs > nowMs) clock.after(asleepUntilMs - nowMs, () => awake(act))
    else act()
  }
  function safely(act: () => void): void {
    try {
      act()
    } catch (error) {
      onError(error)
    }
  }
  function set(act: () => void, ms: number, again: boolean): number {
    const id = (ids += 1)
    const arm = (): void => {
      const dueMs = clock.nowMs() + ms
      const slowed = isHidden() && ms > 0 ? Math.ceil(dueMs / HIDDEN_STEP_MS) * HIDDEN_STEP_MS : dueMs
      timers.set(
        id,
        clock.after(slowed - clock.nowMs(), () =>
          awake(() => {
            if (!timers.has(id)) return
            if (again) arm()
            else timers.delete(id)
            safely(act)
          }),
        ),
      )
    }
    arm()
    return id
  }
  const clear = (id: number | undefined): void => {
    if (id === undefined) return
    timers.get(id)?.()
    timers.delete(id)
  }
  const pauses: Pauses = (ms, signal) =>
    new Promise((resolve, reject) => {
      const stop = (): void => {
        off()
        reject(new DOMException('Given up', 'AbortError'))
      }
      const off =
        ms === Infinity
          ? () => undefined
          : clock.after(ms, () =>
              awake(() => {
                signal?.removeEventListener('abort', stop)
                resolve()
              }),
            )
      if (signal?.aborted === true) stop()
      else signal?.addEventListener('abort', stop, { once: true })
    })
  return {
    functions: {
      setTimeout: (act, ms = 0) => set(act, ms, false),
      clearTimeout: clear,
      setInterval: (act, ms = 0) => set(act, Math.max(ms, 1), true),
      clearInterval: clear,
    },
    pauses,
    sleepUntil: (ms) => {
      asleepUntilMs = Math.max(asleepUntilMs, ms)
    },
    awakeMs: () => asleepUntilMs,
    wake: () => {
      asleepUntilMs = 0
    },
    running: () => timers.size,
    stop: () => {
      over = true
      for (const off of timers.values()) off()
      timers.clear()
    },
  }
}
