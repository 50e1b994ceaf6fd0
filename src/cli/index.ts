import type { StampValue } from '../stamp/format.ts'
import { stampedPage } from '../stamp/write-stamp.ts'
import { packagedPage } from './package-files.ts'
import { writePage } from './write/write-page.ts'

export type { StampValue }

/**
 * The page with this stamp in it, ready to be served or written. `page` is a built page with an empty stamp; the one in
 * this package unless given. Rejects with a `TypeError` that names every part which the page could not read back.
 * Rejects with an `Error` where `page` has not exactly one empty stamp.
 */
export async function stamp(value: StampValue, page?: string): Promise<string> {
  return stampedPage(page ?? (await packagedPage()), value)
}

/**
 * Puts a stamped page in its place in one step, for its owner only (mode 0600). A link in its place is replaced and not
 * followed. The folder must be there. Rejects with the system's error and leaves nothing behind then.
 */
export async function write(file: string, stampedHtml: string): Promise<void> {
  await writePage(file, stampedHtml)
}
