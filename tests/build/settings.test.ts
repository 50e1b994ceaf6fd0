import { resolveConfig } from 'prettier'
import { expect, it } from 'vitest'
import lingui from '../../lingui.config.ts'
import { LANGUAGES } from '../../src/i18n/languages.ts'
import { DOCUMENTS, textOf } from './documents.ts'

const { version, engines, devDependencies } = JSON.parse(textOf('package.json')) as {
  readonly version: string
  readonly engines: { readonly node: string }
  readonly devDependencies: Readonly<Record<string, string>>
}
const LEAST = engines.node.replace('>=', '')

it('the version of Node to work with is the oldest that is promised', () => {
  expect(textOf('.node-version').trim()).toBe(`${LEAST}.0`)
})

it('types are those of the oldest Node that is promised', () => {
  expect(devDependencies['@types/node']).toMatch(new RegExp(`^${LEAST}\\.`))
})

it('documents promise the same version of Node', () => {
  const promised = DOCUMENTS.flatMap((file) =>
    [...textOf(file).matchAll(/Node (\d+\.\d+)/g)].map(([, node]) => node),
  )
  expect(promised.length).toBeGreaterThan(1)
  expect(new Set(promised)).toEqual(new Set([LEAST]))
})

it('editors and prettier agree', async () => {
  const formatted = await resolveConfig('src/main.tsx', { editorconfig: false })
  const edited = Object.fromEntries(
    textOf('.editorconfig')
      .split('\n')
      .filter((line) => line.includes(' = '))
      .map((line) => line.split(' = ')),
  ) as Readonly<Record<string, string>>
  expect(Number(edited['max_line_length'])).toBe(formatted?.printWidth)
  expect(edited).toMatchObject({
    indent_style: formatted?.useTabs === true ? 'tab' : 'space',
    indent_size: String(formatted?.tabWidth ?? 2),
    end_of_line: formatted?.endOfLine ?? 'lf',
  })
})

it('the languages that people can choose are those that have to be complete', () => {
  expect(Object.keys(LANGUAGES)).toEqual(lingui.locales)
})

it('CHANGELOG tells of this version first, and nothing of how it is made', () => {
  const changes = textOf('CHANGELOG.md')
  expect(/^## (.*)$/m.exec(changes)?.[1]).toBe(version)
  expect(changes).not.toMatch(/\b(tests?|refactor\w*|src\/|lint\w*|CI|npm run)\b/)
})
