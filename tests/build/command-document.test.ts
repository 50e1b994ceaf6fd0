import { describe, expect, it } from 'vitest'
import { CHECKS } from '../../src/cli/doctor/found.ts'
import { EXIT } from '../../src/cli/problem.ts'
import { runCommand } from '../../src/cli/run-command.ts'
import { headingsOf, rowsOf, sectionOf, textOf } from './documents.ts'

describe('docs/command.md', () => {
  const COMMAND = textOf('docs/command.md')
  const names = (text: string): readonly string[] => [...new Set(text.match(/--[a-z][a-z-]*/g))].sort()
  const COMMANDS = ['find', 'write', 'serve', 'doctor']
  /** What each command takes, and the document says once. */
  const EVERYWHERE = ['--help', '--debug']

  async function helpOf(...args: string[]): Promise<string> {
    let help = ''
    const said = (text: string): void => void (help += text)
    await runCommand([...args, '--help'], { result: said, progress: said, columns: () => null })
    return help
  }

  it('has a chapter on each command that there is', async () => {
    const listed = [...(await helpOf()).matchAll(/^ {2}(\w+) \[options\]/gm)].map(([, name]) => name)
    expect(listed).toEqual(COMMANDS)
    expect(headingsOf(COMMAND)).toEqual(expect.arrayContaining(COMMANDS))
  })

  it.each(COMMANDS)('names the options of "setup-plex %s", and no others', async (name) => {
    const help = names(await helpOf(name)).filter((option) => !EVERYWHERE.includes(option))
    expect(names(sectionOf(COMMAND, name))).toEqual(help)
  })

  it('names every check of the doctor, and every word that it may find', () => {
    const rows = rowsOf(sectionOf(COMMAND, 'What is looked at')).map(([check = '', , ...found]) => [
      check.replaceAll('`', ''),
      found.map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word)),
    ])
    const known = Object.entries(CHECKS).map(([check, words]) => [
      check,
      ['well', 'to-do', 'not-seen', 'note'].map((status) =>
        Object.entries(words).flatMap(([word, each]) => (each === status ? word : [])),
      ),
    ])
    expect(rows).toEqual(known)
  })

  it('names the exit codes that there are, and so does --help', async () => {
    const codes = rowsOf(COMMAND)
      .map(([code]) => Number(code))
      .filter((code) => !Number.isNaN(code))
    expect(codes).toEqual(Object.values(EXIT).sort((one, other) => one - other))
    const help = await helpOf()
    for (const code of codes) expect(help).toMatch(new RegExp(`\\b${code} [a-z]`))
  })
})
