// @vitest-environment node
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { StampValue } from '../../src/stamp/format.ts'
import { filledPage, stampedPage } from '../../src/stamp/write-stamp.ts'

// A busy computer takes its time over thousands of examples.
vi.setConfig({ testTimeout: 60_000 })

const EMPTY = '<script id="setup-stamp" type="application/json">{}</script>'
const PAGE = `<!doctype html><head>${EMPTY}<script>"$&"</script></head>`
const stampIn = (page: string) => /type="application\/json">(.*?)<\/script>/s.exec(page)?.[1] ?? ''

test('fills the two characters and touches nothing else', () => {
  const page = stampedPage(PAGE, { format: 1 })
  expect(page).toBe(PAGE.replace('{}', '{"format":1}'))
})

test.each([
  '</script><script>alert(1)</script>',
  '<!--<script>',
  "$& $1 $$ $` $'",
  '\u2028\u2029&amp;',
  '"quoted" \\ back',
])('keeps %s as text', (friendlyName) => {
  const stamp = stampIn(stampedPage(PAGE, { server: { friendlyName } }))
  expect(stamp).not.toMatch(/[<>&\u2028\u2029]/)
  expect(JSON.parse(stamp)).toEqual({ server: { friendlyName } })
})

test('a stamp may be as long as a page reads, and no longer', () => {
  const padded = (length: number) => ({ padding: 'x'.repeat(length) }) as StampValue
  const most = 256 * 1024 - JSON.stringify(padded(0)).length
  expect(stampIn(stampedPage(PAGE, padded(most)))).toHaveLength(256 * 1024)
  expect(() => stampedPage(PAGE, padded(most + 1))).toThrow(/too long/)
})

test('whatever is stamped can be read back', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), (stamp) => {
      const written = stampIn(filledPage(PAGE, stamp))
      expect(written).not.toMatch(/[<>&\u2028\u2029]/)
      expect(JSON.stringify(JSON.parse(written))).toBe(JSON.stringify(stamp))
    }),
  )
})

test.each([
  ['no stamp', '<html></html>'],
  ['two stamps', EMPTY + EMPTY],
  ['a stamp that is filled already', stampedPage(PAGE, { format: 1 })],
])('refuses a page with %s', (_what, page) => {
  expect(() => stampedPage(page, {})).toThrow(/one empty stamp/)
})

test.each([
  [{ server: { page: '//evil.example' } }, 'server.page'],
  [{ server: { addresses: ['http://a:1/web'], platform: 'BeOS' } }, 'server.platform, server.addresses'],
  [{ format: 2 }, 'format'],
  [{ language: 'de_DE.UTF-8' }, 'language'],
  [undefined, 'stamp'],
  [{ signIn: { code: 'abcde', expiresAt: '2026-11-23T09:30:00Z' } }, 'signIn'],
  [{ server: { friendlyName: 'n'.repeat(300_000) } }, 'it is too long'],
])('refuses what the page could not read back: %j', (value, named) => {
  expect(() => stampedPage(PAGE, value as StampValue)).toThrow(
    new TypeError(`a stamp can't say this: ${named}`),
  )
})
