// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { doctorCommand } from '../../src/cli/doctor/doctor.ts'
import { findCommand } from '../../src/cli/find/find.ts'
import { termOf } from '../../src/cli/options.ts'
import { serveCommand } from '../../src/cli/serve/serve.ts'
import { writeCommand } from '../../src/cli/write/write.ts'

const DOCUMENT = readFileSync(new URL('../../docs/command.md', import.meta.url), 'utf8')

/** The rows of the table of options below this heading, without the marks of code. */
function tableBelow(heading: string): readonly (readonly string[])[] {
  const [, section = ''] = DOCUMENT.split(`\n## ${heading}\n`)
  const [rows = ''] = section.split('\n## ', 1)
  return [...rows.matchAll(/^\| (`--.*?) +\| (.*?) +\|$/gm)].map(([, option = '', what = '']) =>
    [option, what].map((cell) => cell.replaceAll('`', '')),
  )
}

describe.each(
  [findCommand(), writeCommand(), serveCommand(), doctorCommand()].map(
    (command) => [command.name(), command] as const,
  ),
)('docs/command.md and setup-plex %s --help', (name, command) => {
  it('say the same of the same options', () => {
    const options = command.options.map((option) => [termOf(option), option.description])
    expect(options.length).toBeGreaterThan(1)
    expect(tableBelow(name)).toEqual(options)
  })

  it('say that options may be given several times, where they may', () => {
    const several = command.options.filter(({ defaultValue }) => Array.isArray(defaultValue))
    const told = command.options.filter(({ description }) => description.includes('several times'))
    expect(told).toEqual(several)
  })

  it('say what the command does in the same words', () => {
    expect(DOCUMENT).toContain(`setup-plex ${name.padEnd(8)} ${command.summary()}`)
  })

  it('name the same exit codes', () => {
    const codes = [...DOCUMENT.matchAll(/^\| (\d+) +\|/gm)].map(([, code]) => code)
    let help = ''
    command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp()
    const [, named = ''] = /Exit codes: ([^]*)/.exec(help) ?? []
    for (const [, code] of named.matchAll(/\b(\d+) [a-z]/g)) expect(codes).toContain(code)
  })
})
