import { randomBytes } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Only the owner may read or write the page. */
const MODE = 0o600

/**
 * Puts the page in its place in one step: whoever opens the file meets the old page or the new one, never half
 * of one. Fails with the system's error and leaves nothing behind then.
 */
export async function writePage(file: string, html: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const draft = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}`)
  try {
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
