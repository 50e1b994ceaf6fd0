// @vitest-environment node
import { Command } from 'commander'
import { expect, test } from 'vitest'
import { completionFor, type Shell } from '../../../src/cli/completion/completion.ts'
import { completableIn } from '../../../src/cli/completion/completable.ts'
import { defined, flag, option, several } from '../../../src/cli/options.ts'
import { runCommand, runnableCommand } from '../../../src/cli/run-command.ts'

const SHELLS: readonly Shell[] = ['bash', 'zsh', 'fish']
const { program } = runnableCommand({ result: () => undefined, progress: () => undefined }, '1.2.3')

test.each(SHELLS)('%s is told of every command and every option that there is', (shell) => {
  const script = completionFor(shell, program)
  const commands = program.commands.map((command) => command.name())
  expect(commands).toEqual(expect.arrayContaining(['find', 'write', 'serve', 'completion']))
  for (const command of program.commands) {
    expect(script).toMatch(new RegExp(`\\b${command.name()}\\b`))
    for (const { long } of command.options)
      expect(script).toContain(shell === 'fish' ? `-l ${long?.slice(2) ?? ''} ` : (long ?? ''))
  }
})

test('a command that is new is completed without a word about it', () => {
  const whole = new Command('setup-plex').addCommand(
    defined({
      name: 'mend',
      summary: 'mends it',
      description: 'Mends it.',
      options: [
        flag('--all', 'everything; slowly'),
        option('--into <DIR>', 'there', String),
        several('--only <NAME>', 'this', String),
      ],
      after: '',
    }),
  )
  const mend = completableIn(whole).find(({ name }) => name === 'mend')
  expect(mend?.what).toBe('mends it')
  expect(mend?.options).toEqual([
    { forms: ['--all'], what: 'everything', value: null, isRepeated: false },
    { forms: ['--into'], what: 'there', value: { name: 'DIR', kind: 'folder' }, isRepeated: false },
    { forms: ['--only'], what: 'this', value: { name: 'NAME', kind: 'text' }, isRepeated: true },
    expect.objectContaining({ forms: ['-h', '--help'] }),
  ])
  for (const shell of SHELLS) expect(completionFor(shell, whole)).toMatch(/\bmend\b/)
})

test('a shell that there is not: one sentence, exit code 2', async () => {
  let [said, complained] = ['', '']
  const terminal = {
    result: (text: string) => void (said += text),
    progress: (text: string) => void (complained += text),
  }
  expect(await runCommand(['completion', 'tcsh'], terminal)).toBe(2)
  expect(said).toBe('')
  expect(complained).toBe('completion takes bash, zsh, fish; "tcsh" is none of them.')
})
