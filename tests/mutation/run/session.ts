import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { test, vi } from 'vitest'
import { withSwitches, type Mutant } from '../mutants/with-switches.ts'
import { listen, live, newGroup, type CollectedTest } from './live.ts'
import { failureOf } from './run-test.ts'

// Run by `npm run mutate`, inside the library that runs the tests, so that they meet the world that they know.

/** What to do: mutate these files, and run these tests. */
export type Order = {
  readonly files: readonly string[]
  readonly tests: readonly string[]
  readonly report: string
}

/** What became of a mutant: no test comes by it, none fails with it, or this one does. */
export type Fate = Mutant & { readonly killedBy: string | null; readonly isCovered: boolean }

type Timed = { readonly test: CollectedTest; readonly tookMs: number; readonly seen: ReadonlySet<number> }

const LEAST_MS = 2_000
const order = JSON.parse(process.env['MUTATION_ORDER'] ?? '{}') as Order
const mutants = order.files.reduce<readonly Mutant[]>(
  (all, file) => [...all, ...withSwitches(readFileSync(file, 'utf8'), file, all.length).mutants],
  [],
)

// The same examples for each mutant, and not so many that nobody waits for the end.
fc.configureGlobal({ seed: 20_261_123 })
fc.installGlobalPlugin(fc.interruptAfterTimeLimit(400))
listen()

/** Loads these files with their tests, as new; whatever their modules do meanwhile is done by the mutant that lives. */
async function load(files: readonly string[]): Promise<readonly CollectedTest[]> {
  const state = live()
  vi.resetModules()
  state.tests = []
  for (const file of files) {
    state.file = file
    state.group = newGroup()
    await import(/* @vite-ignore */ resolve(file))
  }
  return state.tests
}

/** Runs each test once without a mutant. One that fails here says nothing about mutants. */
async function timed(tests: readonly CollectedTest[]): Promise<readonly Timed[]> {
  const state = live()
  const passed: Timed[] = []
  for (const each of tests) {
    state.seen = new Set()
    const beganMs = performance.now()
    const failure = await failureOf(each, 60_000)
    const tookMs = performance.now() - beganMs
    if (failure === null) passed.push({ test: each, tookMs, seen: state.seen })
    else process.stdout.write(`Left out, since it fails without any mutant: ${nameOf(each)}: ${failure}\n`)
  }
  state.seen = null
  return passed.sort((one, other) => one.tookMs - other.tookMs)
}

function nameOf({ file, name }: CollectedTest): string {
  return `${file}: ${name}`
}

async function killer(mutant: Mutant, tests: readonly Timed[]): Promise<string | null> {
  const state = live()
  for (const { test: each, tookMs } of tests) {
    state.mutant = mutant.id
    state.hits = 0
    const failure = await failureOf(each, Math.max(LEAST_MS, 10 * tookMs))
    state.mutant = -1
    if (failure !== null) return nameOf(each)
  }
  return null
}

/** A mutant of what is worked out when its module is loaded lives from then on. */
async function killerOfLoaded(mutant: Mutant, files: readonly string[]): Promise<string | null> {
  const state = live()
  for (const file of files) {
    state.mutant = mutant.id
    state.hits = 0
    try {
      const tests = await load([file])
      for (const each of tests) {
        state.mutant = mutant.id
        if ((await failureOf(each, 10_000)) !== null) return nameOf(each)
      }
    } catch {
      return `${file}: can't be loaded`
    } finally {
      state.mutant = -1
    }
  }
  return null
}

test('mutants', { timeout: 0 }, async () => {
  const state = live()
  const atLoading = new Set<number>()
  state.seen = atLoading
  const tests = await timed(await load(order.tests))
  const fates: Fate[] = []
  const loaded: Mutant[] = []
  for (const mutant of mutants) {
    const covering = tests.filter(({ seen }) => seen.has(mutant.id))
    const killedBy = await killer(mutant, covering)
    if (killedBy === null && atLoading.has(mutant.id)) loaded.push(mutant)
    else fates.push({ ...mutant, killedBy, isCovered: covering.length > 0 })
  }
  for (const mutant of loaded) {
    // Those that have something of this file in them, the quickest first.
    const ofFile = new Set(mutants.filter(({ file }) => file === mutant.file).map(({ id }) => id))
    const files = new Map<string, number>()
    for (const {
      test: { file },
      tookMs,
      seen,
    } of tests) {
      if ([...seen].some((id) => ofFile.has(id))) files.set(file, (files.get(file) ?? 0) + tookMs)
    }
    const inTurn = [...files].sort(([, one], [, other]) => one - other).map(([file]) => file)
    fates.push({ ...mutant, killedBy: await killerOfLoaded(mutant, inTurn), isCovered: inTurn.length > 0 })
  }
  writeFileSync(order.report, JSON.stringify(fates))
})
