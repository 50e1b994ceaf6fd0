import { fits, type Notion, type Stem } from './notions.ts'

/** Shorter words are too near to others. */
const MENDED_FROM = 5
/** The beginning of a word is near to too many that go on for longer. */
const MORE_AT_MOST = 3
const LONG_FROM = 6

/** Mends a typing error in words that nobody knows: one letter too many, missing or wrong, or two swapped. */
export type Spelling = (word: string) => string

/** Made once for a table of notions and the words that are known besides. */
export function spellingFor(notions: readonly Notion[], isKnown: (word: string) => boolean): Spelling {
  // The first letter is seldom the wrong one.
  const byFirst = new Map<string, Stem[]>()
  for (const stem of notions.flatMap(({ phrases }) => phrases.flat())) {
    const first = stem.letters.slice(0, 1)
    byFirst.set(first, [...(byFirst.get(first) ?? []), stem])
  }
  // A whole word that is nearly right is more than the beginning of one.
  for (const stems of byFirst.values()) stems.sort((one, other) => Number(one.open) - Number(other.open))
  const mended = new Map<string, string>()
  const mend = (word: string): string => {
    const stems = byFirst.get(word.slice(0, 1)) ?? []
    if (word.length < MENDED_FROM || isKnown(word) || stems.some((stem) => fits(word, stem))) return word
    for (const { letters, open } of stems) {
      if (letters.length < MENDED_FROM) continue
      if (letters.length < LONG_FROM && word.length > letters.length + MORE_AT_MOST) continue
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
