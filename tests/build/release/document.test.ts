import { expect, test } from 'vitest'
import { MAKERS, makersIn, wordsFor } from '../../../src/build/release/makers.ts'
import { filesIn, rowsOf, textOf } from '../documents.ts'

const DOCUMENT = textOf('docs/releasing.md')
const CODE = filesIn('src/build/release').map(textOf).join('\n')
const cells = rowsOf(DOCUMENT).map(([first = '']) => first.replaceAll('`', ''))

test('docs/releasing.md names the options of "npm run release"', () => {
  const options = [...CODE.matchAll(/^ {4}'?([\w-]+)'?: \{ type: '/gm)].map(([, name]) => `--${name}`)
  expect(options.length).toBeGreaterThan(2)
  expect(cells.filter((cell) => cell.startsWith('--'))).toEqual(options)
})

test('docs/releasing.md names the files that are written into the folder', () => {
  const files = cells.filter((cell) => !cell.startsWith('--'))
  const written = [...CODE.matchAll(/'([\w-]+\.(?:md|txt|html|json)|SHA256SUMS)'/g)].map(([, name]) => name)
  expect(written.length).toBeGreaterThan(5)
  const others = ['package.json', 'CHANGELOG.md']
  expect(files).toEqual(expect.arrayContaining(written.filter((name = '') => !others.includes(name))))
  for (const name of [
    'Setup Plex.html',
    'setup-plex-<version>.tgz',
    'sbom.cdx.json',
    'THIRD-PARTY-NOTICES.txt',
    'LICENSE',
  ])
    expect(files).toContain(name)
})

test('what makes more files is taken where package.json has its script, and told where it has not', () => {
  const [one, ...others] = MAKERS
  expect(one).toBeDefined()
  expect(makersIn({ [one?.script ?? '']: 'tsx it.ts', build: 'vite build' })).toEqual({
    there: [one],
    missing: others,
  })
})

test('what makes more files brings no sums of its own, which would stand in the index as those of the release', () => {
  expect(wordsFor('The programs', 'SHA256SUMS')).toBeNull()
  expect(wordsFor('The programs', 'setup-plex-linux-x64')).toBe('The programs')
  expect(wordsFor('The programs', 'LICENSE.txt')).toMatch(/licences/)
})

test('what makes more files writes where the list says, which git does not keep', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { readonly scripts: Record<string, string> }
  const ignored = textOf('.gitignore').split('\n')
  expect(ignored).toContain('/release/')
  for (const { folder } of makersIn(scripts).there) expect(ignored).toContain(`${folder}/`)
})
