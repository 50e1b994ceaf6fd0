import { Agent, get } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { PAGE_END } from './whole-page.ts'

export type Load = {
  readonly perSecond: number
  readonly answered: number
  readonly errors: number
  /** The first few, in words. */
  readonly wrong: readonly string[]
  readonly p50Ms: number
  readonly p99Ms: number
  readonly worstMs: number
  /** How long the computer kept this process from asking at worst: what it does to us, it does to the others. */
  readonly heldUpMs: number
}

const CONNECTIONS = 64
const PAGE_EVERY = 10
const TICK_MS = 5

/**
 * Asks at this rate, whether answers come or not: `/identity`, and for the page every tenth time. Times count from when a
 * question was due, so that one slow answer shows in all that wait behind it.
 */
export async function loadOn(port: number, rate: number, seconds: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const took: number[] = []
  const wrong: string[] = []
  let errors = 0
  const question = (path: string, dueMs: number): Promise<void> =>
    new Promise((resolve) => {
      const end = (trouble: string | null): void => {
        took.push(performance.now() - dueMs)
        if (trouble !== null) errors += 1
        if (trouble !== null && wrong.length < 5) wrong.push(`${path}: ${trouble}`)
        resolve()
      }
      get({ host: '127.0.0.1', port, path, agent }, (response) => {
        let bytes = 0
        let last = ''
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length
          last = chunk.toString('latin1', Math.max(0, chunk.length - 20))
        })
        response.on('error', (error) => end(error.message))
        response.on('end', () => {
          const whole = bytes === Number(response.headers['content-length'])
          const right = path === '/' ? PAGE_END.test(last.trimEnd()) : last.endsWith('}}')
          end(response.statusCode === 200 && whole && right ? null : `${response.statusCode}, ${bytes} bytes`)
        })
      }).on('error', (error) => end(error.message))
    })

  const startedMs = performance.now()
  const all: Promise<void>[] = []
  let heldUpMs = 0
  for (let elapsed = 0; elapsed < seconds * 1_000; elapsed = performance.now() - startedMs) {
    for (const due = Math.floor((elapsed * rate) / 1_000); all.length < due;) {
      all.push(
        question(all.length % PAGE_EVERY === 0 ? '/' : '/identity', startedMs + (all.length * 1_000) / rate),
      )
    }
    const restedMs = performance.now()
    await pause(TICK_MS)
    heldUpMs = Math.max(heldUpMs, performance.now() - restedMs - TICK_MS)
  }
  await Promise.all(all)
  const perSecond = took.length / ((performance.now() - startedMs) / 1_000)
  agent.destroy()
  took.sort((one, other) => one - other)
  const at = (share: number): number =>
    took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? NaN
  return {
    perSecond,
    answered: took.length,
    errors,
    wrong,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    worstMs: at(1),
    heldUpMs,
  }
}
