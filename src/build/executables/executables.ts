import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildPage, ROOT } from '../build-page.ts'
import { NotHere } from '../from-npm.ts'
import { commandProgram } from './command-program.ts'
import { putLicences } from '../node-licences.ts'
import { makeExecutable } from './make-executable.ts'
import { TARGETS } from './targets.ts'

const FOLDER = join(ROOT, 'dist-executables')

function give(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

function asked(): readonly string[] {
  try {
    return parseArgs({ allowPositionals: true }).positionals
  } catch (error) {
    return give(error instanceof Error ? error.message : String(error))
  }
}

const names = asked()
const known = TARGETS.map(({ name }) => name)
const unknown = names.filter((name) => !known.includes(name))
if (unknown.length > 0) give(`There is no ${unknown.join(', ')}; there are ${known.join(', ')}.`)
if (process.platform !== 'linux' || process.arch !== 'x64') give('Executables are made on Linux on x64.')

const inside = {
  program: await commandProgram(),
  // For real servers, whatever the environment says.
  page: await buildPage(null),
  about: await readFile(join(ROOT, 'package.json'), 'utf8'),
}
await rm(FOLDER, { recursive: true, force: true })
await mkdir(FOLDER)
const sums: string[] = []
for (const target of TARGETS.filter(({ name }) => names.length === 0 || names.includes(name))) {
  try {
    const file = await makeExecutable(target, inside)
    await writeFile(join(FOLDER, target.file), file, { mode: 0o755 })
    sums.push(`${createHash('sha256').update(file).digest('hex')}  ${target.file}\n`)
    const size = (file.length / 1e6).toFixed(0)
    process.stdout.write(`${target.file}: ${size} MB, with Node ${target.node.version}\n`)
  } catch (error) {
    if (!(error instanceof NotHere)) throw error
    process.stderr.write(`${target.file}: not made, because ${error.message}\n`)
    process.exitCode = 1
  }
}
await writeFile(join(FOLDER, 'SHA256SUMS'), sums.join(''))
await putLicences(FOLDER)
