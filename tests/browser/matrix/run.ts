// npm run matrix [-- --engine webkit --fault cable --way nginx]: journeys and faults, in real engines, on a
// real local network. Prints the matrix and writes it to tests/browser/matrix/report.md.
// npm run matrix -- --chaos 20 [--seed 1]: pairs of these faults instead, as seeds decide.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildPage } from '../../../src/build/build-page.ts'
import { reportHead } from '../../../src/build/release/of-build.ts'
import { missingParts } from '../../../src/install/find-browser.mjs'
import { CELLS, ROWS } from './cell-list.ts'
import { chaosCells } from './chaos.ts'
import { crew } from './crew.ts'
import { isTaken } from '../network/free-port.ts'
import { NAMESPACES, namespacesPermitted } from '../network/namespaces.ts'
import { accountOriginOn, ON_LOOPBACK } from '../network/places.ts'
import { atOnce, spareTime } from './spare-time.ts'
import { matrixOf, type Cell, type CellResult } from './report.ts'
import type { EngineName } from './rows.ts'

const { values } = parseArgs({
  options: {
    engine: { type: 'string' },
    fault: { type: 'string' },
    way: { type: 'string' },
    // Without the rows that take minutes.
    quick: { type: 'boolean', default: false },
    // So many pairs of faults, from this seed on.
    chaos: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
})
const chaos = Number(values.chaos ?? '0')
const seed = Number(values.seed)
if (!Number.isSafeInteger(chaos) || !Number.isSafeInteger(seed)) {
  console.error('--chaos and --seed take whole numbers')
  process.exit(2)
}
/** Most of them wait at any time, and who works begins when the computer has time for it; what is idle for minutes does not count. */
const AT_ONCE = 9
const OF_ONE_ENGINE = 3
const MOST_STARTS_IN_VAIN = 3
/** For fewer cells no other engine is started. */
const WORTH_A_START = 8
const MOST_ACCIDENTS = 40
const REPORT = fileURLToPath(new URL('report.md', import.meta.url))

const missing = missingParts()
const permitted = !ON_LOOPBACK && missing.lan === undefined && namespacesPermitted()
// Decides in the engines' processes where the hosts are.
if (!permitted) process.env['SETUP_PLEX_LAN'] = 'loopback'

const folder = await mkdtemp(join(tmpdir(), 'setup-plex-'))
const page = join(folder, 'page.html')
// The one for real servers says which build the report is of.
const realPage = await buildPage(null)
await writeFile(page, await buildPage(accountOriginOn(permitted ? 'namespaces' : 'loopback')))

const notRun: Record<string, string> = {}
for (const engine of ['firefox', 'webkit'] as const) {
  const programs = missing[engine]
  if (programs !== undefined) notRun[engine] = `not installed: ${programs.join(', ')}`
}
if (!permitted) {
  // Only Chromium can be led past others; see hosts.ts.
  const taken: number[] = []
  for (const port of [32400, 8888, 8889]) if (await isTaken(port)) taken.push(port)
  const why = `somebody else listens at port ${taken.join(' and ')} of this computer, where the page asks by itself`
  if (taken.length > 0) for (const engine of ['firefox', 'webkit'] as const) notRun[engine] ??= why
}
const engines = (['chromium', 'firefox', 'webkit'] as const).filter(
  (engine) => !(engine in notRun) && (values.engine === undefined || values.engine === engine),
)
if (chaos > 0 && !permitted) {
  console.error('Pairs of faults need network namespaces')
  process.exit(1)
}
const rows = values.chaos === undefined ? CELLS : chaosCells(seed, chaos)
const asked = rows.filter(({ row, way }) => {
  const { long, needs } = ROWS.get(row) ?? {}
  return (
    row.includes(values.fault ?? '') &&
    (values.way === undefined || values.way === way) &&
    !(values.quick && long !== undefined) &&
    (permitted || needs === undefined)
  )
})
const isSame = (one: Cell, other: Cell): boolean => one.row === other.row && one.way === other.way
const isIdle = ({ row }: Cell): boolean => ROWS.get(row)?.long === 'idle'

const results: CellResult[] = []
const startedMs = performance.now()
const inside = permitted ? NAMESPACES : []
const work = crew(page, inside, spareTime())
const waitLong = crew(page, inside, atOnce)

function take(result: CellResult): void {
  results.push(result)
  const { engine, row, way, problem, tookMs } = result
  const verdict = problem === null ? 'ok' : `FAILED: ${problem}`
  console.log(`${engine}, ${row}, ${way}: ${(tookMs / 1000).toFixed(1)} s, ${verdict}`)
}

type Line = { readonly engine: EngineName; readonly cells: Cell[]; running: number; inVain: number }
const lines = engines.map((engine): Line => {
  const cells = asked.filter((cell) => !(permitted && isIdle(cell)))
  return { engine, cells, running: 0, inVain: 0 }
})

/** Where another engine is needed most. */
function longestLine(): Line | undefined {
  return lines
    .filter(
      ({ cells, running }) => cells.length > (running === 0 ? 0 : WORTH_A_START) && running < OF_ONE_ENGINE,
    )
    .sort((one, other) => one.running - other.running || other.cells.length - one.cells.length)[0]
}

async function inTurn(): Promise<void> {
  for (let line = longestLine(); line !== undefined; line = longestLine()) {
    const { engine, cells } = line
    const before = cells.length
    line.running++
    const code = await work(engine, cells, take)
    line.running--
    if (code === 0 || cells.length < before) continue
    if (++line.inVain === MOST_STARTS_IN_VAIN) cells.length = 0
  }
}

/**
 * What failed beside the others is done once more with the computer to itself: promises of seconds can't be kept by two
 * cores that do so many things. What fails again has failed; what does not is told apart in the report.
 */
async function repeatAlone(): Promise<void> {
  const failed = results.filter((result) => result.problem !== null && !isIdle(result))
  // That many are no accident.
  if (failed.length > MOST_ACCIDENTS) return
  for (const engine of engines) {
    const again = failed.filter((result) => result.engine === engine)
    if (again.length === 0) continue
    const cells = again.map(({ row, way }) => ({ row, way }))
    await work(engine, cells, (second) => {
      const { row, way, problem } = second
      console.log(`${engine}, ${row}, ${way}, repeated alone: ${problem ?? 'ok'}`)
      const first = again.find((result) => isSame(result, second))
      if (problem !== null || first === undefined) return
      results[results.indexOf(first)] = { ...second, atFirst: first.problem ?? '' }
    })
  }
}

// On loopback there is only one network for all.
const idle = permitted ? asked.filter(isIdle) : []
await Promise.all([
  ...idle.flatMap((cell) => engines.map((engine) => waitLong(engine, [cell], take))),
  ...Array.from({ length: permitted ? AT_ONCE : 1 }, inTurn),
])
await repeatAlone()
await rm(folder, { recursive: true, force: true })

const minutes = ((performance.now() - startedMs) / 60_000).toFixed(1)
const fallback = permitted
  ? ''
  : '**On loopback addresses**, for want of network namespaces: rows that need cables, firewalls or DHCP did not run.\n\n'
const undone = engines.flatMap((engine) =>
  asked
    .filter((cell) => !results.some((each) => each.engine === engine && isSame(each, cell)))
    .map(({ row, way }) => `- ${engine}, ${row}, ${way}: not run, the engine did not come up`),
)
const failed = results.filter(({ problem }) => problem !== null).length + undone.length
const head = reportHead({
  page: realPage,
  limits: [
    ...(process.argv.length > 2 ? [process.argv.slice(2).join(' ')] : []),
    ...(permitted ? [] : ['on loopback addresses']),
    ...Object.keys(notRun).map((engine) => `without ${engine}`),
  ],
  passed: results.length + undone.length - failed,
  failed,
})
const matrix = `${fallback}${matrixOf(results, notRun)}\n${undone.join('\n')}`
await writeFile(REPORT, `# Faults and journeys, in ${minutes} minutes\n\n${head}\n\n${matrix}\n`)
console.log(`\n${matrix}\n\n${head}`)
console.log(`In ${minutes} minutes`)
process.exit(failed === 0 && results.length > 0 ? 0 : 1)
