// Tries out what a release gives away besides the page and the package of npm: the container by its Dockerfile's steps,
// the Debian package in a Debian of its own.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '../../src/build/build-page.ts'
import { makeBaseSystem } from './base-system.ts'
import type { Things } from './in-namespace.ts'

const USAGE = 'npm run release:check [-- --package FILE.tgz] [--executable FILE]'
const CHECKS = [
  'the container, by the steps of its Dockerfile and the compose file',
  'the Debian package, installed',
]
const PROGRAMS = ['debootstrap', 'dpkg-deb', 'unshare', 'ip', 'chroot', 'setpriv']

const { values } = given(process.argv.slice(2))
const missing = wanted()
if (missing !== null) {
  for (const name of CHECKS) console.error(`NOT RUN: ${name}, for want of ${missing}.`)
  process.exit(1)
}

const scratch = mkdtempSync(join(tmpdir(), 'setup-plex-release-'))
try {
  const tarball = values.package === undefined ? packed() : resolve(values.package)
  execFileSync('tar', ['-xzf', tarball, '-C', scratch])
  const things: Things = {
    scratch,
    base: join(scratch, 'base'),
    unpacked: join(scratch, 'package'),
    debs: [built(tarball), ...(values.executable === undefined ? [] : [built(tarball, values.executable)])],
  }
  console.log('Making a small Debian, which takes a minute or two …')
  makeBaseSystem(things.base)
  const inside = [
    process.execPath,
    '--import',
    'tsx',
    'tests/release/in-namespace.ts',
    JSON.stringify(things),
  ]
  const outside = ['--net', '--mount', '--propagation', 'private', ...inside]
  process.exitCode =
    spawnSync('unshare', outside, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] }).status ?? 1
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

function given(args: string[]): {
  readonly values: { readonly package?: string; readonly executable?: string }
} {
  try {
    return parseArgs({ args, options: { package: { type: 'string' }, executable: { type: 'string' } } })
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
    return process.exit(1)
  }
}

/** What this computer lacks for any of it; null where it has all. */
function wanted(): string | null {
  if (process.platform !== 'linux') return 'Linux'
  if (process.getuid?.() !== 0) return 'root'
  const lost = PROGRAMS.filter((name) => spawnSync('which', [name]).status !== 0)
  return lost.length === 0 ? null : lost.join(', ')
}

function packed(): string {
  execFileSync('npm', ['pack', '--silent', '--pack-destination', scratch], { cwd: ROOT, stdio: 'pipe' })
  return join(scratch, readdirSync(scratch).find((name) => name.endsWith('.tgz')) ?? '')
}

function built(tarball: string, executable?: string): string {
  const program = ['--import', 'tsx', 'src/build/deb/build-deb.ts', '--package', tarball, '--out', scratch]
  const more = executable === undefined ? [] : ['--executable', resolve(executable)]
  return execFileSync(process.execPath, [...program, ...more], { cwd: ROOT, encoding: 'utf8' }).trim()
}
