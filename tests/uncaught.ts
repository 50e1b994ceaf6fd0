// As they are where a test has a clock of its own.
const { setImmediate } = globalThis

/** What is thrown while `run` runs, and nobody catches: a person would see the crash page. */
export async function uncaughtDuring(run: () => unknown): Promise<readonly unknown[]> {
  const listeners = process.listeners('unhandledRejection')
  const uncaught: unknown[] = []
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', (error) => uncaught.push(error))
  try {
    await run()
    // Node tells of it when nothing else is left to do.
    await new Promise((resolve) => setImmediate(resolve))
  } finally {
    process.removeAllListeners('unhandledRejection')
    for (const listener of listeners) process.on('unhandledRejection', listener)
  }
  return uncaught
}
