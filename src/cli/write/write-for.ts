import { dirname } from 'node:path'
import type { Address } from '../../lib/address.ts'
import type { Identity } from '../../server/identity.ts'
import { stampedPage } from '../../stamp/write-stamp.ts'
import { EXIT, Problem } from '../problem.ts'
import type { SelfDescription } from './self-description.ts'
import { stampOf } from '../stamp-of.ts'
import { writePage } from './write-page.ts'

export type WriteOrder = {
  readonly server: Address
  /** An absolute path, for people. */
  readonly file: string
  /** The path to write to; throws where the folder can't be entered. */
  readonly way: () => string
  /** The built page with its stamp empty. */
  readonly page: string
  /** Where other computers reach the server, at this moment. */
  readonly addresses: () => readonly Address[]
  /** What the people around the server speak. */
  readonly language: string | undefined
  readonly describe: () => Promise<SelfDescription>
}

/** What the system says when a file can't be written, in words. */
const REFUSALS: Readonly<Record<string, (file: string) => string>> = {
  ENOENT: (file) => `There is no folder ${dirname(file)}; create it, or say where to write with --out.`,
  ENOTDIR: (file) => `${dirname(file)} is no folder; say where to write with --out.`,
  EACCES: (file) =>
    `${dirname(file)} may not be written to; run this as a user who may, such as the one the server runs as.`,
  EPERM: (file) =>
    `${dirname(file)} may not be written to; run this as a user who may, such as the one the server runs as.`,
  EROFS: (file) => `${dirname(file)} is read-only; say where to write with --out.`,
  EISDIR: (file) => `${file} is a folder; move it away, or say where to write with --out.`,
  ENOTEMPTY: (file) => `${file} is a folder; move it away, or say where to write with --out.`,
  ENOSPC: (file) => `There is no space left for ${file}; make room, and run this again.`,
  EDQUOT: (file) => `There is no space left for ${file}; make room, and run this again.`,
}

/** Writes the page for the server with this identity. Throws a `Problem` where the system refuses. */
export async function writeFor(order: WriteOrder, identity: Identity): Promise<void> {
  const stamp = stampOf(identity, order.addresses(), await order.describe(), order.language)
  try {
    await writePage(order.way(), stampedPage(order.page, stamp))
  } catch (error) {
    throw inWords(error, order.file)
  }
}

/** The path to write to. Throws a `Problem` where the system refuses. */
export function wayOf(order: WriteOrder): string {
  try {
    return order.way()
  } catch (error) {
    throw inWords(error, order.file)
  }
}

function inWords(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const sentence = REFUSALS[code]?.(file)
  return sentence === undefined ? error : new Problem(sentence, EXIT.refused)
}
