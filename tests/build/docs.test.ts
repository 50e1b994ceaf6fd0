import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { DOCUMENTS, filesIn, headingsOf, textOf } from './documents.ts'

const LINK = /\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g

it.each(DOCUMENTS)('%s points only to files and chapters that exist', (file) => {
  // What stands between backticks shows a form and leads nowhere.
  const words = textOf(file).replace(/`[^`]*`(?!\])/g, '')
  const links = [...words.matchAll(LINK)].map(([link, target = '', chapter]) => ({
    link,
    path: target === '' ? file : join(dirname(file), target),
    chapter,
  }))
  const lost = links.filter(
    ({ path, chapter }) =>
      !existsSync(path) ||
      (chapter !== undefined && !headingsOf(textOf(path)).map(anchorOf).includes(chapter)),
  )
  expect(lost.map(({ link }) => link)).toEqual([])
})

/** What the address of a heading ends with. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replaceAll(' ', '-')
}

it('docs/security.md names tests and journeys that exist', () => {
  const text = textOf('docs/security.md')
  const tests = [...text.matchAll(/`(tests\/[^`]+)`/g)].map(([, path = '']) => path)
  expect(tests.length).toBeGreaterThan(10)
  expect(tests.filter((path) => !existsSync(path))).toEqual([])

  const rows = filesIn('tests/browser')
    .filter((file) => /(journeys|faults)\.ts$/.test(file))
    .map(textOf)
    .join('\n')
  const journeys = [...text.matchAll(/journeys? ((?:"[^"]+"(?:, )?)+)/g)].flatMap(([, names = '']) =>
    [...names.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name.replace(/[ …]+$/, '')),
  )
  expect(journeys.length).toBeGreaterThan(5)
  expect(journeys.filter((name) => !rows.includes(`name: '${name}`))).toEqual([])
})
