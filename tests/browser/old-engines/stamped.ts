import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { filledPage } from '../../../src/stamp/write-stamp.ts'

export type StampedFile = { readonly url: string; readonly remove: () => Promise<void> }

/** The built page on disk, as a server with these addresses leaves it there. */
export async function stampedFile(
  page: string,
  machineIdentifier: string,
  addresses: readonly string[],
): Promise<StampedFile> {
  const folder = await mkdtemp(join(tmpdir(), 'setup plex ü-'))
  const file = join(folder, 'Setup Plex.html')
  const server = { machineIdentifier, friendlyName: 'Attic NAS', addresses }
  await writeFile(file, filledPage(await readFile(page, 'utf8'), { format: 1, server }))
  return { url: pathToFileURL(file).href, remove: () => rm(folder, { recursive: true, force: true }) }
}
