import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, inject } from 'vitest'
import { nodeProgram, type PackedNode } from '../../src/build/executables/node-programs.ts'
import { NotHere } from '../../src/build/from-npm.ts'
import { startHost } from '../../src/mocks/http-host.ts'
import { ATTIC } from '../../src/mocks/identity.ts'
import { NAMESPACES } from '../browser/network/namespaces.ts'
import { start } from './command.ts'
import { FIVE, type FindOrder, type FindRun } from './find-places.ts'
import { ask } from './serve-asking.ts'

const run = promisify(execFile)
const FIND_LAN = fileURLToPath(new URL('find-lan.ts', import.meta.url))

/** Where another Node is on this computer; null where it can't be had, which is said. */
export async function otherNode(node: PackedNode, forWhat: string): Promise<string | null> {
  try {
    if (process.platform !== 'linux' || process.arch !== 'x64') throw new NotHere('it is for Linux on x64')
    return await nodeProgram(node)
  } catch (error) {
    if (!(error instanceof NotHere)) throw error
    console.warn(`NOT RUN: ${forWhat}, for want of Node ${node.version}: ${error.message}`)
    return null
  }
}

/** A program that runs the installed command under this Node. */
export async function commandUnder(node: string, folder: string, name: string): Promise<string> {
  const command = join(inject('installed'), 'node_modules/setup-plex/dist-node/setup-plex.js')
  const file = join(folder, name)
  await writeFile(file, `#!/bin/sh\nexec '${node}' '${command}' "$@"\n`, { mode: 0o755 })
  return file
}

/** What each of these programs finds in three networks with five servers. */
export async function findsInNetworks(programs: readonly string[]): Promise<readonly FindRun[]> {
  const order: FindOrder = { programs, still: true }
  const [unshare, ...options] = NAMESPACES
  const args = [...options, process.execPath, '--import', 'tsx', FIND_LAN, JSON.stringify(order)]
  const { stdout } = await run(unshare, args, { maxBuffer: 2 ** 24 })
  const lines = stdout.split('\n').filter((line) => line.startsWith('{'))
  return lines.map((line) => JSON.parse(line) as FindRun)
}

/** They are in the list and in the table, and where nobody is one sentence says so. */
export function expectFive(runs: readonly FindRun[]): void {
  const names = FIVE.map(({ name }) => name)
  expect(runs.map(({ what, code }) => `${what}: ${code}`)).toEqual(['nobody: 1', 'five: 0', 'table: 0'])
  const [nobody, five, table] = runs.map(({ said }) => said)
  expect(nobody).toBe('')
  const listed = JSON.parse(five ?? '') as readonly { readonly name: string }[]
  expect(listed.map(({ name }) => name)).toEqual(expect.arrayContaining(names))
  for (const name of names) expect(table).toContain(name)
}

/** Writes a page and serves another one, for an unclaimed server. */
export async function writesAndServes(program: string): Promise<void> {
  const host = await startHost({ behaviour: 'unclaimed' })
  const folder = await mkdtemp(join(tmpdir(), 'written-'))
  const file = join(folder, 'Setup Plex.html')
  const serving = start(['serve', '--server', host.origin, '--listen', '127.0.0.1:0'], {}, program)
  try {
    const wrote = await start(['write', '--server', host.origin, '--out', file], {}, program).ended
    expect(wrote).toEqual({ code: 0, said: `${file}\n`, complained: '' })
    expect(readFileSync(file, 'utf8')).toContain(ATTIC.machineIdentifier)

    await expect.poll(serving.soFar, { timeout: 10_000 }).toContain('The page is at')
    const port = Number(/:(\d+)\/\n/.exec(serving.soFar())?.[1])
    expect((await ask(port, 'GET /')).body).toContain(ATTIC.machineIdentifier)
    expect((await ask(port, 'GET /identity')).body).toContain(ATTIC.machineIdentifier)
    serving.child.kill('SIGTERM')
    expect(await serving.ended).toMatchObject({ code: 0, complained: '' })
  } finally {
    serving.child.kill('SIGKILL')
    await host.stop()
    await rm(folder, { recursive: true })
  }
}
