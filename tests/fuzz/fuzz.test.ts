// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { rowsOf, textOf } from '../build/documents.ts'

it('the document names every parser that is tried', () => {
  const sources = readdirSync('tests/fuzz')
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(`tests/fuzz/${name}`, 'utf8'))
  const tried = sources.flatMap((source) =>
    [...source.matchAll(/^keeps\('([^']+)'/gm)].map(([, name]) => name),
  )
  const [chapter = ''] = textOf('docs/fuzzing.md').split('## By chance')
  expect(tried.length).toBeGreaterThan(10)
  expect(rowsOf(chapter).map(([name]) => name)).toEqual(expect.arrayContaining(tried))
})
