import { expect, test } from 'vitest'
import { filesIn, textOf } from './documents.ts'

/** Each component's own, and known by this name to all who write them. */
const EVERYWHERE = new Set(['Props'])
const DECLARED = /^\s*(?:export )?(?:type|interface) (\w+)[^,]*?[={]/gm

test('a type has a name of its own, so that a word means one thing', () => {
  const names = filesIn('src')
    .filter((file) => /\.(?:ts|tsx|mts)$/.test(file))
    .flatMap((file) => [...textOf(file).matchAll(DECLARED)].map(([, name = '']) => ({ name, file })))
    .filter(({ name }) => !EVERYWHERE.has(name))
  expect(names.length).toBeGreaterThan(150)
  const twice = names.filter(({ name }) => names.filter((other) => other.name === name).length > 1)
  expect(twice.map(({ name, file }) => `${name} (${file})`)).toEqual([])
})
