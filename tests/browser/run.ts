// npm run test:browser [-- --engine webkit --fault cable --way nginx]: journeys and faults, in real engines, on a
// real local network. Prints the matrix and writes it to tests/browser/report.md.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildPage } from '../../src/cli/build-page.ts'
import { missingParts } from '../../src/cli/find-browser.mjs'
import { FAULTS } from './faults.ts'
import { JOURNEYS } from './journeys.ts'
import { accountOriginOn, ON_LOOPBACK } from './places.ts'
import { matrixOf, type CellResult, type CellsOrder } from './report.ts'
import { WAYS } from './world.ts'

const { values } = parseArgs({
  options: {
    engine: { type: 'string' },
    fault: { type: 'string' },
    way: { type: 'string' },
    // Without the rows that take minutes.
    quick: { type: 'boolean', default: false },
  },
})
const AT_ONCE = 6
const MOST_ACCIDENTS = 12
const NAMESPACES = ['--net', '--mount', '--propagation', 'private']
const CELLS = fileURLToPath(new URL('cells.ts', import.meta.url))
const REPORT = fileURLToPath(new URL('report.md', import.meta.url))

const missing = missingParts()
const permitted =
  !ON_LOOPBACK && missing.lan === undefined && spawnSync('unshare', [...NAMESPACES, 'true']).status === 0
// Decides in the engines' processes where the hosts are.
if (!permitted) process.env['SETUP_PLEX_LAN'] = 'loopback'

/** Runs one engine's rows in namespaces of their own; ends with what its process ended with. */
function runCells(order: CellsOrder, onResult: (result: CellResult) => void): Promise<number | null> {
  const cells = [process.execPath, '--import', 'tsx', CELLS, JSON.stringify(order)]
  const [program = '', ...args] = permitted ? ['unshare', ...NAMESPACES, ...cells] : cells
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  createInterface(child.stdout).on('line', (line) => {
    if (line.startsWith('{')) onResult(JSON.parse(line) as CellResult)
    else console.log(line)
  })
  return new Promise((resolve) => child.on('exit', resolve))
}

const folder = await mkdtemp(join(tmpdir(), 'setup-plex-'))
const page = join(folder, 'page.html')
await writeFile(page, await buildPage(accountOriginOn(permitted ? 'namespaces' : 'loopback')))

const notRun: Record<string, string> = {}
for (const engine of ['firefox', 'webkit'] as const) {
  const programs = missing[engine]
  if (programs !== undefined) notRun[engine] = `not installed: ${programs.join(', ')}`
}
const engines = (['chromium', 'firefox', 'webkit'] as const).filter(
  (engine) => !(engine in notRun) && (values.engine === undefined || values.engine === engine),
)
const ROWS = [...JOURNEYS, ...FAULTS]
if (new Set(ROWS.map(({ name }) => name)).size < ROWS.length) throw new Error('Two rows have the same name')
const results: CellResult[] = []
const problems: string[] = []
const startedMs = performance.now()
// What an engine has to do, in parts that take about as long as the longest row.
const parts = [
  ...ROWS.flatMap(({ name, long }) => (long === true ? [{ ways: WAYS, kind: null, long: name }] : [])),
  { ways: ['file'] as const, kind: 'faults' as const, long: null },
  { ways: ['file'] as const, kind: 'journeys' as const, long: null },
  ...(['nginx', 'localhost', 'served', 'tool'] as const).map((way) => ({
    ways: [way],
    kind: null,
    long: null,
  })),
]
// The largest parts first, and of one engine only two at a time: the slowest one would keep itself from being done in time.
const orders = parts
  .filter(({ long }) => long === null || !values.quick)
  .flatMap(({ ways, kind, long }) =>
    engines.map((engine): CellsOrder => {
      const asked = ways.filter((way) => values.way === undefined || values.way === way)
      return { engine, page, only: values.fault ?? null, ways: asked, kind, long }
    }),
  )
async function carryOut(order: CellsOrder): Promise<void> {
  const code = await runCells(order, (result) => {
    results.push(result)
    const { engine, row, way, problem, tookMs } = result
    const verdict = problem === null ? 'ok' : `FAILED: ${problem}`
    console.log(`${engine}, ${row}, ${way}: ${(tookMs / 1000).toFixed(1)} s, ${verdict}`)
  })
  if (code !== 0) problems.push(`${order.engine} ended with ${code} before its rows were done`)
}
/**
 * What failed beside the other parts is done once more with the computer to itself: promises of seconds can't be kept by
 * two cores that do six things. What fails again has failed; what does not is told apart in the report.
 */
async function repeatAlone(): Promise<void> {
  const long = new Set(ROWS.flatMap((row) => (row.long === true ? [row.name] : [])))
  const failed = results.filter(({ problem, row }) => problem !== null && !long.has(row))
  // That many are no accident.
  if (failed.length > MOST_ACCIDENTS) return
  for (const first of failed) {
    const { engine, row, way } = first
    const order = { engine, page, only: row, ways: [way], kind: null, long: null }
    await runCells(order, (second) => {
      if (second.row !== row) return
      console.log(`${engine}, ${row}, ${way}, repeated alone: ${second.problem ?? 'ok'}`)
      if (second.problem !== null || first.problem === null) return
      results[results.indexOf(first)] = { ...second, atFirst: first.problem }
    })
  }
}

// Each in a network of its own, as many at the same time as two cores bear: what takes minutes does next to nothing. On
// loopback there is only one network for all.
const minutely = orders.filter(({ long }) => long !== null)
const others = orders.filter(({ long }) => long === null)
async function inTurn(): Promise<void> {
  for (let order = others.shift(); order !== undefined; order = others.shift()) await carryOut(order)
}
if (permitted) {
  await Promise.all([...minutely.map(carryOut), ...Array.from({ length: AT_ONCE }, inTurn)])
} else {
  for (const order of orders) await carryOut(order)
}
await repeatAlone()
await rm(folder, { recursive: true, force: true })

const minutes = ((performance.now() - startedMs) / 60_000).toFixed(1)
const fallback = permitted
  ? ''
  : '**On loopback addresses**, for want of network namespaces: rows that need cables, firewalls or DHCP did not run.\n\n'
const matrix = `${fallback}${matrixOf(results, notRun)}\n${problems.join('\n')}`
await writeFile(REPORT, `# Faults and journeys, in ${minutes} minutes\n\n${matrix}\n`)
console.log(`\n${matrix}\n`)
const failed = results.filter(({ problem }) => problem !== null).length
console.log(`${results.length - failed} passed, ${failed + problems.length} failed`)
process.exit(failed + problems.length === 0 && results.length > 0 ? 0 : 1)
