import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { indexPage, type Release } from './index-page.ts'
import { filesBelow, summed, sumsFile } from './sums.ts'

const INDEX = 'index.html'
const ABOUT = 'release.json'
const SUMS = 'SHA256SUMS'

/** What is said about a release; its sums are always those of the files as they are. */
export type About = Omit<Release, 'files' | 'sums'> & {
  readonly files: readonly { readonly path: string; readonly what: string }[]
}

/** Writes the index of a folder, what is said in it for programs, and the sums of everything. */
export async function writeIndex(folder: string, about: About): Promise<void> {
  const files = await Promise.all(
    about.files.map(async ({ path, what }) => ({ ...(await summed(folder, path)), what })),
  )
  await writeFile(join(folder, ABOUT), `${JSON.stringify({ ...about, files }, null, 2)}\n`)
  await writeFile(join(folder, INDEX), indexPage({ ...about, files, sums: SUMS }))
  // Neither the list itself nor its signature can be in it.
  const all = (await filesBelow(folder)).filter(({ path }) => !path.startsWith(SUMS))
  await writeFile(join(folder, SUMS), sumsFile(all))
}

/** The same for a folder in which somebody signed files, and so changed them. Rejects where it is no release. */
export async function sumAgain(folder: string): Promise<void> {
  const text = await readFile(join(folder, ABOUT), 'utf8').catch(() => {
    throw new Error(`There is no release in ${folder}: make it first.`)
  })
  await writeIndex(folder, JSON.parse(text) as About)
}
