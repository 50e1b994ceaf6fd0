// Lives the evenings of some seeds in a process of its own, and tells how each went.
import type { BuiltPage } from '../page/built-page.ts'
import { drawPlan } from '../plan/draw-plan.ts'
import { addCoverage, noCoverage, type Coverage } from '../world/coverage.ts'
import type { Broken } from '../world/evening.ts'
import { leaveOpen, type LeftOpen } from '../world/left-open.ts'
import { live } from '../world/live.ts'
import { newSlots } from '../world/slots.ts'
import { KEEPS_NO_MORE } from '../promises/promises.ts'
import { prepareProcess, xmlParser } from './prepare.ts'

export type Order = {
  readonly page: BuiltPage
  readonly seeds: readonly number[]
  readonly leftOpen: readonly LeftOpen[]
}
/** `seed` is null for a page that was left open, which no seed decides. */
export type Failed = Broken & { readonly seed: number | null }
export type Report =
  | { readonly kind: 'failed'; readonly failed: Failed }
  | {
      readonly kind: 'lived'
      readonly evenings: number
      readonly coverage: Coverage
      readonly questions: number
      readonly cpuMs: number
    }

/** After so many evenings it is told how it goes. */
const TOLD_EVERY = 20

async function work({ page, seeds, leftOpen }: Order, tell: (report: Report) => void): Promise<void> {
  const slots = newSlots(page, xmlParser())
  for (const each of leftOpen) {
    const sentence = await leaveOpen(each, slots)
    const failed = {
      seed: null,
      promise: KEEPS_NO_MORE,
      atMs: 0,
      sentence: `On "${each.on}" by ${each.look}: ${sentence}`,
    }
    if (sentence !== null) tell({ kind: 'failed', failed })
  }
  for (let from = 0; from < seeds.length; from += TOLD_EVERY) {
    const these = seeds.slice(from, from + TOLD_EVERY)
    const coverage = noCoverage()
    let questions = 0
    const before = process.cpuUsage()
    for (const seed of these) {
      const lived = await live(drawPlan(seed), slots)
      addCoverage(coverage, lived.coverage)
      questions += lived.questions
      if (lived.broken !== null) tell({ kind: 'failed', failed: { ...lived.broken, seed } })
    }
    const cpuMs = (process.cpuUsage(before).user + process.cpuUsage(before).system) / 1_000
    tell({ kind: 'lived', evenings: these.length, coverage, questions, cpuMs })
  }
}

if (process.send !== undefined) {
  prepareProcess()
  process.on('disconnect', () => process.exit(1))
  process.on('message', (order: Order) => {
    void work(order, (report) => process.send?.(report)).then(() => process.exit(0))
  })
}
