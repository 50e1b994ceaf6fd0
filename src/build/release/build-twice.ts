import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { COMPONENTS } from '../component-list.ts'
import { NOTICES } from '../notices-plugin.ts'
import { run } from './run.ts'
import { differences, filesBelow, summed, type SummedFile } from './sums.ts'
import { freshCopy } from './tree.ts'

/** A copy of the project in which the package was built, and the folder that it was packed into. */
export type BuiltCopy = { readonly copy: string; readonly packed: string }

/** Then both are left for somebody to look at. */
export class BuildsDiffer extends Error {}

/** Two computers differ in these, and a build must not. */
const SURROUNDINGS = [
  { folder: 'one', env: { TZ: 'UTC', LC_ALL: 'C' } },
  { folder: 'the other, elsewhere', env: { TZ: 'Asia/Kathmandu', LC_ALL: 'C.UTF-8' } },
] as const
/** npm packs files with the rights that they have, so everybody may read them. */
const UMASK = 0o022

/**
 * Builds the package in two fresh copies of a commit, each with packages installed anew. Gives the first back.
 * Rejects with the names of what differs where the two are not the same to the byte.
 */
export async function buildTwice(
  root: string,
  commit: string,
  work: string,
  say: (step: string) => void,
): Promise<BuiltCopy> {
  process.umask(UMASK)
  const built: BuiltCopy[] = []
  for (const { folder, env } of SURROUNDINGS) {
    say(`Building in a fresh copy (${built.length + 1} of ${SURROUNDINGS.length}) …`)
    const [copy, packed] = [join(work, folder, 'setup-plex'), join(work, folder, 'packed')]
    await freshCopy(root, commit, copy)
    await mkdir(packed)
    await run('npm', ['pack', '--loglevel=error', '--pack-destination', packed], { cwd: copy, env })
    built.push({ copy, packed })
  }
  const [one, other] = built
  if (one === undefined || other === undefined) throw new Error('Nothing was built')
  const differing = differences(await madeIn(one), await madeIn(other))
  if (differing.length > 0) {
    throw new BuildsDiffer(
      `Two builds of the same commit differ in ${differing.join(', ')}; they are left in ${work}.`,
    )
  }
  return one
}

/** The name of the packed package. */
export async function tarballIn({ packed }: BuiltCopy): Promise<string> {
  const name = (await readdir(packed)).find((file) => file.endsWith('.tgz'))
  if (name === undefined) throw new Error('npm packed nothing')
  return name
}

/** The page, the command with its types and manual, the lists of licences, and the package. */
async function madeIn({ copy, packed }: BuiltCopy): Promise<readonly SummedFile[]> {
  const folders = [join(copy, 'dist'), join(copy, 'dist-node'), packed]
  const files = await Promise.all(folders.map(filesBelow))
  const lists = await Promise.all([NOTICES, COMPONENTS].map((name) => summed(copy, name)))
  return [...files.flat(), ...lists]
}
