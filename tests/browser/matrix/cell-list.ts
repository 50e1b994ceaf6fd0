import { FAULTS } from './faults.ts'
import { JOURNEYS } from './journeys.ts'
import type { Cell } from './report.ts'
import type { Fault, Journey } from './rows.ts'
import { WAYS, type Way } from './world.ts'

export const ROWS: ReadonlyMap<string, Fault | Journey> = new Map(
  [...FAULTS, ...JOURNEYS].map((row) => [row.name, row]),
)
if (ROWS.size < FAULTS.length + JOURNEYS.length) throw new Error('Two rows have the same name')

/** Every row in each of its ways in; those that take minutes come first, so that nobody waits for them in the end. */
export const CELLS: readonly Cell[] = [...ROWS.values()]
  .sort((one, other) => Number(other.long !== undefined) - Number(one.long !== undefined))
  .flatMap((row) => waysOf(row).map((way) => ({ row: row.name, way })))

function waysOf(row: Fault | Journey): readonly Way[] {
  return row.ways ?? ('walk' in row ? WAYS : ['file'])
}
