// @vitest-environment node
import { expect, test } from 'vitest'
import { manualOf } from '../../src/cli/manual.ts'
import { runnableCommand } from '../../src/cli/run-command.ts'

const nobody = { result: () => undefined, progress: () => undefined }
const { program } = runnableCommand(nobody, '1.2.3')
const PAGE = manualOf({ version: '1.2.3', description: 'One page' })
/** As it is read. */
const WORDS = PAGE.replaceAll('\\-', '-')
  .replaceAll(/\\f[BIR]/g, '')
  .replaceAll('\\(aq', "'")
  .replaceAll(/\s+/g, ' ')

test('the manual says everything that the help of each command says', () => {
  expect(program.commands.length).toBeGreaterThan(3)
  for (const command of program.commands) {
    expect(WORDS).toContain(`.SS ${command.name()} ${command.description()}`)
    for (const { flags, description } of command.options)
      expect(WORDS).toContain(`.TP ${flags.replace(/[<>]/g, '')} ${description}`)
    let help = ''
    command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp()
    const [, codes = ''] = /(Exit codes: [^]*)/.exec(help) ?? []
    expect(WORDS).toContain(codes.trim().replaceAll(/\s+/g, ' '))
  }
})

test('the manual has the chapters that people look for, and names the version', () => {
  expect(PAGE).toMatch(/^\.TH SETUP\\-PLEX 1 .*1\.2\.3/m)
  expect(WORDS).toContain('.SH NAME setup-plex - helps a media server to be claimed .SH SYNOPSIS')
  const chapters = ['NAME', 'SYNOPSIS', 'DESCRIPTION', 'OPTIONS', 'COMMANDS', 'EXIT STATUS']
  expect([...PAGE.matchAll(/^\.SH (.*)$/gm)].map(([, name]) => name)).toEqual(chapters)
  expect(WORDS).toMatch(/\.SH EXIT STATUS Exit codes: 0 done/)
})

test('the manual is the same each time', () => {
  expect(manualOf({ version: '1.2.3', description: 'One page' })).toBe(PAGE)
})
