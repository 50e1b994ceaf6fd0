// npm run bench:search [-- --engine firefox --way file --times 10 --part harm]: how fast the page finds a server in a
// network of 254 addresses, beside a program without a browser in the same run, and what it does to the browser.
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildPage } from '../../../src/build/build-page.ts'
import type { BenchOrder, BenchResult } from './rows.ts'
import { NAMESPACES } from '../network/namespaces.ts'
import { accountOriginOn } from '../network/places.ts'
import type { EngineName } from '../matrix/rows.ts'
import type { Way } from '../matrix/world.ts'

const { values } = parseArgs({
  options: {
    engine: { type: 'string' },
    way: { type: 'string' },
    times: { type: 'string', default: '10' },
    part: { type: 'string' },
  },
})
const ENGINES: readonly EngineName[] = ['chromium', 'firefox', 'webkit']
const WAYS: readonly Way[] = ['file', 'nginx']
const PARTS: readonly BenchOrder['part'][] = [
  'stamp',
  'harm',
  'silent',
  'dropping',
  'lost',
  'slow',
  'unknown',
]
const PROGRAM = fileURLToPath(new URL('in-engine.ts', import.meta.url))

const folder = await mkdtemp(join(tmpdir(), 'setup-plex-'))
const page = join(folder, 'page.html')
await writeFile(page, await buildPage(accountOriginOn('namespaces')))

const results: BenchResult[] = []
// One after the other: figures are taken on an otherwise idle computer.
for (const engine of ENGINES.filter((each) => values.engine === undefined || values.engine === each)) {
  for (const part of PARTS.filter((each) => values.part === undefined || values.part === each)) {
    await measure({
      engine,
      page,
      part,
      ways: WAYS.filter((way) => values.way === undefined || values.way === way),
      times: Number(values.times),
    })
  }
}
await rm(folder, { recursive: true, force: true })

console.log(
  `\nLoad of the last minute at the end: ${loadavg()[0]?.toFixed(1)}, on ${cpus().length} processors.`,
)
console.log('\n| row | way in | engine | runs | figures |\n| --- | --- | --- | --- | --- |')
const groupOf = ({ row, way, engine }: BenchResult): string => `${row} | ${way} | ${engine}`
for (const group of new Set(results.map(groupOf))) {
  const members = results.filter((result) => groupOf(result) === group)
  console.log(`| ${group} | ${members.length} | ${figuresOf(members)} |`)
}

/** Runs one part of one engine's searches in namespaces of their own. */
async function measure(order: BenchOrder): Promise<void> {
  const [unshare, ...apart] = NAMESPACES
  const cells = [process.execPath, '--import', 'tsx', PROGRAM, JSON.stringify(order)]
  const child = spawn(unshare, [...apart, ...cells], { stdio: ['ignore', 'pipe', 'inherit'] })
  createInterface(child.stdout).on('line', (line) => {
    if (line.startsWith('{')) results.push(JSON.parse(line) as BenchResult)
    console.log(line)
  })
  await new Promise((resolve) => child.on('exit', resolve))
}

/** The median, and the worst where that is what counts. */
function figuresOf(members: readonly BenchResult[]): string {
  const names = Object.keys(members[0]?.figures ?? {})
  const parts = names.map((name) => {
    const all = members.map(({ figures }) => figures[name] ?? null)
    const known = all.filter((figure) => figure !== null).sort((one, other) => one - other)
    const missed = all.length - known.length
    const middle = known[Math.floor((known.length - 1) / 2)]
    const worst = known.at(-1)
    const figure = name === 'gapMs' || name === 'sockets' ? worst : middle
    const most = name === 'ms' && worst !== undefined ? ` (worst ${worst.toFixed(0)})` : ''
    return `${name} ${figure?.toFixed(0) ?? '–'}${most}${missed > 0 ? `, missed ${missed}` : ''}`
  })
  const ms = members.flatMap(({ figures }) => figures['ms'] ?? [])
  const raw = members.flatMap(({ figures }) => figures['raw'] ?? [])
  const ratio = raw.length === 0 ? '' : `; ${(median(ms) / median(raw)).toFixed(1)} times the raw sweep`
  return parts.join(', ') + ratio
}

function median(figures: readonly number[]): number {
  return [...figures].sort((one, other) => one - other)[Math.floor((figures.length - 1) / 2)] ?? NaN
}
