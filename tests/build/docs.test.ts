import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

const DOCUMENTS = ['docs', 'docs/decisions'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
)
const textOf = (file: string): string => readFileSync(file, 'utf8')

it.each(DOCUMENTS)('%s points only to files that exist', (file) => {
  const links = [...textOf(file).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target)
  expect(links.filter((target) => !existsSync(join(dirname(file), target)))).toEqual([])
})

it('docs/security.md names tests and journeys that exist', () => {
  const text = textOf('docs/security.md')
  const tests = [...text.matchAll(/`(tests\/[^`]+)`/g)].map(([, path = '']) => path)
  expect(tests.length).toBeGreaterThan(10)
  expect(tests.filter((path) => !existsSync(path))).toEqual([])

  const rows = readdirSync('tests/browser')
    .filter((name) => /(journeys|faults)\.ts$/.test(name))
    .map((name) => textOf(join('tests/browser', name)))
    .join('\n')
  const journeys = [...text.matchAll(/journeys? ((?:"[^"]+"(?:, )?)+)/g)].flatMap(([, names = '']) =>
    [...names.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name.replace(/[ …]+$/, '')),
  )
  expect(journeys.length).toBeGreaterThan(5)
  expect(journeys.filter((name) => !rows.includes(`name: '${name}`))).toEqual([])
})

it('docs/command.md and --help name the same exit codes', () => {
  const help = textOf('src/command/run-command.ts')
  const codes = [...textOf('docs/command.md').matchAll(/^\| (\d+) +\|/gm)].map(([, code]) => code)
  expect(codes).toEqual(['0', '1', '2', '3', '70'])
  for (const code of codes)
    expect(help).toMatch(new RegExp(`\\b${code} (done|no server|wrong|the computer|a mistake)`))
})
