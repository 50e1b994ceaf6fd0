/**
 * Resolves while somebody can see the page, else as soon as they can. Hidden pages get their timers late
 * (browsers.md rule 7), so work that has to be cut off in time is not begun there. Rejects when `signal` says stop.
 */
export function untilVisible(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (): void => {
      document.removeEventListener('visibilitychange', look)
      signal.removeEventListener('abort', stop)
    }
    const look = (): void => {
      if (document.visibilityState === 'hidden') return
      done()
      resolve()
    }
    const stop = (): void => {
      done()
      reject(new DOMException('Nobody waits for this any more', 'AbortError'))
    }
    if (signal.aborted) return stop()
    document.addEventListener('visibilitychange', look)
    signal.addEventListener('abort', stop)
    look()
  })
}
