import { fits, type Notion } from './notions.ts'

/** Shorter words are too near to others. */
const MENDED_FROM = 5

/** Mends a typing error in words that nobody knows: one letter too many, missing or wrong, or two swapped. */
export type Spelling = (word: string) => string

/** Made once for a table of notions and the words that are known besides. */
export function spellingFor(notions: readonly Notion[], isKnown: (word: string) => boolean): Spelling {
  const stems = notions
    .flatMap(({ phrases }) => phrases.flat())
    // A whole word that is nearly right is more than the beginning of one.
    .sort((one, other) => Number(one.open) - Number(other.open))
  const mended = new Map<string, string>()
  const mend = (word: string): string => {
    if (word.length < MENDED_FROM || isKnown(word) || stems.some((stem) => fits(word, stem))) return word
    for (const { letters, open } of stems) {
      if (letters.length < MENDED_FROM || letters[0] !== word[0]) continue
      const lengths = open ? [letters.length, letters.length - 1, letters.length + 1] : [word.length]
      for (const length of lengths) {
        if (length <= word.length && isOneApart(word.slice(0, length), letters)) {
          return letters + (open ? word.slice(length) : '')
        }
      }
    }
    return word
  }
  return (word) => {
    const known = mended.get(word) ?? mend(word)
    mended.set(word, known)
    return known
  }
}

/** One typing error apart, at most? */
function isOneApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1)
  if (short.slice(at + 1) === long.slice(at + 1)) return true
  return (
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  )
}
