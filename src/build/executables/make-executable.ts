import { execFile } from 'node:child_process'
import { chmod, copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { faultIn } from './check-executable.ts'
import { nodeProgram } from './node-programs.ts'
import { signed } from './sign-mach-o.ts'
import type { ExecutableTarget } from './targets.ts'
import { unsigned } from './unsigned-pe.ts'

const run = promisify(execFile)
const require = createRequire(import.meta.url)
const POSTJECT = require.resolve('postject/dist/cli.js')
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2'

/** What an executable has inside; the command asks for the page and for package.json by these names. */
export type Inside = {
  /** The command as one module. */
  readonly program: string
  readonly page: string
  /** The text of package.json, for the version. */
  readonly about: string
}

/**
 * Makes the executable and checks it as far as that goes without running it. The same things inside always give the
 * same bytes. Throws `NotHere` where npm does not have the Node for it.
 */
export async function makeExecutable(target: ExecutableTarget, inside: Inside): Promise<Buffer> {
  const [node, maker] = [await nodeProgram(target.node), await nodeProgram(target.maker)]
  const folder = await mkdtemp(join(tmpdir(), 'setup-plex-executable-'))
  try {
    const made = join(folder, target.file)
    const settings = await settingsIn(folder, inside)
    if (target.by === 'node') await byNode(maker, { ...settings, executable: node, output: made }, folder)
    else await byPostject(maker, settings, node, made, folder)
    const file = await signatureSet(await readFile(made), target, node)
    const fault = faultIn(file, target, [Buffer.from(inside.program), Buffer.from(inside.page)])
    if (fault !== null) throw new Error(`${target.file}: ${fault}`)
    return file
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Relative paths only: Node keeps some of them in what it makes. */
async function settingsIn(folder: string, { program, page, about }: Inside): Promise<object> {
  const files = { 'setup-plex.mjs': program, 'page.html': page, 'package.json': about }
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return {
    main: 'setup-plex.mjs',
    mainFormat: 'module',
    disableExperimentalSEAWarning: true,
    // Nobody can put other code into a command that root runs.
    execArgvExtension: 'none',
    assets: { 'dist/Setup Plex.html': 'page.html', 'package.json': 'package.json' },
  }
}

async function byNode(maker: string, settings: object, folder: string): Promise<void> {
  await writeFile(join(folder, 'settings.json'), JSON.stringify(settings))
  await run(maker, ['--build-sea', 'settings.json'], { cwd: folder })
}

async function byPostject(
  maker: string,
  settings: object,
  node: string,
  made: string,
  folder: string,
): Promise<void> {
  await writeFile(join(folder, 'settings.json'), JSON.stringify({ ...settings, output: 'blob' }))
  await run(maker, ['--experimental-sea-config', 'settings.json'], { cwd: folder })
  await copyFile(node, made)
  await chmod(made, 0o755)
  const blob = [made, 'NODE_SEA_BLOB', join(folder, 'blob')]
  const options = ['--sentinel-fuse', FUSE, '--macho-segment-name', 'NODE_SEA']
  await run(process.execPath, [POSTJECT, ...blob, ...options])
}

/** What was changed no longer suits the signature that Node's makers gave it. */
async function signatureSet(file: Buffer, { format }: ExecutableTarget, node: string): Promise<Buffer> {
  switch (format) {
    case 'ELF':
      return file
    case 'Mach-O':
      return signed(file, 'setup-plex')
    case 'PE':
      return unsigned(file, await readFile(node))
  }
}
