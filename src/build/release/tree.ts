import { existsSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { changesOf } from './changes.ts'
import type { Tree } from './refusal.ts'
import { run } from './run.ts'

/** What git and the files of the project say. */
export async function treeIn(root: string): Promise<Tree> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const status = await run('git', ['status', '--porcelain'], { cwd: root })
  return {
    version,
    changes: changesOf(await readFile(join(root, 'CHANGELOG.md'), 'utf8'), version),
    dirty: status.split('\n').filter((line) => line !== ''),
    isThere: existsSync(folderFor(root, version)),
  }
}

/** Where a release of this version is. */
export function folderFor(root: string, version: string): string {
  return join(root, 'release', version)
}

/** The last commit, and when it was made, in seconds since 1970 as programs that build ask for it. */
export async function lastCommit(root: string): Promise<{ readonly id: string; readonly date: string }> {
  const said = await run('git', ['log', '-1', '--format=%H %ct'], { cwd: root })
  const [id = '', date = ''] = said.trim().split(' ')
  return { id, date }
}

/** Puts the files of a commit, and nothing else, into a folder. */
export async function freshCopy(root: string, commit: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const archive = `${folder}.tar`
  await run('git', ['archive', '--format=tar', `--output=${archive}`, commit], { cwd: root })
  await run('tar', ['-xf', archive], { cwd: folder })
  await rm(archive)
}
