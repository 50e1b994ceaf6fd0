/** Letters of this many values stand for six bits, the others for seven (src/build/letters-for.ts). */
const OF_SIX_BITS = 38

/**
 * The bytes that letters stand for; something else where others are among them. A plain loop: it runs once, and is never
 * made fast.
 */
export function bytesIn(letters: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(letters.length)
  let length = 0
  let kept = 0
  let bits = 0
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters.charCodeAt(at)
    // Between them "<" and a backslash are missing, which mean something in a page or in JSON.
    const value = letter - (letter > 92 ? 37 : letter > 60 ? 36 : 35)
    const isShort = value < OF_SIX_BITS
    kept = isShort ? (kept << 6) | value : (kept << 7) | (value + OF_SIX_BITS)
    bits += isShort ? 6 : 7
    if (bits < 8) continue
    bits -= 8
    bytes[length] = kept >> bits
    length += 1
    kept &= (1 << bits) - 1
  }
  return bytes.subarray(0, length)
}
