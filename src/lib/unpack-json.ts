import { inflateSync } from 'fflate'
import { bytesIn } from './bytes-in.ts'
import { parseJson } from './json.ts'
import { textIn } from './text-in.ts'

/** Of zlib's format, around what is deflated. */
const HEAD = 2
const SUM = 4

/**
 * Reads JSON that was packed when the page was built (src/build/packed.ts): letters for bytes, which are deflated (zlib).
 * Gives null for anything else, and where a single letter is another one. Never throws.
 */
export function unpackJson(packed: unknown): unknown {
  if (typeof packed !== 'string') return null
  try {
    const bytes = bytesIn(packed)
    const text = inflateSync(bytes.subarray(HEAD, -SUM))
    if (new DataView(bytes.buffer).getUint32(bytes.length - SUM) !== adler32(text)) return null
    return parseJson(textIn(text)) ?? null
  } catch {
    return null
  }
}

/** The sum that zlib puts at the end (RFC 1950). Plain loops: this runs once, and is never made fast. */
function adler32(bytes: Uint8Array): number {
  let low = 1
  let high = 0
  for (let at = 0; at < bytes.length;) {
    // So many can't become more than an integer holds.
    const end = Math.min(at + 1_500, bytes.length)
    for (; at < end; at += 1) {
      low += bytes[at] ?? 0
      high += low
    }
    low %= 65_521
    high %= 65_521
  }
  return high * 65_536 + low
}
