import { DOCUMENTS, blocksOf, spansOf, textOf } from './documents.ts'

/** A command as people type it, and the document that tells them to. */
export type CommandLine = { readonly document: string; readonly line: string }

const PROGRAMS = /^(?:npm|npx|node|setup-plex|sudo|tar|python3|git|tsx|vitest) /
/** What is written in `sh` is a command; other languages are not. */
const NO_SHELL = ['json', 'js', 'ts', 'html', 'http', 'nginx', 'text']

/** The commands in all documents: what stands in blocks, and what stands between backticks and begins with a program. */
export function commandLines(noCommands: readonly string[]): readonly CommandLine[] {
  return DOCUMENTS.flatMap((document) => {
    const blocks = blocksOf(textOf(document)).filter(
      ({ language, lines: [first = ''] }) =>
        !noCommands.includes(first) && !NO_SHELL.includes(language ?? ''),
    )
    const typed = blocks.flatMap((block) => block.lines.join('\n').replace(/\|\n/g, '| ').split('\n'))
    const spans = spansOf(textOf(document)).filter((span) => PROGRAMS.test(span))
    return [...typed, ...spans].map((line) => ({ document, line: withoutRemark(line) }))
  }).filter(({ line }) => line !== '')
}

/** A remark stands behind a `#`, or in a column of its own. */
function withoutRemark(line: string): string {
  return (line.split(/ {2,}| #/, 1)[0] ?? '').trim()
}

/** Its words, as a shell tells them apart. */
export function wordsOf(line: string): readonly string[] {
  return (line.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^(["'])(.*)\1$/, '$2'))
}
