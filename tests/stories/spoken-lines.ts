const LEAVING = 'end of '
/** What only holds words together: its words stand in one line. */
const FLOWING = /^(paragraph|listitem|term|definition|code|strong|time)\b/
/** What is more than words. */
const ROLE = /^(link|button|heading|textbox|combobox|radio|image|progressbar|timer)\b/

type Spoken = { readonly phrase: string; readonly inside: readonly Spoken[] }

/** Phrases in the order in which they were said, as lines: what is in a part of the page stands below it, further in. */
export function asLines(phrases: readonly string[]): string {
  return `${treeOf(phrases).flatMap(linesOf).join('\n')}\n`
}

function treeOf(phrases: readonly string[]): readonly Spoken[] {
  const tree: Spoken[] = []
  for (let place = 0; place < phrases.length; place += 1) {
    const phrase = phrases[place] ?? ''
    const end = endOf(phrase, phrases, place)
    if (phrase !== '' && !phrase.startsWith('end, '))
      tree.push({ phrase, inside: treeOf(phrases.slice(place + 1, end ?? place)) })
    place = end ?? place
  }
  return tree
}

/** Where the part that begins here is left; null for a phrase that is no part. */
function endOf(phrase: string, phrases: readonly string[], begin: number): number | null {
  let depth = 0
  for (let place = begin; place < phrases.length; place += 1) {
    if (phrases[place] === phrase) depth += 1
    if (phrases[place] === `${LEAVING}${phrase}`) depth -= 1
    if (depth === 0) return place
  }
  return null
}

function linesOf({ phrase, inside }: Spoken): readonly string[] {
  const said = shortened(phrase)
  // Its name is all of it.
  if (/^(combobox|link|button)\b/.test(phrase)) return [said]
  const below = inside.flatMap(linesOf)
  if (!FLOWING.test(phrase)) return [said, ...below.map((line) => `  ${line}`)]
  const mark = phrase.startsWith('listitem') ? said : null
  if (!inside.every(isFlowing)) return mark === null ? below : [mark, ...below.map((line) => `  ${line}`)]
  return [[...(mark === null ? [] : [`${mark}:`]), ...below].join(' ')]
}

function isFlowing({ phrase, inside }: Spoken): boolean {
  if (ROLE.test(phrase)) return false
  return inside.length === 0 || (FLOWING.test(phrase) && inside.every(isFlowing))
}

function shortened(phrase: string): string {
  return phrase
    .replace(/^listitem, level \d+/, 'item')
    .replace(/^item(.*?), position (\d+), set size (\d+)/, 'item $2 of $3$1')
    .replace(', has popup listbox, not expanded', '')
}
