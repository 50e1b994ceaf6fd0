import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Every file below a folder, by its path from the root of the project. */
export function filesIn(folder: string): readonly string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .sort()
}

/** Every document of the project, by its path. */
export const DOCUMENTS: readonly string[] = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].filter((file) => existsSync(file)),
  ...filesIn('docs').filter((file) => file.endsWith('.md')),
]

export function textOf(file: string): string {
  return readFileSync(file, 'utf8')
}

/** What stands under a heading, down to the next one of its rank. */
export function sectionOf(text: string, heading: string): string {
  const lines = linesOutsideCode(text)
  const from = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === heading)
  if (from < 0) throw new Error(`There is no heading "${heading}"`)
  const rank = lines[from]?.indexOf(' ') ?? 0
  const length = lines.slice(from + 1).findIndex((line) => /^#+ /.test(line) && line.indexOf(' ') <= rank)
  return text
    .split('\n')
    .slice(from + 1, length < 0 ? undefined : from + 1 + length)
    .join('\n')
}

/** The headings, without their marks. */
export function headingsOf(text: string): readonly string[] {
  return linesOutsideCode(text)
    .filter((line) => /^#+ /.test(line))
    .map((line) => line.replace(/^#+ /, ''))
}

/** The rows of all tables, cell by cell, without their headers. */
export function rowsOf(text: string): readonly (readonly string[])[] {
  const lines = linesOutsideCode(text)
  return lines
    .filter((line, at) => line.startsWith('|') && !isRuler(line) && !isRuler(lines[at + 1] ?? ''))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('\\|', '|')),
    )
}

export type Block = { readonly language: string | null; readonly lines: readonly string[] }

/** The blocks of code: fenced ones with their language, indented ones without. */
export function blocksOf(text: string): readonly Block[] {
  const blocks: { language: string | null; lines: string[] }[] = []
  let fenced: string | null = null
  let before = ''
  for (const line of text.split('\n')) {
    const fence = /^\s*```(\w*)/.exec(line)
    const open = blocks.at(-1)
    if (fence !== null) {
      if (fenced === null) blocks.push({ language: fence[1] ?? '', lines: [] })
      fenced = fenced === null ? (fence[1] ?? '') : null
    } else if (fenced !== null) {
      open?.lines.push(line.trim())
    } else if (/^ {4,}\S/.test(line)) {
      if (before.trim() === '') blocks.push({ language: null, lines: [line.trim()] })
      else if (/^ {4,}\S/.test(before)) open?.lines.push(line.trim())
    }
    before = line
  }
  return blocks
}

/** What stands between backticks in running text. */
export function spansOf(text: string): readonly string[] {
  return [
    ...linesOutsideCode(text)
      .join('\n')
      .matchAll(/`([^`]+)`/g),
  ].map(([, span = '']) => span.replace(/\s+/g, ' '))
}

/** The same number of lines, with those of blocks empty. */
function linesOutsideCode(text: string): readonly string[] {
  let fenced = false
  return text.split('\n').map((line) => {
    const isFence = /^\s*```/.test(line)
    if (isFence) fenced = !fenced
    return isFence || fenced || /^ {4,}\S/.test(line) ? '' : line
  })
}

function isRuler(line: string): boolean {
  return /^\|( *:?-+:? *\|)+$/.test(line)
}
