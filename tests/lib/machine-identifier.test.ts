import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseMachineIdentifier, tailOf } from '../../src/lib/machine-identifier.ts'
import { ATTIC } from '../../src/gallery/said.ts'

it.each([
  ['31 digits', 'a'.repeat(31), null],
  ['32 digits', 'a'.repeat(32), 'a'.repeat(32)],
  ['40 digits', ATTIC, ATTIC],
  ['64 digits', '0'.repeat(64), '0'.repeat(64)],
  ['65 digits', 'a'.repeat(65), null],
  ['capitals', ATTIC.toUpperCase(), ATTIC],
  ['another letter', 'g'.repeat(40), null],
  ['wide digits', '１'.repeat(40), null],
  ['hyphens', '4e1b7c90-a2d3-5f68-b0c4-d7e19f2a6b83', null],
  ['a line break at the end', `${ATTIC}\n`, null],
  ['a line break in the middle', `${ATTIC}\n${ATTIC}`, null],
  ['a number', 1e39, null],
  ['a list', [ATTIC], null],
  ['nothing', undefined, null],
])('%s', (_what, value, expected) => {
  expect(parseMachineIdentifier(value)).toBe(expected)
})

it('is the same however it is read again', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9a-fA-F]{32,64}$/), (value) => {
      const parsed = parseMachineIdentifier(value)
      expect(parsed).toBe(value.toLowerCase())
      expect(parseMachineIdentifier(parsed)).toBe(parsed)
    }),
  )
})

it('can be told apart by its last six digits', () => {
  expect(tailOf(ATTIC)).toBe('d0e7f1')
})
