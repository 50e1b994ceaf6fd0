import { createHash } from 'node:crypto'
import { announceSignature, grow, segmentOf, signatureAt } from './mach-o.ts'

/** What is hashed at a time. */
const PAGE = 4_096
const HASH = 32
/** Of memory: 16 kB on arm64, which suits x64 as well. */
const MEMORY_PAGE = 16_384
/** A list with one entry, the directory of hashes (Apple, kern/cs_blobs.h). All numbers are big-endian. */
const LIST = { magic: 0xfade_0cc0, bytes: 20 } as const
const DIRECTORY = { magic: 0xfade_0c02, version: 0x2_04_00, bytes: 88 } as const
/** Nobody vouches for it, and a tool that signs properly may replace it. */
const AD_HOC_BY_LINKER = 0x2_00_02
const SHA_256 = 2
const MAIN_PROGRAM = 1n

/**
 * The program with an ad-hoc signature, as a linker makes it: it says that the file is whole, and not whose it is.
 * On arm64, macOS starts no program without one. The file must have none, and __LINKEDIT must be its end.
 */
export function signed(file: Buffer, identifier: string): Buffer {
  if (signatureAt(file) !== null) throw new Error('the program is signed already')
  const links = segmentOf(file, '__LINKEDIT')
  if (links.offset + links.size !== file.length) throw new Error('__LINKEDIT is not the end of the program')
  const offset = Math.ceil(file.length / 16) * 16
  const size = sizeOfSignature(offset, identifier)
  const grown = grow(file, '__LINKEDIT', offset + size - links.offset, MEMORY_PAGE)
  const padded = Buffer.concat([grown, Buffer.alloc(offset - file.length)])
  const whole = announceSignature(padded, offset, size)
  return Buffer.concat([whole, signatureOf(whole, identifier)])
}

/** What is wrong with the signature; null where its hashes are those of the file. */
export function signatureFault(file: Buffer): string | null {
  const place = signatureAt(file)
  if (place === null) return 'it is not signed'
  const { offset, size } = place
  if (offset + size !== file.length) return 'the signature is not its end'
  const list = file.subarray(offset)
  if (list.readUInt32BE(0) !== LIST.magic) return 'the signature is none'
  const directory = list.subarray(list.readUInt32BE(16))
  if (directory.readUInt32BE(0) !== DIRECTORY.magic) return 'the signature has no hashes'
  const pages = pagesOf(file.subarray(0, directory.readUInt32BE(32)))
  if (directory.readUInt32BE(32) !== offset || directory.readUInt32BE(28) !== pages.length) {
    return 'the signature is not for the whole program'
  }
  const hashes = directory.subarray(directory.readUInt32BE(16))
  const changed = pages.findIndex(
    (page, at) => !hashOf(page).equals(hashes.subarray(at * HASH, at * HASH + HASH)),
  )
  return changed < 0 ? null : `page ${changed} was changed after it was signed`
}

function sizeOfSignature(codeBytes: number, identifier: string): number {
  return LIST.bytes + DIRECTORY.bytes + identifier.length + 1 + Math.ceil(codeBytes / PAGE) * HASH
}

function signatureOf(code: Buffer, identifier: string): Buffer {
  const name = Buffer.from(`${identifier}\0`, 'latin1')
  const pages = pagesOf(code)
  const text = segmentOf(code, '__TEXT')
  const hashesAt = DIRECTORY.bytes + name.length
  const size = sizeOfSignature(code.length, identifier)
  const head = Buffer.alloc(LIST.bytes + DIRECTORY.bytes)
  const start = [LIST.magic, size, 1, 0, LIST.bytes]
  const { magic, version, bytes } = DIRECTORY
  const directory = [magic, size - LIST.bytes, version, AD_HOC_BY_LINKER, hashesAt, bytes, 0, pages.length]
  ;[...start, ...directory, code.length].forEach((word, index) => head.writeUInt32BE(word, 4 * index))
  const kinds = LIST.bytes + 36
  head.set([HASH, SHA_256, 0, Math.log2(PAGE)], kinds)
  head.writeBigUInt64BE(BigInt(text.offset), LIST.bytes + 64)
  head.writeBigUInt64BE(BigInt(text.size), LIST.bytes + 72)
  head.writeBigUInt64BE(MAIN_PROGRAM, LIST.bytes + 80)
  return Buffer.concat([head, name, ...pages.map(hashOf)])
}

function pagesOf(code: Buffer): readonly Buffer[] {
  return Array.from({ length: Math.ceil(code.length / PAGE) }, (_, at) =>
    code.subarray(at * PAGE, at * PAGE + PAGE),
  )
}

function hashOf(page: Buffer): Buffer {
  return createHash('sha256').update(page).digest()
}
