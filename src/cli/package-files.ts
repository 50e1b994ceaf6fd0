import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { getAsset, isSea } from 'node:sea'
import { fileURLToPath } from 'node:url'

/** How the page is called wherever it is written. */
export const PAGE_NAME = 'Setup Plex.html'
const PAGE = `dist/${PAGE_NAME}`
const ABOUT = 'package.json'

/** The package's own folder: one above the built program, two above its source. */
const ROOT = ['..', '../..']
  .map((up) => new URL(`${up}/`, import.meta.url))
  .find((folder) => existsSync(new URL(ABOUT, folder)))

/** The built page, with its stamp empty. Fails with a sentence where it was never built. */
export async function packagedPage(): Promise<string> {
  try {
    return await textOf(PAGE)
  } catch (error) {
    throw new Error('The page is missing from this package; run "npm run build" first.', { cause: error })
  }
}

/** The version of this package. */
export async function packagedVersion(): Promise<string> {
  const { version } = JSON.parse(await textOf(ABOUT)) as { version: string }
  return version
}

/** From the package's folder, or from inside a single executable, which has it under the same name. */
async function textOf(name: string): Promise<string> {
  return isSea() ? getAsset(name, 'utf8') : readFile(fileURLToPath(new URL(name, ROOT)), 'utf8')
}
