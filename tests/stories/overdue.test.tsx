import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { OPENED_AT_MS, pass, passWithoutRunning, setClockBy } from './clock.ts'
import { ADDRESS, home, leaveOldNote, SERVER, stampFor } from './home.ts'
import { arriveAt, openPage, type Page } from './open-page.tsx'
import { openWaiting } from './open-waiting.ts'
import { CLAIMED, OVERDUE, READY, WAITING } from './words.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const CODE = 'abcde12345abcde12345abcde'

async function openOverdue(network = home()): Promise<Page> {
  leaveOldNote('signing-in', 31 * MINUTE)
  const page = openPage({ network, stamp: stampFor() })
  await arriveAt(OVERDUE)
  return page
}

describe('after half an hour of waiting', () => {
  it('says so, without having to be opened anew', async () => {
    leaveOldNote('signing-in', 30 * MINUTE - 10_000)
    const page = openPage({ network: home(), stamp: stampFor() })
    await arriveAt(WAITING)
    await pass(5_000)
    await arriveAt(WAITING)
    await arriveAt(OVERDUE, 10_000)
    expect(screen.getByText(/the server itself may have no internet/)).toBeVisible()
    expect(page.stage()).toBe('confirming')
  })

  it('begins afresh with "Cancel"', async () => {
    const page = await openOverdue()
    await page.user.click(screen.getByRole('button', { name: 'Cancel' }))
    await arriveAt(READY)
    await page.reload()
    await arriveAt(READY)
  })

  it('waits anew once the person signs in again, which is one press', async () => {
    const page = await openOverdue()
    await page.user.click(screen.getByRole('link', { name: 'Sign in again (opens a new tab)' }))
    await arriveAt(WAITING)
    await pass(10_000)
    await arriveAt(WAITING)
  })

  it('does not say so where the server was claimed in the meantime', async () => {
    leaveOldNote('signing-in', 31 * MINUTE)
    openPage({ network: home('claimed'), stamp: stampFor() })
    await arriveAt(CLAIMED, 2_000)
  })

  it('still notices the claim, within 2 s like all waiting that is on screen', async () => {
    const network = home()
    await openOverdue(network)
    // Wherever between two questions the claim happens.
    for (const laterMs of [100, 900, 1_700, 2_500]) {
      network.become(ADDRESS, 'unclaimed')
      await arriveAt(OVERDUE, 10_000)
      await pass(10_000 + laterMs)
      network.become(ADDRESS, 'claimed')
      await arriveAt(CLAIMED, 2_000)
      leaveOldNote('signing-in', 31 * MINUTE)
    }
  })
})

describe('a PIN that the server put into the page', () => {
  const stamp = stampFor([ADDRESS], {
    signIn: { code: CODE, expiresAt: new Date(OPENED_AT_MS + MINUTE + 5_000).toISOString() },
  })

  it('is said to be valid for so many minutes, and to have run out when it has', async () => {
    await openWaiting({ stamp })
    expect(screen.getByText('The sign-in link is valid for 2 more minutes.')).toBeVisible()
    await pass(10_000)
    expect(screen.getByText('The sign-in link is valid for one more minute.')).toBeVisible()
    await passWithoutRunning(45_000)
    await arriveAt(OVERDUE, 15_000)
    expect(screen.getByText(/^The sign-in link ran out/)).toBeVisible()
  })
})

describe('somebody sets the clock of this computer', () => {
  it.each([
    ['forward', HOUR],
    ['back', -HOUR],
  ])('an hour %s: a server that answers is neither lost nor old', async (_way, ms) => {
    openPage({ network: home(), stamp: stampFor() })
    await arriveAt(READY)
    setClockBy(ms)
    await pass(15_000)
    await arriveAt(READY)
    expect(screen.queryByText('Not answering at the moment')).toBeNull()
  })

  it.each([
    ['forward', HOUR],
    ['back', -HOUR],
  ])('an hour %s: nobody waits for ever, and the claim is still seen', async (_way, ms) => {
    const network = home()
    await openWaiting({ network })
    setClockBy(ms)
    await arriveAt(OVERDUE)
    network.approve(SERVER)
    await arriveAt(CLAIMED)
  })

  it('a few seconds back, as computers do by themselves: the waiting goes on', async () => {
    await openWaiting()
    setClockBy(-20_000)
    await pass(10_000)
    await arriveAt(WAITING)
  })
})
