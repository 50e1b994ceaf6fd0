import { execFile } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Counts, from outside the browser, the sockets of this namespace to media servers and routers that are open or being opened. */
export function watchSockets(everyMs = 25): { most(): Promise<number> } {
  let watching = true
  let most = 0
  const watch = (async () => {
    while (watching) {
      const { stdout } = await run('ss', ['-tanH', '( dport = :32400 or dport = :80 )'])
      const open = stdout.split('\n').filter((line) => line !== '' && !line.startsWith('TIME-WAIT'))
      most = Math.max(most, open.length)
      await pause(everyMs)
    }
  })()
  return {
    most: async () => {
      watching = false
      await watch
      return most
    },
  }
}
