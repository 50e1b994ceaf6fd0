import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from '../build-page.ts'
import { LICENCES } from '../node-licences.ts'
import { architectureOf } from './architecture-of.ts'
import { debName, type DebFacts } from './control-texts.ts'
import { layOut } from './lay-out.ts'

const run = promisify(execFile)
/** Nobody can be reached there, and nobody else is bothered: who gives the package away says who they are. */
const NOBODY = 'The Setup Plex authors <setup-plex@nobody.invalid>'

/** What people may say, each by a path. */
export type DebOrder = {
  /** A package of npm; made anew where it is not given. */
  readonly package?: string
  /** A program that carries its own Node, with `LICENSE.txt` beside it. */
  readonly executable?: string
  /** The folder for what is made; the one in which this runs, unless said. */
  readonly out?: string
}

/** Makes the package and returns where it is. The same sources and the same date give the same bytes. */
export async function makeDeb(order: DebOrder, environment: NodeJS.ProcessEnv): Promise<string> {
  const dateS = await dateOfSources(environment['SOURCE_DATE_EPOCH'])
  const executable = order.executable === undefined ? null : resolve(order.executable)
  const architecture = executable === null ? 'all' : await architectureOf(executable)
  const folder = await mkdtemp(join(tmpdir(), 'setup-plex-deb-'))
  try {
    const tarball = order.package ?? (await packed(folder))
    await run('tar', ['-xzf', resolve(tarball), '-C', folder])
    const unpacked = join(folder, 'package')
    const { version } = JSON.parse(await readFile(join(unpacked, 'package.json'), 'utf8')) as {
      version: string
    }
    const licences = executable === null ? null : await licencesBeside(executable)
    const facts: DebFacts = { version, architecture, maintainer: maintainerIn(environment), dateS }
    const root = join(folder, 'root')
    await mkdir(root)
    await layOut(root, { unpacked, executable, licences }, facts)
    const deb = resolve(order.out ?? '.', debName(facts))
    await run('dpkg-deb', ['--root-owner-group', '-Zxz', '--build', root, deb], {
      env: { ...environment, SOURCE_DATE_EPOCH: String(dateS) },
    })
    return deb
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Node may be given away only with the terms of all that is inside it. */
async function licencesBeside(executable: string): Promise<string> {
  const file = join(dirname(executable), LICENCES)
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Error(
      `${LICENCES} is not beside ${executable}; "npm run executables" makes both, and the package has to hold the licence of the Node inside.`,
      { cause },
    )
  })
}

async function packed(folder: string): Promise<string> {
  const into = join(folder, 'packed')
  await mkdir(into)
  await run('npm', ['pack', '--silent', '--pack-destination', into], { cwd: ROOT })
  const [name = ''] = await readdir(into)
  return join(into, name)
}

/** As Debian's own programs are told. */
function maintainerIn({ DEBFULLNAME, DEBEMAIL }: NodeJS.ProcessEnv): string {
  return DEBEMAIL === undefined ? NOBODY : `${DEBFULLNAME ?? 'The Setup Plex authors'} <${DEBEMAIL}>`
}

/** In seconds since 1970: as given, or that of the last commit. */
async function dateOfSources(given: string | undefined): Promise<number> {
  if (given !== undefined && !/^\d+$/.test(given))
    throw new Error('SOURCE_DATE_EPOCH takes seconds since 1970.')
  if (given !== undefined) return Number(given)
  try {
    return Number((await run('git', ['log', '-1', '--format=%ct'], { cwd: ROOT })).stdout)
  } catch (cause) {
    throw new Error(
      'There is no commit here to take the date from; set SOURCE_DATE_EPOCH to seconds since 1970.',
      { cause },
    )
  }
}
