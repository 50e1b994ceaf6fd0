import { CAUSES, type Cause } from './cause.ts'
import { SYMPTOM_WORDS } from './symptom-words.ts'

/** Nobody describes trouble in more; what is pasted beyond is not read. */
const READ_UP_TO = 300

type Phrase = { readonly cause: Cause; readonly words: readonly string[]; readonly weight: number }

const PHRASES: readonly Phrase[] = CAUSES.flatMap((cause) =>
  Object.entries(SYMPTOM_WORDS[cause]).map(([text, weight]) => ({ cause, words: text.split(' '), weight })),
)

/**
 * Ranks causes by the person's own words, English or German, typing errors included. Works without a network. Never
 * empty: `unknown` comes first where nothing in the words tells one cause from another, else last. Never throws.
 */
export function causesForWords(text: string): readonly Cause[] {
  const tokens = tokensOf(text)
  const scores = new Map<Cause, number>()
  for (const { cause, words, weight } of PHRASES) {
    if (words.every((word) => tokens.some((token) => fits(token, word)))) {
      scores.set(cause, (scores.get(cause) ?? 0) + weight)
    }
  }
  const ranked = [...scores].sort(([, one], [, other]) => other - one).map(([cause]) => cause)
  return [...ranked, 'unknown']
}

/** Words as the table has them: small letters without marks, and one word for "can't" in all its forms. */
function tokensOf(text: string): readonly string[] {
  return text
    .slice(0, READ_UP_TO)
    .toLowerCase()
    .replace(/[’´`]/g, "'")
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/\b(can'?t|can ?not|unabl)\w*/g, 'cannot')
    .replace(/\b(kann|konn\w*|lasst sich)\b(?=.*\b(nicht|kein\w*)\b)/g, 'cannot')
    .replace(/\b(does|do|did|wo|is|will)n'?t\b/g, 'not')
    .replace(/([aou])e/g, '$1')
    .split(/[^a-z0-9]+/)
    .filter((token) => token !== '')
}

/** Is it this word, but for typing errors? `*` at the end of a word stands for any ending. */
function fits(token: string, word: string): boolean {
  const stem = word.endsWith('*')
  const wanted = fold(stem ? word.slice(0, -1) : word)
  if (stem ? token.startsWith(wanted) : token === wanted) return true
  const allowed = wanted.length >= 9 ? 2 : wanted.length >= 5 ? 1 : 0
  if (allowed === 0) return false
  const lengths = stem ? [wanted.length - 1, wanted.length, wanted.length + 1] : [token.length]
  return lengths.some((length) => distance(token.slice(0, length), wanted) <= allowed)
}

// As in what is typed, where nobody can tell an umlaut written in two letters from two letters.
function fold(word: string): string {
  return word.replace(/([aou])e/g, '$1')
}

/** How many typing errors apart: letters missing, too many, wrong, or two of them swapped (Damerau). */
function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return Infinity
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1]
      const swapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      current[column] = Math.min(
        at(rows, row - 1, column) + 1,
        (current[column - 1] ?? 0) + 1,
        at(rows, row - 1, column - 1) + (same ? 0 : 1),
        swapped ? at(rows, row - 2, column - 2) + 1 : Infinity,
      )
    }
    rows.push(current)
  }
  return at(rows, one.length, other.length)
}

function at(rows: readonly (readonly number[])[], row: number, column: number): number {
  return rows[row]?.[column] ?? Infinity
}
