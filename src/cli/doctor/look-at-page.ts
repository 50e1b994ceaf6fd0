import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Address } from '../../lib/address.ts'
import { EMPTY_ELEMENT } from '../../stamp/format.ts'
import { parseStamp } from '../../stamp/read-stamp.ts'
import { PAGE_NAME } from '../package-files.ts'
import type { AddressAnswer, PageFact } from './facts.ts'
import { codeOf } from './within.ts'

/** What stands under the page's name. */
export type PlacedFile = { readonly text: string; readonly mode: number }

/** No page is larger. */
const MOST_BYTES = 8 * 1_024 * 1_024
const OF_OTHERS = 0o077
const [BEGIN = '', END = ''] = EMPTY_ELEMENT.split('{}')
/** Windows has neither: there, nobody could lay a link or a pipe into the folder of another user. */
const AS_A_FILE = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/**
 * What stands in the place of the page. `packaged` is the page of this package with its stamp empty. `ask` asks the
 * addresses that the page names.
 */
export async function lookAtPage(
  folder: string,
  packaged: string,
  ask: (addresses: readonly Address[]) => Promise<readonly AddressAnswer[]>,
  read: (file: string) => Promise<PlacedFile | null> = readPlaced,
): Promise<PageFact> {
  try {
    const placed = await read(join(folder, PAGE_NAME))
    const parts = placed === null ? null : partsOf(placed.text)
    if (placed === null || parts === null) return { kind: 'foreign' }
    const stamp = parseStamp(parts.stamp)
    return {
      kind: 'page',
      stamp,
      isThisVersion: parts.empty === packaged,
      isOpenToOthers: process.platform !== 'win32' && (placed.mode & OF_OTHERS) !== 0,
      answers: await ask(stamp.addresses),
    }
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT') return { kind: 'none' }
    return { kind: code === 'EACCES' || code === 'EPERM' ? 'hidden' : 'foreign' }
  }
}

/** The stamp of a page, and the page without it; null where it has not exactly one. */
function partsOf(html: string): { readonly stamp: string; readonly empty: string } | null {
  const [before = '', rest, another] = html.split(BEGIN)
  const end = rest?.indexOf(END) ?? -1
  if (rest === undefined || another !== undefined || end < 0) return null
  return { stamp: rest.slice(0, end), empty: before + EMPTY_ELEMENT + rest.slice(end + END.length) }
}

/**
 * The file, or null for what is none or too large. A link is not followed, and nothing is waited for: as root this
 * program reads in a folder of somebody else's. Rejects with the system's error.
 */
async function readPlaced(file: string): Promise<PlacedFile | null> {
  const handle = await open(file, AS_A_FILE)
  try {
    const found = await handle.stat()
    if (!found.isFile() || found.size > MOST_BYTES) return null
    return { text: await handle.readFile('utf8'), mode: found.mode }
  } finally {
    await handle.close()
  }
}
