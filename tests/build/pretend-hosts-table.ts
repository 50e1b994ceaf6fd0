import { readFileSync } from 'node:fs'

/** The document with the table of pretend hosts. */
export const HOSTS_DOCUMENT = 'docs/pretend-hosts.md'

export type DocumentedHost = {
  readonly behaviour: string
  readonly name: string
  readonly does: string
  /** What the page shows, one stage after the other. */
  readonly stages: readonly string[]
}

export const hostsDocument = (): string => readFileSync(HOSTS_DOCUMENT, 'utf8')

/** The rows of the table, without its head. */
export function documentedHosts(): readonly DocumentedHost[] {
  const rows = hostsDocument()
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
  return rows.slice(2).map(([, behaviour = '', name = '', does = '', shows = '']) => ({
    behaviour,
    name: name.replaceAll('`', ''),
    does,
    stages: shows.split(', then ').map((stage) => stage.replaceAll('`', '')),
  }))
}
