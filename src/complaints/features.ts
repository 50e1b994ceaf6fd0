import { foldedWords } from './folded-words.ts'
import type { NotionReader } from './notions.ts'
import type { Spelling } from './spelling.ts'

/** How much each kind counts beside the others. */
const NOTION = 1
const PAIR = 0.7
const WORD = 0.6
/** How much it counts that words are known to nobody. */
const STRANGE = 0.7
/** How long all of them are together, so that many words count no more than few. */
const LENGTH = 3

/** What is known of a text: by name, and how much it counts. */
export type Feature = readonly [name: string, value: number]

/** The names of all features of a text: its notions, each two of them, and its words. */
export type Described = { readonly notions: readonly string[]; readonly words: readonly string[] }

export function describedBy(text: string, notionsIn: NotionReader, mended: Spelling): Described {
  const words = foldedWords(text).map(mended)
  return { notions: notionsIn(words), words: [...new Set(words)] }
}

/** A name tells its kind: `=a` is a notion, `a+b` two, and anything else a word. */
export function namesOf({ notions, words }: Described): readonly Feature[] {
  return [
    ...notions.map((name): Feature => [`=${name}`, NOTION]),
    ...notions.flatMap((one, at) => notions.slice(at + 1).map((other): Feature => [`${one}+${other}`, PAIR])),
    ...words.map((word): Feature => [word, WORD]),
  ]
}

/** The features that a model knows, and how much of the text it does not know. */
export function featuresOf(described: Described, isKnown: (name: string) => boolean): readonly Feature[] {
  const all = namesOf(described)
  const length = Math.sqrt(all.reduce((sum, [, value]) => sum + value * value, 0)) || 1
  const { words, notions } = described
  const strange = words.filter((word) => !isKnown(word)).length / (words.length || 1)
  return [
    ...all
      .filter(([name]) => isKnown(name))
      .map(([name, value]): Feature => [name, (value * LENGTH) / length]),
    ['?strange', strange * STRANGE],
    ...(notions.length === 0 ? [['?nothing', 1] as const] : []),
  ]
}
