import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { createBrotliDecompress } from 'node:zlib'
import type { OldEngine } from './engines.ts'

const run = promisify(execFile)

/** The engine can't be had here; the reason is for people. */
export class NotHere extends Error {}

/** Outside the project, so that a fresh clone has them as well; 130 MB each. */
function cacheFolder(): string {
  const caches = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache')
  return join(process.env['SETUP_PLEX_CACHE'] ?? join(caches, 'setup-plex'), 'old-engines')
}

/**
 * The engine's program on this computer, fetched where it is missing. Throws `NotHere` where it can't be had, and another
 * error where what came is not what was expected.
 */
export async function programOf(engine: OldEngine): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new NotHere('it is a program for Linux on x64')
  // A folder for each: some of them write beside themselves.
  const home = join(cacheFolder(), `${engine.version}-${engine.sha256.slice(0, 12)}`)
  const program = join(home, 'chromium')
  if (existsSync(program)) return program
  await mkdir(cacheFolder(), { recursive: true })
  const folder = await mkdtemp(join(cacheFolder(), 'coming-'))
  try {
    const ready = join(folder, 'ready')
    const unpacked = join(ready, 'chromium')
    await mkdir(ready)
    await unpack(await packed(engine, folder), unpacked)
    const found = await sha256Of(unpacked)
    if (found !== engine.sha256) throw new Error(`${engine.spec} holds another program: sha256 ${found}`)
    await chmod(unpacked, 0o755)
    await rename(ready, home).catch((error: unknown) => {
      // Another run was faster.
      if (!existsSync(program)) throw error
    })
    return program
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The package as npm gives it; whoever has none gets npm's own words. */
async function packed({ spec }: OldEngine, folder: string): Promise<string> {
  try {
    await run('npm', ['pack', spec, '--silent'], { cwd: folder, timeout: 300_000 })
  } catch (error) {
    throw new NotHere(`"npm pack ${spec}" failed: ${error instanceof Error ? error.message : String(error)}`)
  }
  const [file] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'))
  if (file === undefined) throw new Error(`"npm pack ${spec}" left no package`)
  return join(folder, file)
}

async function unpack(file: string, program: string): Promise<void> {
  const tar = spawn('tar', ['-xzOf', file, 'package/bin/chromium.br'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await pipeline(tar.stdout, createBrotliDecompress(), createWriteStream(program))
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
