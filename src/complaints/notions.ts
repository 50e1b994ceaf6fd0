/** A word as a notion has it; an open one is the beginning of a word. */
type Stem = { readonly letters: string; readonly open: boolean }

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

/** The names of the notions in these words, in the order of the table. */
export function notionsIn(words: readonly string[], notions: readonly Notion[]): readonly string[] {
  return notions
    .filter(({ phrases }) =>
      phrases.some((stems) =>
        words.some((_, at) => stems.every((stem, offset) => fits(words[at + offset] ?? '', stem))),
      ),
    )
    .map(({ name }) => name)
}
