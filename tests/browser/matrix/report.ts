import type { EngineName } from './rows.ts'
import type { Way } from './world.ts'

/** By which an engine's process tells that its browser and hosts are up. */
export const UP = 'up'

/** A row of the table, by its name, with one way in. */
export type Cell = { readonly row: string; readonly way: Way }

export type CellResult = Cell & {
  readonly engine: EngineName
  problem: string | null
  /** Why it failed beside the other parts, where it was well when it was repeated alone. */
  atFirst?: string
  tookMs: number
  /** From the fault to its being shown, and from its end to recovery. */
  shownMs?: number
  recoveredMs?: number
}

const seconds = (ms: number): string => (ms / 1000).toFixed(1)

function mark(result: CellResult | undefined): string {
  if (result === undefined) return '·'
  if (result.problem !== null) return 'FAILED'
  const again = result.atFirst === undefined ? '' : ' (repeated)'
  if (result.shownMs === undefined || result.recoveredMs === undefined)
    return `${seconds(result.tookMs)} s${again}`
  return `${seconds(result.shownMs)} → ${seconds(result.recoveredMs)}${again}`
}

/** The matrix as Markdown: a line per row and way in, a column per engine. */
export function matrixOf(results: readonly CellResult[], notRun: Readonly<Record<string, string>>): string {
  const engines: readonly EngineName[] = ['chromium', 'firefox', 'webkit']
  const lines = [...new Set(results.map(({ row, way }) => `${row} | ${way}`))]
  const cells = (line: string): string =>
    engines
      .map((engine) => {
        if (engine in notRun) return 'not run'
        return mark(results.find((each) => each.engine === engine && `${each.row} | ${each.way}` === line))
      })
      .join(' | ')
  return [
    `| row | way in | ${engines.join(' | ')} |`,
    '| --- | --- | --- | --- | --- |',
    ...lines.map((line) => `| ${line} | ${cells(line)} |`),
    '',
    ...Object.entries(notRun).map(([engine, why]) => `**${engine} was not run**: ${why}`),
    ...results
      .filter(({ problem }) => problem !== null)
      .map(({ engine, row, way, problem }) => `- ${engine}, ${row}, ${way}: ${problem}`),
    ...results.flatMap(({ engine, row, way, atFirst }) =>
      atFirst === undefined
        ? []
        : [`- ${engine}, ${row}, ${way}: well when repeated alone; at first: ${atFirst}`],
    ),
  ].join('\n')
}
