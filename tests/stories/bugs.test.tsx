import { fireEvent, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { bugIn } from '../../src/app/uncaught-bugs.tsx'
import { pass } from './clock.ts'
import { expectedComplaints } from './complaints.ts'
import { home, stampFor } from './home.ts'
import { arriveAt, openPage } from './open-page.tsx'
import { READY } from './words.ts'

const CRASHED = 'This page made a mistake'
const BUG = 'Nobody thought of this'

function bug(): never {
  throw new Error(BUG)
}

async function crashes(): Promise<void> {
  await arriveAt(CRASHED)
  expect(document.documentElement.dataset['stage']).toBe('crashed')
  expectedComplaints()
}

it('a bug while asking a server reaches the crash page', async () => {
  const page = openPage({ network: home(), stamp: stampFor() })
  await arriveAt(READY)
  // A browser whose answers have no headers to read.
  vi.stubGlobal('fetch', () => Promise.resolve({ status: 200, type: 'cors', headers: { get: bug } }))
  await crashes()
  await page.close()
})

it('a bug in an effect reaches the crash page', async () => {
  vi.spyOn(document, 'addEventListener').mockImplementation((name) => {
    if (name === 'visibilitychange') bug()
  })
  openPage({ network: home(), stamp: stampFor() })
  await crashes()
})

it('a bug when something is pressed reaches the crash page', async () => {
  openPage({ network: home(), stamp: stampFor() })
  await arriveAt(READY)
  vi.spyOn(JSON, 'stringify').mockImplementationOnce(bug)
  fireEvent.click(screen.getByRole('button', { name: 'Not now' }))
  await crashes()
})

it('a promise that nobody waits for reaches the crash page', async () => {
  openPage({ network: home(), stamp: stampFor() })
  await arriveAt(READY)
  window.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: new Error(BUG) }))
  await crashes()
})

it('a question that was given up is no bug', async () => {
  const page = openPage({ network: home(), stamp: stampFor() })
  await arriveAt(READY)
  const reason = new DOMException('Nobody waits for this answer any more', 'AbortError')
  window.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason }))
  await pass(1_000)
  expect(page.stage()).toBe('unclaimed')
})

it('what an extension of the browser does wrong is not ours', () => {
  const theirs = Object.assign(new Error(BUG), { stack: 'Error\n at chrome-extension://abc/content.js:1:1' })
  expect(bugIn(theirs)).toBeNull()
  expect(bugIn(new Error(BUG))).toBeInstanceOf(Error)
  // Browsers tell about loops in a layout by an error event without an error.
  expect(bugIn(undefined)).toBeNull()
})
