/** German puts words together; shorter ones are hardly made of two. */
const COMPOUND_FROM = 9
/** Shorter ones are parts of words that have nothing to do with them. */
const PART_FROM = 4

/** A word as a notion has it; an open one is the beginning of a word. */
export type Stem = { readonly letters: string; readonly open: boolean }

/** What people may mean by many words, in any language. One line of notions.tsv. */
export type Notion = { readonly name: string; readonly phrases: readonly (readonly Stem[])[] }

/**
 * Reads notions.tsv, whose first line names the columns: a notion, and the words for it. `*` at the end stands for any
 * ending, `-` parts words that stand side by side. Its letters are folded as those of words are.
 */
export function parseNotions(file: string): readonly Notion[] {
  const [, ...lines] = file.trimEnd().split(/\r?\n/)
  return lines.map((line) => {
    const [name = '', words = ''] = line.split('\t')
    return { name, phrases: words.split(' ').map((phrase) => phrase.split('-').map(stemOf)) }
  })
}

function stemOf(word: string): Stem {
  const open = word.endsWith('*')
  return { letters: (open ? word.slice(0, -1) : word).replace(/([aou])e/g, '$1'), open }
}

export function fits(word: string, { letters, open }: Stem): boolean {
  return open ? word.startsWith(letters) : word === letters
}

/** Is it what a compound begins or ends with? An open stem may stand in its midst, too. */
function isPartOf(word: string, { letters, open }: Stem): boolean {
  if (letters.length < PART_FROM) return false
  return word.endsWith(letters) || (open && letters.length > PART_FROM && word.includes(letters))
}

/** The names of the notions in words, in the order of the table. */
export type NotionReader = (words: readonly string[]) => readonly string[]

/** Looks each word up once, as most of them come again. */
export function notionReader(notions: readonly Notion[]): NotionReader {
  const single = notions.map(({ phrases }) => phrases.filter(({ length }) => length === 1).flat())
  const longer = notions.map(({ phrases }) => phrases.filter(({ length }) => length > 1))
  const looked = new Map<string, readonly number[]>()
  const placesWhere = (holds: (stem: Stem) => boolean): readonly number[] =>
    single.flatMap((stems, place) => (stems.some(holds) ? [place] : []))
  const look = (word: string): readonly number[] => {
    const whole = placesWhere((stem) => fits(word, stem))
    return whole.length > 0 || word.length < COMPOUND_FROM
      ? whole
      : placesWhere((stem) => isPartOf(word, stem))
  }
  const placesOf = (word: string): readonly number[] => {
    const places = looked.get(word) ?? look(word)
    looked.set(word, places)
    return places
  }
  return (words) => {
    const found = new Set(words.flatMap(placesOf))
    return notions
      .filter(
        (_, place) => found.has(place) || longer[place]?.some((stems) => standIn(words, stems)) === true,
      )
      .map(({ name }) => name)
  }
}

function standIn(words: readonly string[], stems: readonly Stem[]): boolean {
  const [first, ...others] = stems
  if (first === undefined) return false
  return words.some(
    (word, at) =>
      fits(word, first) && others.every((stem, offset) => fits(words[at + offset + 1] ?? '', stem)),
  )
}
