// npm run mutate [-- --file src/wizard/screen/trust.ts]: bugs put into the core, one at a time. Is each found by a unit test?
// Writes down in docs/mutation.md what came of it.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { format, resolveConfig } from 'prettier'
import { CORE, type Room } from './core.ts'
import { DOCUMENT, documentWith, unexplained } from './document.ts'
import type { Fate, Order } from './run/session.ts'

const { values } = parseArgs({ options: { file: { type: 'string', multiple: true, default: [] } } })
const say = (text: string): void => void process.stdout.write(`${text}\n`)

const known = CORE.flatMap(({ files }) => files)
const strange = values.file.filter((file) => !known.includes(file))
if (strange.length > 0) {
  process.stderr.write(
    `--file takes a file of the core (tests/mutation/core.ts), and not "${strange.join('", "')}"\n`,
  )
  process.exit(2)
}

function testsIn(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => join(path, name))
}

function fatesIn({ files, tests }: Room, folder: string): readonly Fate[] {
  const order: Order = { files, tests: tests.flatMap(testsIn), report: join(folder, 'fates.json') }
  const { status } = spawnSync(
    'node_modules/.bin/vitest',
    ['run', '--config', 'tests/mutation/vitest.config.ts', '--reporter', 'dot'],
    { stdio: 'inherit', env: { ...process.env, MUTATION_ORDER: JSON.stringify(order) } },
  )
  if (status !== 0) throw new Error(`The mutants of ${files.join(', ')} did not get to their end`)
  return JSON.parse(readFileSync(order.report, 'utf8')) as readonly Fate[]
}

const folder = mkdtempSync(join(tmpdir(), 'mutation-'))
try {
  for (const room of CORE) {
    const files = room.files.filter((file) => values.file.length === 0 || values.file.includes(file))
    if (files.length === 0) continue
    const fates = fatesIn({ ...room, files }, folder)
    for (const { file, line, original, instead } of fates.filter(({ killedBy }) => killedBy === null)) {
      say(`${file}:${line} lives: ${original} => ${instead}`)
    }
    // After each, since the next may take long.
    const written = documentWith(readFileSync(DOCUMENT, 'utf8'), files, fates)
    const style = { ...(await resolveConfig(DOCUMENT)), filepath: DOCUMENT }
    writeFileSync(DOCUMENT, await format(written, style))
  }
} finally {
  rmSync(folder, { recursive: true })
}
const open = unexplained(readFileSync(DOCUMENT, 'utf8'))
if (open.length > 0) {
  say(`${open.length} live without a reason: each needs a test, or a sentence in ${DOCUMENT}`)
  process.exitCode = 1
}
