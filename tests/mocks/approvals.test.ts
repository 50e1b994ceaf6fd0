import { afterEach, expect, test, vi } from 'vitest'
import { freshApproval, watchApprovals } from '../../src/mocks/approvals.ts'
import { APPROVAL_KEY } from '../../src/mocks/sign-in-page.ts'

const stored = (at: number) => JSON.stringify({ machineIdentifier: 'abc', at })

afterEach(() => {
  localStorage.clear()
})

test.each([
  [null, null],
  ['', null],
  ['nonsense', null],
  ['null', null],
  ['{"machineIdentifier":7,"at":1000}', null],
  [stored(1_000_000), 'abc'],
  [stored(900_000), null],
  [stored(2_000_000), null],
])('of %s it takes %s', (text, approved) => {
  expect(freshApproval(text, 1_000_000)).toBe(approved)
})

test('hears of an approval in another tab, and of the one before it was opened', () => {
  localStorage.setItem(APPROVAL_KEY, stored(Date.now()))
  const tell = vi.fn()
  watchApprovals(tell)
  expect(tell).toHaveBeenCalledTimes(1)
  dispatchEvent(new StorageEvent('storage', { key: APPROVAL_KEY, newValue: stored(Date.now()) }))
  dispatchEvent(new StorageEvent('storage', { key: 'something else', newValue: stored(Date.now()) }))
  expect(tell.mock.calls).toEqual([['abc'], ['abc']])
})
