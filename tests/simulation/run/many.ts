import { fork, type ChildProcess } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { BuiltPage } from '../page/built-page.ts'
import { ALL_LEFT_OPEN } from '../world/left-open.ts'
import { addCoverage, noCoverage, type Coverage } from '../world/coverage.ts'
import type { Failed, Order, Report } from './worker.ts'

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url))

export type Outcome = {
  readonly evenings: number
  readonly questions: number
  /** Of all processors together. */
  readonly cpuMs: number
  readonly coverage: Coverage
  readonly failed: readonly Failed[]
}

type Many = {
  readonly page: BuiltPage
  readonly from: number
  readonly seeds: number
  /** Ends with the first promise that is broken. */
  readonly untilFirst?: boolean
  readonly onFailed?: (failed: Failed) => void
}

/** Lives many evenings, in as many processes as there are cores. */
export async function many({ page, from, seeds, untilFirst = false, onFailed }: Many): Promise<Outcome> {
  const workers = Math.max(1, Math.min(availableParallelism(), Math.ceil(seeds / 50)))
  const coverage = noCoverage()
  const failed: Failed[] = []
  let evenings = 0
  let questions = 0
  let cpuMs = 0
  const children = new Set<ChildProcess>()
  const one = (worker: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const child = fork(WORKER, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
      children.add(child)
      child.on('message', (report: Report) => {
        if (report.kind === 'failed') {
          failed.push(report.failed)
          onFailed?.(report.failed)
          if (untilFirst) for (const each of children) each.kill()
          return
        }
        evenings += report.evenings
        questions += report.questions
        addCoverage(coverage, report.coverage)
        cpuMs += report.cpuMs
      })
      child.on('exit', (code) => {
        children.delete(child)
        if (code === 0 || (untilFirst && failed.length > 0)) resolve()
        else reject(new Error(`A process that lived evenings ended with ${String(code)}`))
      })
      // Neighbouring seeds to different processes, so that all are done at about the same time.
      const all = Array.from({ length: seeds }, (_, at) => from + at)
      const order: Order = {
        page,
        seeds: all.filter((seed) => seed % workers === worker),
        leftOpen: ALL_LEFT_OPEN.filter((_each, at) => at % workers === worker),
      }
      child.send(order)
    })
  await Promise.all(Array.from({ length: workers }, (_, worker) => one(worker)))
  return {
    evenings,
    questions,
    cpuMs,
    coverage,
    failed: failed.toSorted((a, b) => (a.seed ?? 0) - (b.seed ?? 0)),
  }
}
