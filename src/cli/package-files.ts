import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const PAGE = 'dist/Setup Plex.html'

/** The package's own folder: one above the built program, two above its source. */
const ROOT = ['..', '../..']
  .map((up) => new URL(`${up}/`, import.meta.url))
  .find((folder) => existsSync(new URL('package.json', folder)))

/** The built page, with its stamp empty. Fails with a sentence where it was never built. */
export async function packagedPage(): Promise<string> {
  try {
    return await readFile(fileOf(PAGE), 'utf8')
  } catch (error) {
    throw new Error('The page is missing from this package; run "npm run build" first.', { cause: error })
  }
}

/** The version of this package. */
export async function packagedVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(fileOf('package.json'), 'utf8')) as { version: string }
  return version
}

function fileOf(name: string): string {
  return fileURLToPath(new URL(name, ROOT))
}
