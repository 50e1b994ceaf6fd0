import { readdirSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { expect, it } from 'vitest'
import { LANGUAGES } from '../../src/i18n/languages.ts'
import { DOCUMENTS, filesIn, sectionOf, textOf } from './documents.ts'

const README = textOf('README.md')
const MOST_WORDS = 700
/** In both themes, with words for those who don't see it. */
const PICTURE =
  /<picture>\s+<source media="\(prefers-color-scheme: dark\)" srcset="([^"]+)-dark\.png">\s+<img alt="[^"]{40,}" src="\1-light\.png">\s+<\/picture>/g

it('README is read in a few minutes', () => {
  expect(
    README.replace(/<[^>]+>/g, ' ')
      .split(/\s+/)
      .filter((word) => /\w/.test(word)).length,
  ).toBeLessThanOrEqual(MOST_WORDS)
})

it('README has every folder of the sources on its map, and no other', () => {
  const mapped = [...sectionOf(README, 'The map').matchAll(/^ {4}src\/([\w-]+)\/ /gm)].map(
    ([, folder]) => folder,
  )
  const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(new Set(mapped)).toEqual(new Set(folders.map(({ name }) => name)))
})

it('the index of documents leads to every one, but for those that an index of their own leads to', () => {
  const index = textOf('docs/README.md')
  const documents = DOCUMENTS.filter((file) => !/^(docs\/)?README|decisions\/\d|languages\/[a-z]/.test(file))
  expect(documents.length).toBeGreaterThan(10)
  expect(documents.filter((file) => !index.includes(`](${relative('docs', file)})`))).toEqual([])
})

it('every document is reached from README, link by link', () => {
  const reached = new Set(['README.md'])
  for (const file of reached) {
    const targets = [...textOf(file).matchAll(/\]\(([^)#:]+\.md)(?:#[^)]*)?\)/g)].map(
      ([, target = '']) => target,
    )
    for (const target of targets) reached.add(join(dirname(file), target))
  }
  expect(README).toContain('](docs/README.md)')
  expect(DOCUMENTS.filter((file) => !reached.has(file))).toEqual([])
})

it('the index of languages leads to every sheet, and names every language', () => {
  const index = textOf('docs/languages/README.md')
  const sheets = DOCUMENTS.filter((file) => /languages\/[a-z]/.test(file))
  expect(sheets.filter((file) => !index.includes(`](${basename(file)})`))).toEqual([])
  expect(Object.values(LANGUAGES).filter(({ name }) => !index.includes(`| ${name} `))).toEqual([])
})

it('every picture is shown in one of the documents, the dark one where people like it dark', () => {
  const shown = DOCUMENTS.flatMap((document) =>
    [...textOf(document).matchAll(PICTURE)].flatMap(([, name = '']) =>
      ['dark', 'light'].map((theme) => join(dirname(document), `${name}-${theme}.png`)),
    ),
  )
  expect(shown.length).toBeGreaterThan(0)
  expect([...new Set(shown)].sort()).toEqual(filesIn('docs').filter((file) => file.endsWith('.png')))
})
