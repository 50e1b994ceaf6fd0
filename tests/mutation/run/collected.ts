import { expect as realExpect, vi as realVi } from 'vitest'
import { live } from './live.ts'

// What tests import instead of the library while mutants run: their functions are collected, so that a mutant runs only
// the tests that come by it, as often as there are mutants and without a new start.

export const expect = realExpect
export const vi = realVi

type Run = (...args: never[]) => unknown

function call(run: Run, args: readonly unknown[]): unknown {
  return (run as (...all: readonly unknown[]) => unknown)(...args)
}

function add(name: string, options: unknown, run?: Run): void {
  const { group, tests, file } = live()
  const body = (typeof options === 'function' ? options : run) as Run
  tests.push({ name, file, group, run: () => call(body, []) })
}

/** Rows are lists of arguments only where all of them are lists. */
function rowsOf(table: readonly unknown[]): readonly (readonly unknown[])[] {
  return table.every((row): row is readonly unknown[] => Array.isArray(row))
    ? table
    : table.map((row) => [row])
}

function each(table: readonly unknown[]) {
  return (name: string, options: unknown, run?: Run): void => {
    const body = (typeof options === 'function' ? options : run) as Run
    for (const row of rowsOf(table)) add(name, () => call(body, row))
  }
}

export const it = Object.assign(add, { each })
// The other name of the same.
export const test = Object.assign(add.bind(null), { each })

function inGroup(name: string, run: () => void): void {
  const state = live()
  const outer = state.group
  state.group = { name, outer, beforeAll: [], beforeEach: [], afterEach: [], isReady: false }
  run()
  state.group = outer
}

export const describe = Object.assign(inGroup, {
  each:
    (table: readonly unknown[]) =>
    (name: string, run: Run): void => {
      for (const row of rowsOf(table)) inGroup(name, () => void call(run, row))
    },
})

export const beforeAll = (run: () => unknown): void => void live().group.beforeAll.push(run)
export const beforeEach = (run: () => unknown): void => void live().group.beforeEach.push(run)
export const afterEach = (run: () => unknown): void => void live().group.afterEach.push(run)
export const afterAll = (): void => undefined
