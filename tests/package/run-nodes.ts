// Runs the tests of the command under other Nodes, or with an executable in its place: all, or those that are named.
import { spawn } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { NODE_22, NODE_24, NODE_26_12, nodeProgram } from '../../src/build/executables/node-programs.ts'
import { NotHere } from '../../src/build/from-npm.ts'

const NODES = { '22': NODE_22, '24': NODE_24, '26': NODE_26_12 }
const VITEST = resolve('node_modules/vitest/vitest.mjs')

function give(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

function order(): { names: readonly string[]; program: string | undefined } {
  try {
    const options = { program: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    const names = positionals.length === 0 && values.program === undefined ? Object.keys(NODES) : positionals
    return { names, program: values.program }
  } catch (error) {
    return give(error instanceof Error ? error.message : String(error))
  }
}

/**
 * With this Node as the one that a shell finds, so that npm and the installed command run under it as well. All is copied
 * to where other users reach it: some tests run the command as one of them.
 */
function tests(node: string, program?: string): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'node-for-tests-'))
  chmodSync(folder, 0o755)
  const [copy, tested] = [join(folder, 'node'), join(folder, 'tested')]
  copyFileSync(node, copy)
  if (program !== undefined) copyFileSync(program, tested)
  const path = `${folder}${delimiter}${process.env['PATH'] ?? ''}`
  const child = spawn(copy, [VITEST, 'run', '--project', 'package'], {
    stdio: 'inherit',
    env: { ...process.env, PATH: path, ...(program === undefined ? {} : { SETUP_PLEX_PROGRAM: tested }) },
  })
  return new Promise((settle) =>
    child.once('close', (code) => {
      rmSync(folder, { recursive: true })
      settle(code === 0)
    }),
  )
}

const { names, program } = order()
for (const name of names) {
  const packed = Object.entries(NODES).find(([known]) => known === name)?.[1]
  if (packed === undefined) give(`There is no Node ${name} here; there are ${Object.keys(NODES).join(', ')}.`)
  try {
    if (process.platform !== 'linux' || process.arch !== 'x64') throw new NotHere('it is for Linux on x64')
    const node = await nodeProgram(packed)
    process.stdout.write(`The tests of the command, under Node ${packed.version}:\n`)
    if (!(await tests(node))) process.exitCode = 1
  } catch (error) {
    if (!(error instanceof NotHere)) throw error
    process.stderr.write(`Node ${packed.version}: not run, because ${error.message}\n`)
    process.exitCode = 1
  }
}
if (program !== undefined) {
  process.stdout.write(`The tests of the command, with ${program}:\n`)
  if (!(await tests(process.execPath, program))) process.exitCode = 1
}
