import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { DOCUMENTS, filesIn, sectionOf, textOf } from './documents.ts'

const README = textOf('README.md')
const MOST_WORDS = 700

it('README is read in a few minutes', () => {
  expect(README.split(/\s+/).filter((word) => /\w/.test(word)).length).toBeLessThanOrEqual(MOST_WORDS)
})

it('README has every folder of the sources on its map, and no other', () => {
  const mapped = [...sectionOf(README, 'The map').matchAll(/^ {4}src\/([\w-]+)\/ /gm)].map(
    ([, folder]) => folder,
  )
  const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(new Set(mapped)).toEqual(new Set(folders.map(({ name }) => name)))
})

it('README leads to every document', () => {
  const documents = DOCUMENTS.filter((file) => !/^README|decisions\/\d/.test(file))
  expect(documents.length).toBeGreaterThan(10)
  expect(documents.filter((file) => !README.includes(`](${file})`))).toEqual([])
})

it('every picture of the documents is shown in one', () => {
  const pictures = filesIn('docs').filter((file) => file.endsWith('.png'))
  expect(pictures.length).toBeGreaterThan(0)
  expect(pictures.filter((file) => !README.includes(`](${file})`))).toEqual([])
})
