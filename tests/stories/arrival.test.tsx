import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { pass } from './clock.ts'
import { ADDRESS, home, stampFor } from './home.ts'
import { arriveAt, openPage } from './open-page.tsx'
import { openWaiting } from './open-waiting.ts'
import { CLAIMED, MISSING, READY, STARTING, WAITING } from './words.ts'

const announced = () => screen.getByRole('status').textContent

it('does not take the focus, nor announce anything, when the page opens', async () => {
  openPage({ network: home('silent'), stamp: stampFor() })
  await pass(2_000)
  expect(document.activeElement).toBe(document.body)
  expect(announced()).toBe('')
  expect(document.title).toBe('Looking for your server · Setup Plex')
})

it('moves the focus to the heading of every new screen, which is read, and announces nothing besides', async () => {
  const network = home()
  const page = openPage({ network, stamp: stampFor() })
  for (const [behaviour, heading] of [
    ['unclaimed', READY],
    ['stuck-starting', STARTING],
    ['unclaimed', READY],
  ] as const) {
    network.become(ADDRESS, behaviour)
    const h1 = await arriveAt(heading, 10_000)
    expect(document.activeElement).toBe(h1)
    await pass(200)
    expect(announced()).toBe('')
  }
  await page.user.click(screen.getByRole('link', { name: 'Sign in (opens a new tab)' }))
  expect(document.activeElement).toBe(await arriveAt(WAITING))
  await pass(200)
  expect(announced()).toBe('')
})

it('has one heading of the first level, which can take the focus and is no stop for the Tab key', async () => {
  openPage({ network: home(), stamp: stampFor() })
  await arriveAt(READY)
  const headings = screen.getAllByRole('heading', { level: 1 })
  expect(headings).toHaveLength(1)
  expect(headings[0]?.getAttribute('tabindex')).toBe('-1')
})

it('leaves the focus where the person put it while the screen stays the same', async () => {
  const page = await openWaiting()
  await page.user.tab()
  const chosen = document.activeElement
  expect(chosen).not.toBe(document.body)
  await pass(10_000)
  expect(document.activeElement).toBe(chosen)
})

it('says nothing again while the screen stays the same, whatever the answers are', async () => {
  openPage({ network: home('refusing'), stamp: stampFor() })
  await arriveAt(MISSING)
  await pass(200)
  let changes = 0
  const observer = new MutationObserver(() => {
    changes += 1
  })
  observer.observe(screen.getByRole('status'), { subtree: true, childList: true, characterData: true })
  await pass(15_000)
  observer.disconnect()
  expect(changes).toBe(0)
})

it('marks the step that the person is at', async () => {
  const network = home()
  await openWaiting({ network })
  const current = () => screen.getAllByRole('listitem').find((step) => step.ariaCurrent === 'step')
  expect(current()?.textContent.trim()).toBe('Sign in')
  network.become(ADDRESS, 'claimed')
  await arriveAt(CLAIMED)
  expect(current()?.textContent.trim()).toBe('Ready')
})
