import { readFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inject } from 'vitest'
import { filledPage } from '../../../src/stamp/write-stamp.ts'

export type Stamped = { readonly server?: object; readonly signIn?: object }

/** The page's text with a stamp in it. */
export async function pageFor(stamp: Stamped, which: 'demoPage' | 'realPage' = 'demoPage'): Promise<string> {
  return filledPage(await readFile(inject(which), 'utf8'), { format: 1, ...stamp })
}

/** A stamped page on disk, as the server leaves it there. */
export async function fileFor(
  stamp: Stamped,
  which: 'demoPage' | 'realPage' = 'demoPage',
): Promise<{ readonly url: string; readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'setup plex ü-'))
  const file = join(folder, 'Setup Plex.html')
  await writeFile(file, await pageFor(stamp, which))
  return { url: pathToFileURL(file).href, remove: () => rm(folder, { recursive: true, force: true }) }
}
