import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { BEHAVIOURS } from '../../src/mocks/behaviours.ts'
import { HOST_NAMES } from '../../src/mocks/dev-network.ts'

const README = readFileSync('README.md', 'utf8')

it.each(Object.entries(BEHAVIOURS))('README says what the pretend host "%s" does', (behaviour, does) => {
  const row = README.split('\n').find((line) => line.startsWith(`| ${behaviour} `))
  expect(row?.split('|').map((cell) => cell.trim())).toEqual([
    '',
    behaviour,
    `\`${HOST_NAMES[behaviour as keyof typeof HOST_NAMES]}\``,
    does,
    '',
  ])
})

it('README points only to files that exist', () => {
  const links = [...README.matchAll(/\]\(([^)#:]+)\)/g)].map(([, target = '']) => target)
  expect(links.length).toBeGreaterThan(0)
  expect(links.filter((target) => !existsSync(target))).toEqual([])
})
