// @vitest-environment node
import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { commandLines } from '../build/command-lines.ts'

const run = promisify(execFile)
const LINES = commandLines([])

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'setup plex documents-'))
  await copyFile(inject('tarball'), join(folder, basename(inject('tarball'))))
})
afterAll(() => rm(folder, { recursive: true }))

/** Runs a line of the documents in a shell, in a folder that holds nothing but the packed package. */
async function commandIn(document: string, start: string, more = ''): Promise<string> {
  const found = LINES.find((each) => each.document === document && each.line.startsWith(start))
  expect(found, `${document} no longer says "${start} …"`).toBeDefined()
  const env = { ...process.env, npm_config_prefix: join(folder, 'global'), npm_config_offline: 'true' }
  const { stdout } = await run('sh', ['-c', `${found?.line} ${more}`], { cwd: folder, env })
  return stdout.trim()
}

test('the package works without being installed, as docs/command.md says', async () => {
  expect(await commandIn('docs/command.md', 'node --version')).toBe(process.version)
  await commandIn('docs/command.md', 'tar -xzf')
  expect(await commandIn('docs/command.md', 'node package/', '--version')).toMatch(/^\d+\.\d+\.\d+$/)
})

test('the package is installed for everybody, as docs/command.md says', { timeout: 60_000 }, async () => {
  await commandIn('docs/command.md', 'npm install --global')
  const { stdout } = await run(join(folder, 'global/bin/setup-plex'), ['--help'])
  expect(stdout).toMatch(/^setup-plex helps/)
  // Where `man` looks.
  const manual = await readFile(join(folder, 'global/share/man/man1/setup-plex.1'), 'utf8')
  expect(manual).toContain('.SH SYNOPSIS')
})

test('the page is stamped by the example, as docs/embedding.md says', async () => {
  await commandIn('docs/command.md', 'tar -xzf')
  await commandIn('docs/embedding.md', 'echo')
  expect(await readFile(join(folder, 'Setup Plex.html'), 'utf8')).toContain('{"friendlyName":"Attic"}')
})
