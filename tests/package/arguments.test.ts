// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { command, SENTENCE } from './command.ts'

test.each([
  ['write', '--out', '--watch'],
  ['write', '--name', '-h'],
  ['write', '--out=--watch'],
  ['serve', '--host', '--proxy', '192.168.1.5'],
  ['find', '--timeout', '--json'],
])('setup-plex %s %s %s: a forgotten value is no option that was eaten', async (...args) => {
  const ended = await command(...args)
  expect(ended).toMatchObject({ code: 2, said: '' })
  expect(ended.complained).toMatch(SENTENCE)
  expect(ended.complained).toContain('needs a value')
})

test.each([
  [['find', '--what'], 'Unknown option'],
  [['find', '--timeout'], 'argument missing'],
  [['write', 'extra'], 'Too many arguments'],
  [['help', 'claim'], 'There is no "claim"'],
])('setup-plex %j says where to read what there is', async (args, sentence) => {
  const ended = await command(...args)
  expect(ended).toMatchObject({ code: 2, said: '' })
  expect(ended.complained).toMatch(SENTENCE)
  expect(ended.complained).toContain(sentence)
  expect(ended.complained).toMatch(/"setup-plex.* --help" lists what there is\.\n$/)
})

test.each([[['--debug', 'find', '--help']], [['find', '--help', '--debug']]])(
  '%j: --debug stands anywhere',
  async (args) => {
    expect(await command(...args)).toMatchObject({ code: 0, complained: '' })
  },
)

test('what is bundled from elsewhere takes its notice along', () => {
  const built = join(inject('installed'), 'node_modules/setup-plex/dist-node')
  const programs = readdirSync(built).filter((name) => name.endsWith('.js'))
  const text = programs.map((name) => readFileSync(join(built, name), 'utf8')).join('\n')
  for (const holder of ['TJ Holowaychuk', 'Fabian Hiller']) expect(text).toContain(holder)
})
