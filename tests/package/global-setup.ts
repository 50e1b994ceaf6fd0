import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { projectCopy } from '../build/project-copy.ts'

const run = promisify(execFile)
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const BUILT = join(ROOT, 'dist', 'Setup Plex.html')

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder in which the packed package, and nothing else, is installed. */
    installed: string
    /** What `npm pack` made. */
    tarball: string
  }
}

/** What a package must not take over: it is for real servers, and for people. */
const ELSEWHERE = { NODE_ENV: 'development', VITE_ACCOUNT_ORIGIN: 'http://127.0.0.1:45678' }

/** Packs the package and installs it in an empty folder, as somebody does who has nothing but the tarball. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // The tests of the command itself take the page of this checkout.
  if (!existsSync(BUILT)) await run('npm', ['run', 'build'], { cwd: ROOT })
  const packed = await mkdtemp(join(tmpdir(), 'setup-plex-packed-'))
  const installed = await mkdtemp(join(tmpdir(), 'setup plex ü-'))
  const copy = await projectCopy()
  await run('npm', ['pack', '--silent', '--pack-destination', packed], {
    cwd: copy,
    env: { ...process.env, ...ELSEWHERE },
  })
  await rm(copy, { recursive: true, force: true })
  const [name = ''] = await readdir(packed)
  const tarball = join(packed, name)
  await writeFile(join(installed, 'package.json'), '{ "private": true, "type": "module" }')
  // Offline: there is nothing that it would have to fetch.
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], { cwd: installed })
  project.provide('installed', installed)
  project.provide('tarball', tarball)
  return async () => {
    for (const folder of [packed, installed]) await rm(folder, { recursive: true, force: true })
  }
}
