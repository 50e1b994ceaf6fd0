// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const SOURCES = new URL('../../src/', import.meta.url)
const ONE_SIDE =
  /(?:^|[\s;{])((?:[\w-]+-)?(?:left|right)(?:-[\w-]+)?\s*:[^;}]*|[\w-]+\s*:\s*(?:left|right)\b[^;}]*)/g
/** The same from either side. */
const EITHER = ['left: 1.125rem']

test('styles say start and end, not left and right: some languages are written the other way round', () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.css'),
  )
  expect(files.length).toBeGreaterThan(20)
  const found = files.flatMap((file) => {
    const styles = readFileSync(new URL(file, SOURCES), 'utf8').replace(/\/\*[^]*?\*\//g, '')
    return [...styles.matchAll(ONE_SIDE)].map(([, declaration = '']) => `${file}: ${declaration}`)
  })
  expect(found.filter((each) => !EITHER.some((known) => each.endsWith(known)))).toEqual([])
})
