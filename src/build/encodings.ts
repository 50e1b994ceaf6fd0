import { TextDecoder } from 'node:util'

/**
 * Encodings that browsers read beside UTF-8 (Encoding Standard, "Legacy encodings"). Each has the letters of some languages in
 * fewer bytes than UTF-8.
 */
const OF_ONE_BYTE = ['1250', '1251', '1252', '1253', '1254', '1255', '1256', '1257'].map(
  (page) => `windows-${page}`,
)
const OF_TWO_BYTES = ['shift_jis', 'euc-kr', 'gb18030']
/** Letters of the scripts that those of two bytes are for: kana, Chinese and Korean ones. */
const WIDE = /[\u3040-\ud7a3]/
/** What all programs that know the encoding have at the same place. Of other marks some have another one. */
const SURE = /^[\p{L}、。「」]$/u
const UTF_8 = 'utf-8'
/** Bytes of `\u2068`. */
const ESCAPED = 6

export type Encoded = { readonly encoding: string; readonly bytes: Uint8Array }

type Letters = ReadonlyMap<string, readonly number[]>
const known = new Map<string, Letters>()

/** JSON in the encoding that takes fewest bytes for it. A letter that the encoding lacks is escaped, as JSON may. */
export function encoded(json: string): Encoded {
  const counts = new Map<string, number>()
  for (const unit of json.split('')) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  const bytesIn = (encoding: string): number => {
    const letters = lettersOf(encoding)
    return [...counts].reduce((sum, [unit, times]) => {
      const length = unit < '\u0080' ? 1 : (letters.get(unit)?.length ?? ESCAPED)
      return sum + times * length
    }, 0)
  }
  let best = { encoding: UTF_8, length: Buffer.byteLength(json) }
  for (const encoding of WIDE.test(json) ? OF_TWO_BYTES : OF_ONE_BYTE) {
    const length = bytesIn(encoding)
    if (length < best.length) best = { encoding, length }
  }
  return { encoding: best.encoding, bytes: bytesOf(json, best.encoding) }
}

function bytesOf(json: string, encoding: string): Uint8Array {
  if (encoding === UTF_8) return Buffer.from(json)
  const letters = lettersOf(encoding)
  return Uint8Array.from(json.split('').flatMap((unit) => bytesFor(unit, letters)))
}

function bytesFor(unit: string, letters: Letters): readonly number[] {
  const code = unit.charCodeAt(0)
  if (code < 128) return [code]
  return letters.get(unit) ?? [...Buffer.from(`\\u${code.toString(16).padStart(4, '0')}`)]
}

/** What an encoding has beyond ASCII. Node only reads it, so that all bytes are read once. */
function lettersOf(encoding: string): Letters {
  const before = known.get(encoding)
  if (before !== undefined) return before
  const high = Array.from({ length: 127 }, (_, at) => 128 + at)
  const ones = high.map((byte) => [byte])
  const twos = high.flatMap((byte) => Array.from({ length: 191 }, (_, at) => [byte, 64 + at]))
  const all = OF_ONE_BYTE.includes(encoding) ? ones : twos
  const read = new TextDecoder(encoding).decode(Uint8Array.from(all.flatMap((bytes) => [...bytes, 10])))
  const letters = new Map<string, readonly number[]>()
  for (const [at, letter] of read.split('\n').entries()) {
    const bytes = all[at]
    const isSure = all === ones ? letter > '\u009f' && letter !== '\ufffd' : SURE.test(letter)
    if (bytes !== undefined && letter.length === 1 && isSure && !letters.has(letter))
      letters.set(letter, bytes)
  }
  known.set(encoding, letters)
  return letters
}
