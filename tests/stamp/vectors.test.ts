// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EMPTY_ELEMENT } from '../../src/stamp/format.ts'
import { parseStamp } from '../../src/stamp/read-stamp.ts'
import { filledPage } from '../../src/stamp/write-stamp.ts'
import { READING, WRITING } from './vectors.ts'

const ELEMENT = /^<script id="setup-stamp" type="application\/json">(.*)<\/script>$/s

describe('what a writer makes of JSON (docs/stamp-vectors/writing.json)', () => {
  it.each(WRITING)('$name', ({ json, escaped }) => {
    expect(escaped).not.toMatch(/[<>&\u2028\u2029]/)
    expect(JSON.parse(escaped)).toEqual(JSON.parse(json))
    const [, written = ''] = ELEMENT.exec(filledPage(EMPTY_ELEMENT, JSON.parse(json) as object)) ?? []
    // This writer makes its JSON itself: blanks and escapes that need not be are not in it.
    expect(JSON.parse(written)).toEqual(JSON.parse(json))
    if (JSON.stringify(JSON.parse(json)) === json) expect(written).toBe(escaped)
  })

  it('is checked to the letter in most of them', () => {
    const exact = WRITING.filter(({ json }) => JSON.stringify(JSON.parse(json)) === json)
    expect(exact.length).toBeGreaterThan(WRITING.length / 2)
  })
})

describe('what the page reads (docs/stamp-vectors/reading.json)', () => {
  it.each(READING)('$name', ({ text, reads }) => {
    expect(parseStamp(text)).toEqual(reads)
  })

  it('each stands between the tags without ending them', () => {
    for (const { name, text } of READING) expect([name, /<\/script|<!--/i.test(text)]).toEqual([name, false])
  })
})

it('the documents say how the vectors are to be used', () => {
  const document = readFileSync(new URL('../../docs/embedding.md', import.meta.url), 'utf8')
  for (const word of ['writing.json', 'reading.json', 'escaped', 'reads']) expect(document).toContain(word)
})
