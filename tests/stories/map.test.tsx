import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { pass } from './clock.ts'
import { ADDRESS, home, stampFor } from './home.ts'
import { arriveAt, openPage } from './open-page.tsx'
import { CLAIMED, LOOKING, MISSING, READY, WAITING } from './words.ts'

/** What somebody hears of the map who does not see it. */
function told(): readonly (string | null)[] {
  const list = within(screen.getByRole('banner')).queryByRole('list', { name: 'Connections' })
  if (list === null) return []
  return within(list)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)
}

it('tells on the way how far the page gets, in two whole sentences', async () => {
  const network = home('silent')
  const page = openPage({ network, stamp: stampFor() })
  await arriveAt(LOOKING)
  expect(told()).toEqual([
    'This device is waiting for an answer from the server.',
    'Whether the server is linked to a Plex account is not known yet.',
  ])
  network.become(ADDRESS, 'unclaimed')
  await arriveAt(READY, 15_000)
  expect(told()).toEqual([
    'This device reaches the server.',
    'The server is not linked to a Plex account yet.',
  ])
  await page.user.click(screen.getByRole('link', { name: 'Sign in (opens a new tab)' }))
  await arriveAt(WAITING)
  expect(told()[1]).toBe('The server is waiting for a sign-in to be linked to a Plex account.')
  network.become(ADDRESS, 'claimed')
  await arriveAt(CLAIMED)
  expect(told()).toEqual(['This device reaches the server.', 'The server is linked to a Plex account.'])
})

it('says where the answers end', async () => {
  openPage({ network: home('silent'), stamp: stampFor() })
  await arriveAt(MISSING, 10_000)
  expect(told()[0]).toBe('No answer comes back from the address of the server.')
})

it('hides the picture from those who are told, and announces no change of it', async () => {
  const network = home()
  openPage({ network, stamp: stampFor() })
  await arriveAt(READY)
  const header = screen.getByRole('banner')
  expect(
    [...header.querySelectorAll('svg')].filter((svg) => svg.closest('[aria-hidden=true]') === null),
  ).toEqual([])
  await pass(200)
  const announced = screen.getByRole('status').textContent
  network.become(ADDRESS, 'refusing')
  await pass(4_000)
  expect(told()[0]).toBe('This device is waiting for an answer from the server.')
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(READY)
  expect(screen.getByRole('status').textContent).toBe(announced)
})

it('stands on no help page', async () => {
  openPage({ network: home(), stamp: stampFor(), hash: '#/help/opt-out' })
  await pass(1_000)
  expect(told()).toEqual([])
  expect(within(screen.getByRole('banner')).getByRole('list', { name: 'Steps' })).toBeVisible()
})
