import { randomBytes } from 'node:crypto'
import { lstat, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Only the owner may read or write the page. */
const MODE = 0o600
/** A draft is there for milliseconds; one that is older was left by a program that was ended in the middle. */
const LEFT_BEHIND_MS = 10_000
const SUFFIX = /^[0-9a-f]{12}$/

/**
 * Puts the page in its place in one step. A reader of the file meets the old page or the new one, never half of one. No
 * other user may read it at any time. A link in its place is replaced and not followed. Fails with the system's error
 * and leaves nothing behind then; what an earlier run left behind goes as well.
 */
export async function writePage(file: string, html: string): Promise<void> {
  await clearAway(file)
  const folder = dirname(file)
  const draft = join(folder, `${prefixOf(file)}${randomBytes(6).toString('hex')}`)
  try {
    // Created here and by nobody else, or not at all: a link that waits under this name is an error.
    const handle = await open(draft, 'wx', MODE)
    try {
      await handle.writeFile(html)
      // Renaming a file whose bytes are still on their way would survive a power cut as an empty page.
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

function prefixOf(file: string): string {
  return `.${basename(file)}.`
}

async function clearAway(file: string): Promise<void> {
  const folder = dirname(file)
  const prefix = prefixOf(file)
  const names = await readdir(folder)
  const drafts = names.filter((name) => name.startsWith(prefix) && SUFFIX.test(name.slice(prefix.length)))
  for (const draft of drafts.map((name) => join(folder, name))) {
    const found = await lstat(draft).catch(() => null)
    // A draft that can't be removed is in nobody's way.
    if (found !== null && Date.now() - found.mtimeMs > LEFT_BEHIND_MS) await rm(draft).catch(() => {})
  }
}
