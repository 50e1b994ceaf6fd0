const WATCH_EVERY_MS = 500

/** Resolves at Ctrl-C, when somebody asks this program to end, or when the npm that started it is gone. */
export function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        resolve()
      })
    }
    // npm passes a signal on to its shell and the shell to nobody: the demo would live on and keep its port.
    if (process.env['npm_lifecycle_event'] === undefined) return
    const parent = process.ppid
    setInterval(() => {
      if (process.ppid !== parent) resolve()
    }, WATCH_EVERY_MS)
  })
}
