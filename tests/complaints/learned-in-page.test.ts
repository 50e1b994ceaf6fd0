import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { packed } from '../../src/build/packed.ts'
import { dataElement } from '../../src/build/word-elements.ts'
import { learned as learnedInPage } from '../../src/complaints/learned-in-page.ts'

// A small one: what it says is said elsewhere.
const MODEL = 'revoked unknown\n0.00 0.00\n0.5\nserver\tserver\n\nserver z'
const FOREIGN_TEXT = 'mein Passwort ist neu'
const ERROR_TEXT = '<MediaContainer claimed="0">'

// A busy computer takes its time.
vi.setConfig({ testTimeout: 60_000 })

beforeEach(() => vi.resetModules())
afterEach(() => {
  document.body.replaceChildren()
  vi.doUnmock('../../src/complaints/complaints.tsv')
})

const there = (data: unknown): void =>
  document.body.append(document.createRange().createContextualFragment(dataElement('learned', data)))

async function understandInPage() {
  vi.doMock('../../src/complaints/complaints.tsv', () => ({ learned: learnedInPage }))
  return (await import('../../src/diagnosis/symptoms.ts')).understand
}

test('what is learned is read from the page', async () => {
  there(packed(MODEL))
  expect(learnedInPage()).toBe(MODEL)
  const { fits } = (await understandInPage())('server')
  expect(fits.map(({ cause }) => cause)).toEqual(['revoked'])
})

test.each([
  ['is not there', null],
  ['is no text', packed(['server'])],
  ['is damaged', packed(MODEL).replace(/.(?=.{9}$)/, (letter) => (letter === '$' ? '%' : '$'))],
  ['is cut short', packed(MODEL).slice(0, -4)],
])('where it %s, words mean nothing, and error texts what they always do', async (_what, data) => {
  if (data !== null) there(data)
  expect(learnedInPage()).toBeNull()
  const understand = await understandInPage()
  expect(understand(FOREIGN_TEXT)).toEqual({ fits: [], errors: [] })
  expect(understand(ERROR_TEXT).fits[0]?.cause).toBe('not-claimed')
})
