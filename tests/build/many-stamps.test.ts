// @vitest-environment node
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EMPTY_ELEMENT } from '../../src/stamp/format.ts'
import { parseStamp } from '../../src/stamp/read-stamp.ts'
import { filledPage } from '../../src/stamp/write-stamp.ts'
import { documentOf } from './document-of.ts'

const AROUND = [
  '<!doctype html><html lang="en"><head>',
  '</head><body><p id="after">after</p></body></html>',
] as const
const PAGE = AROUND.join(EMPTY_ELEMENT)
const HOSTILE = [
  '</script>',
  '<!--',
  '-->',
  '<script>',
  '\u2028',
  '\u2029',
  '&lt;',
  '$&',
  '\\',
  '"',
  '\u0000',
  '\ud800',
  ']]>',
]

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string()), { maxLength: 6 })
    .map((parts) => parts.join('')),
)
const value = fc.oneof(
  text,
  fc.jsonValue(),
  fc.array(text, { maxLength: 4 }),
  fc.constantFrom(1, 0, true, null),
)
const fields = [
  'machineIdentifier',
  'friendlyName',
  'version',
  'platform',
  'addresses',
  'enforced',
  'page',
  '__proto__',
]
const stamp = fc.record(
  {
    format: fc.oneof(fc.constant(1), value),
    writtenAt: value,
    server: fc.oneof(fc.dictionary(fc.oneof(fc.constantFrom(...fields), text), value, { maxKeys: 6 }), value),
    signIn: value,
  },
  { requiredKeys: [] },
)

const elementIn = (page: string): string =>
  page.slice(
    AROUND[0].length + EMPTY_ELEMENT.length - '{}</script>'.length,
    -(AROUND[1].length + '</script>'.length),
  )

test('100,000 stamps: none ends its element, none makes the reader throw', { timeout: 300_000 }, () => {
  let count = 0
  fc.assert(
    fc.property(stamp, (each) => {
      const page = filledPage(PAGE, each)
      const inside = elementIn(page)
      // What can neither end the element nor begin anything in it, by the rules of HTML and of JavaScript alike.
      expect(/[<>&\u2028\u2029]/.test(inside)).toBe(false)
      expect(page.startsWith(AROUND[0]) && page.endsWith(AROUND[1])).toBe(true)
      expect(typeof parseStamp(inside).broken).toBe('boolean')
      count += 1
    }),
    { numRuns: 100_000 },
  )
  expect(count).toBe(100_000)
})

test('a parser of HTML agrees', { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(stamp, (each) => {
      const page = documentOf(filledPage(PAGE, each))
      expect(page.scripts).toHaveLength(1)
      expect(page.getElementById('after')?.textContent).toBe('after')
      expect(page.querySelectorAll('head > script + *, body > :not(#after)')).toHaveLength(0)
    }),
    { numRuns: 1_000 },
  )
})
