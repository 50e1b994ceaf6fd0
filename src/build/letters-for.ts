/** Of the bits that letters of seven begin with, none is a letter of six. */
const OF_SIX_BITS = 38
/** What can be seen in ASCII from "#" on, without what means something in a page or in JSON. */
const LETTERS = Array.from({ length: 92 }, (_, at) => String.fromCharCode(35 + at)).filter(
  (letter) => letter !== '<' && letter !== '\\',
)

/**
 * Letters for bytes, as `src/lib/bytes-in.ts` reads them: each stands for six bits or for seven, which is 7 % less than
 * base64. All are ASCII, and none means anything in JSON or in a page. A letter is as frequent as its bits are, so that
 * nothing is lost where the page is packed for its way.
 */
export function lettersFor(bytes: Uint8Array): string {
  let letters = ''
  let kept = 0
  let bits = 0
  const write = (): void => {
    const six = kept >> (bits - 6)
    const isShort = six < OF_SIX_BITS
    const place = isShort ? six : (kept >> (bits - 7)) - OF_SIX_BITS
    bits -= isShort ? 6 : 7
    kept &= (1 << bits) - 1
    letters += LETTERS[place] ?? ''
  }
  for (const byte of bytes) {
    kept = (kept << 8) | byte
    bits += 8
    while (bits >= 7) write()
  }
  // What is missing to a letter is nothing.
  if (bits > 0) {
    kept <<= 7 - bits
    bits = 7
    write()
  }
  return letters
}
