import { cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PAGE_NAME } from '../build-page.ts'
import { COMPONENTS } from '../component-list.ts'
import { NOTICES } from '../notices-plugin.ts'
import { buildTwice, BuildsDiffer, tarballIn, type BuiltCopy } from './build-twice.ts'
import { makersIn, wordsFor } from './makers.ts'
import { faultOf, pageSumIn, parseReport } from './of-build.ts'
import { Parts } from './parts.ts'
import { refusalOf } from './refusal.ts'
import { run } from './run.ts'
import { contentsOf, filesBelow, sumOf } from './sums.ts'
import { folderFor, lastCommit, treeIn } from './tree.ts'
import { writeIndex } from './write-index.ts'

export type Wishes = {
  readonly matrix: boolean
  readonly benchmarks: boolean
  readonly say: (text: string) => void
}

const REPORT = 'tests/browser/matrix/report.md'
const BENCHMARK_TIMES = '5'

/**
 * Makes the folder `release/<version>` from the last commit, whole or not at all, and resolves to its path. Rejects with a
 * sentence that says what to do.
 */
export async function makeRelease(root: string, wishes: Wishes): Promise<string> {
  const tree = await treeIn(root)
  const refusal = refusalOf(tree)
  if (refusal !== null) throw new Error(refusal)
  // Somebody who has to run the matrix first wants to know before all is built.
  await reportIn(root, wishes.matrix)
  const work = await mkdtemp(join(tmpdir(), 'setup-plex-release-'))
  let isKept = false
  try {
    const parts = new Parts(join(work, tree.version))
    await mkdir(parts.folder)
    await takeAll(parts, root, work, tree.changes ?? '', wishes)
    const { checks, gaps, files } = parts
    await writeIndex(parts.folder, {
      version: tree.version,
      changes: tree.changes ?? '',
      checks,
      gaps,
      files,
    })
    const place = folderFor(root, tree.version)
    await rm(`${place}.part`, { recursive: true, force: true })
    await cp(parts.folder, `${place}.part`, { recursive: true })
    await rename(`${place}.part`, place)
    for (const gap of parts.gaps) wishes.say(`Missing: ${gap}`)
    return place
  } catch (error) {
    isKept = error instanceof BuildsDiffer
    throw error
  } finally {
    if (!isKept) await rm(work, { recursive: true, force: true })
  }
}

async function takeAll(
  parts: Parts,
  root: string,
  work: string,
  changes: string,
  wishes: Wishes,
): Promise<void> {
  const commit = await lastCommit(root)
  const built = await buildTwice(root, commit.id, work, wishes.say)
  const pageSum = sumOf(await readFile(join(built.copy, 'dist', PAGE_NAME)))
  await takeReport(parts, await reportIn(root, wishes.matrix, pageSum))
  await takePackage(parts, built, changes)
  await takeOthers(parts, built, commit.date, wishes)
  await takeBenchmarks(parts, built, pageSum, wishes)
  const npm = (await run('npm', ['--version'], { cwd: root })).trim()
  parts.checks.push(
    `It was built twice from commit ${commit.id}, in two fresh folders with packages installed anew, the second time in another time zone and language. The page, the command and the package are the same to the byte.`,
    `Node ${process.versions.node} and npm ${npm} built it.`,
  )
}

/** The matrix's report; null where none is wished for. Rejects where it does not speak for the page with this sum. */
async function reportIn(root: string, wished: boolean, pageSum?: string): Promise<string | null> {
  if (!wished) return null
  const text = await readFile(join(root, REPORT), 'utf8').catch(() => '')
  const report = parseReport(text)
  const fault = faultOf(report, pageSum ?? report?.pageSum ?? '')
  if (fault === null) return text
  throw new Error(
    `The matrix does not speak for this build: ${fault}. Run "npm run matrix" and this again, or add --without-matrix, which the release then says.`,
  )
}

async function takeReport(parts: Parts, text: string | null): Promise<void> {
  if (text === null) {
    parts.gaps.push('A report of the matrix of browsers and faults: it was released without one.')
    return
  }
  await parts.write('matrix.txt', text, 'What each browser did in every journey and fault')
  parts.checks.push(
    `In the matrix of browsers and faults, ${parseReport(text)?.passed ?? 0} cells passed and none failed. It used a page of the same sources that leads to a pretend account.`,
  )
}

async function takePackage(parts: Parts, built: BuiltCopy, changes: string): Promise<void> {
  const { copy, packed } = built
  const name = await tarballIn(built)
  await parts.copy(join(copy, 'dist', PAGE_NAME), 'The page, for servers that write it out themselves')
  await parts.copy(join(packed, name), 'The package for npm: page, command, library and documents')
  const unpacked = join(packed, 'unpacked')
  await mkdir(unpacked)
  await run('tar', ['-xzf', join(packed, name), '-C', unpacked], { cwd: packed })
  const contents = contentsOf(name, await filesBelow(join(unpacked, 'package')))
  await parts.write('contents.txt', contents, 'What is in the package, with sizes')
  await parts.write('notes.txt', `${changes}\n`, 'What is new, to be copied')
  await parts.copy(join(copy, COMPONENTS), 'What is bundled from others, as CycloneDX')
  await parts.copy(join(copy, NOTICES), 'The licences of that')
  await parts.copy(join(copy, 'LICENSE'), 'The licence of Setup Plex')
}

/** What others make, by their scripts. */
async function takeOthers(parts: Parts, built: BuiltCopy, date: string, { say }: Wishes): Promise<void> {
  const { copy, packed } = built
  const { scripts } = JSON.parse(await readFile(join(copy, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>
  }
  const tarball = join(packed, await tarballIn(built))
  const { there, missing } = makersIn(scripts)
  for (const { script, folder, what, args } of there) {
    say(`Making: ${what} …`)
    await mkdir(join(copy, folder), { recursive: true })
    await run('npm', ['run', script, '--', ...args(tarball)], { cwd: copy, env: { SOURCE_DATE_EPOCH: date } })
    const files = await filesBelow(join(copy, folder))
    if (files.length === 0) throw new Error(`"npm run ${script}" made nothing in ${folder}.`)
    for (const { path } of files) {
      const words = wordsFor(what, path)
      if (words !== null) await parts.copy(join(copy, folder, path), words)
    }
    parts.checks.push(`"npm run ${script}" was run once, and not compared.`)
  }
  parts.gaps.push(...missing.map(({ script, what }) => `${what}: there is no "npm run ${script}".`))
}

async function takeBenchmarks(
  parts: Parts,
  { copy }: BuiltCopy,
  pageSum: string,
  wishes: Wishes,
): Promise<void> {
  if (!wishes.benchmarks) {
    parts.gaps.push('Figures of the benchmarks: it was released without them.')
    return
  }
  wishes.say('Measuring until when the state is on screen …')
  const text = await run('npm', ['run', '--silent', 'bench:paint', '--', '--times', BENCHMARK_TIMES], {
    cwd: copy,
  })
  if (pageSumIn(text) !== pageSum) throw new Error('The benchmarks built another page than the release has.')
  await parts.write('benchmarks.txt', text, 'When the state of a server is on screen')
  parts.checks.push(
    `The time until the state is on screen was measured with this very page, ${BENCHMARK_TIMES} times for each line.`,
  )
}
