// @vitest-environment node
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, inject, test } from 'vitest'
import { command } from './command.ts'

const run = promisify(execFile)
const FILE = (): string => join(inject('installed'), 'node_modules/setup-plex/dist-node/setup-plex.1')
/** A page that is the same whenever it is made has none. */
const NO_DATE = /WARNING: missing date, using "": TH$/

/** What a program says about the manual; null where it is not installed. */
async function said(program: string, ...args: readonly string[]): Promise<string | null> {
  return run(program, [...args, FILE()]).then(
    ({ stdout, stderr }) => stdout + stderr,
    (error: unknown) => {
      const { code, stdout, stderr } = error as Readonly<Record<'code' | 'stdout' | 'stderr', string>>
      return code === 'ENOENT' ? null : stdout + stderr
    },
  )
}

test('the manual of the package is of this very command', async () => {
  const manual = (await readFile(FILE(), 'utf8')).replaceAll('\\-', '-')
  const names = (await command('--help')).said.matchAll(/^ {2}(\w+)(?: [[<].*?[\]>])? {2,}\w/gm)
  const commands = [...names].map(([, name = '']) => name)
  expect(commands).toEqual(expect.arrayContaining(['find', 'write', 'serve', 'completion', 'help']))
  for (const name of commands) {
    expect(manual).toContain(`\n.SS ${name}\n`)
    if (name === 'help') continue
    for (const [option] of (await command(name, '--help')).said.matchAll(/--[a-z][a-z-]+/g))
      expect(manual).toContain(option)
  }
  expect(manual).toContain((await command('--version')).said.trim())
})

test('mandoc has nothing to say against it', async ({ skip }) => {
  const lint = await said('mandoc', '-T', 'lint')
  skip(lint === null, 'mandoc is not installed here')
  const findings = lint?.split('\n').filter((line) => line !== '' && !NO_DATE.test(line))
  expect(findings).toEqual([])
})

test('groff has nothing to say against it, and shows options as they are typed', async ({ skip }) => {
  // Letters are printed once, even bold ones.
  const shown = await said('groff', '-man', '-ww', '-Tascii', '-P-cbu')
  skip(shown === null, 'groff is not installed here')
  expect(shown).toMatch(/^NAME\n {7}setup-plex - helps/m)
  expect(shown).toMatch(/^ {7}--data-dir DIR$/m)
  expect(shown).not.toMatch(/warning|error/i)
})
