import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
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

it('README leads to every document', () => {
  const documents = DOCUMENTS.filter((file) => !/^README|decisions\/\d|languages\/[a-z]/.test(file))
  expect(documents.length).toBeGreaterThan(10)
  expect(documents.filter((file) => !README.includes(`](${file})`))).toEqual([])
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
  expect(shown.sort()).toEqual(filesIn('docs').filter((file) => file.endsWith('.png')))
})
