import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ROUTERS, USUAL_PAGES } from '../../src/server/routers.ts'

const text = readFileSync(new URL('../../docs/search.md', import.meta.url), 'utf8')

/** The makes of the document's table, with the networks of the addresses that it gives for each. */
const told = [...text.matchAll(/^\| (.+?) +\| (\d+\.\d+\.\d+\.\d+.*?) *\|$/gm)].map(
  ([, name, places = '']) => [
    name,
    [...places.matchAll(/(\d+\.\d+\.\d+)\.\d+/g)].map(([, network]) => network),
  ],
)

it('the document tells of every make that people are asked for, and where its router is', () => {
  // Of a network that is larger, the first part says where the router is.
  const asked = ROUTERS.map(({ name, networks }) => [name, name === 'eero' ? networks.slice(0, 1) : networks])
  expect(told).toEqual(asked)
})

it('the other addresses that it names are asked', () => {
  const [, others = ''] = /Others that are asked: ([^]+?)\n\n/.exec(text) ?? []
  const named = [...others.matchAll(/\d+\.\d+\.\d+\.\d+/g)].map(([host]) => `http://${host}`)
  expect(named.length).toBeGreaterThan(3)
  expect(USUAL_PAGES).toEqual(expect.arrayContaining(named))
})
