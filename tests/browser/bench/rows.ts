import type { EngineName } from '../matrix/rows.ts'
import type { Way } from '../matrix/world.ts'

export type BenchOrder = {
  readonly engine: EngineName
  /** The built page, as a file. */
  readonly page: string
  readonly ways: readonly Way[]
  readonly times: number
  readonly part: 'stamp' | 'harm' | 'silent' | 'dropping' | 'lost' | 'slow' | 'unknown'
}

export type BenchResult = {
  readonly engine: EngineName
  readonly row: string
  readonly way: Way
  /** By what they measure; null where it did not come. */
  readonly figures: Readonly<Record<string, number | null>>
}
