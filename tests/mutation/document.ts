import type { Fate } from './run/session.ts'

export const DOCUMENT = 'docs/mutation.md'
const SCORES = '## Score'
const SURVIVORS = '## What lives'
/** Where a sentence is missing. */
const OPEN = '?'

type Score = { readonly file: string; readonly mutants: number; readonly killed: number }
type Survivor = {
  readonly file: string
  readonly original: string
  readonly instead: string
  readonly why: string
}

/** The document with what became of the mutants of these files; what it says of others stays, and so do its sentences. */
export function documentWith(before: string, files: readonly string[], fates: readonly Fate[]): string {
  const scores = [
    ...scoresIn(before).filter(({ file }) => !files.includes(file)),
    ...files.map((file) => scoreOf(file, fates)),
  ]
  const survivors = survivorsIn(before)
  const sentences = new Map(survivors.map((each) => [keyOf(each), each.why]))
  const living = fates
    .filter(({ killedBy }) => killedBy === null)
    .map(({ file, original, instead }) => ({ file, original: inShort(original), instead: inShort(instead) }))
    .map((each) => ({ ...each, why: sentences.get(keyOf(each)) ?? OPEN }))
  const all = [...survivors.filter(({ file }) => !files.includes(file)), ...living]
  const [introduction = ''] = before.split(SCORES)
  return [
    introduction.trimEnd(),
    '',
    SCORES,
    '',
    '| file | mutants | killed | score |',
    '| - | - | - | - |',
    ...inOrder(scores).map(row),
    row({ file: 'all', mutants: sumOf(scores, 'mutants'), killed: sumOf(scores, 'killed') }),
    '',
    SURVIVORS,
    '',
    '| file | text | instead | why it may |',
    '| - | - | - | - |',
    ...inOrder(all).map(
      ({ file, original, instead, why }) => `| ${file} | ${code(original)} | ${code(instead)} | ${why} |`,
    ),
    '',
  ].join('\n')
}

/** The mutants that live and have no sentence. */
export function unexplained(document: string): readonly Survivor[] {
  return survivorsIn(document).filter(({ why }) => why === OPEN)
}

export function scoresIn(document: string): readonly Score[] {
  const [, chapter = ''] = document.split(SCORES)
  return cellsIn(chapter.split(SURVIVORS)[0] ?? '')
    .filter(([file]) => file !== 'all')
    .map(([file = '', mutants = '', killed = '']) => ({
      file,
      mutants: Number(mutants),
      killed: Number(killed),
    }))
}

export function survivorsIn(document: string): readonly Survivor[] {
  const [, chapter = ''] = document.split(SURVIVORS)
  return cellsIn(chapter).map(([file = '', original = '', instead = '', why = '']) => ({
    file,
    original: uncode(original),
    instead: uncode(instead),
    why,
  }))
}

function scoreOf(file: string, fates: readonly Fate[]): Score {
  const all = fates.filter((fate) => fate.file === file)
  return { file, mutants: all.length, killed: all.filter(({ killedBy }) => killedBy !== null).length }
}

function row({ file, mutants, killed }: Score): string {
  return `| ${file} | ${mutants} | ${killed} | ${Math.floor((1_000 * killed) / Math.max(mutants, 1)) / 10} % |`
}

function sumOf(scores: readonly Score[], key: 'mutants' | 'killed'): number {
  return scores.reduce((sum, score) => sum + score[key], 0)
}

function inOrder<T extends { readonly file: string }>(all: readonly T[]): readonly T[] {
  return [...all].sort((one, other) => one.file.localeCompare(other.file))
}

function keyOf({ file, original, instead }: Pick<Survivor, 'file' | 'original' | 'instead'>): string {
  return [file, original, instead].join('\n')
}

const LONGEST = 90

/** On one line, and not all of a long text. */
function inShort(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`
}

function code(text: string): string {
  if (text === '') return 'nothing'
  const bars = text.replaceAll('|', '\\|')
  return text.includes('`') ? `\`\` ${bars} \`\`` : `\`${bars}\``
}

function uncode(cell: string): string {
  if (cell === 'nothing') return ''
  return cell.replace(/^(`+) ?(.*?) ?\1$/s, '$2').replaceAll('\\|', '|')
}

/** The rows of a table below its head, cell by cell. */
function cellsIn(chapter: string): readonly (readonly string[])[] {
  return chapter
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\| *-/.test(line))
    .slice(1)
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}
