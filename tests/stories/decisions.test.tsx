import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { pass } from './clock.ts'
import { filmed } from './film.ts'
import { ADDRESS, home, leaveOldNote, SERVER, stampFor } from './home.ts'
import { arriveAt, find, openPage } from './open-page.tsx'
import { openWaiting } from './open-waiting.ts'
import { forgetTheTab } from './person.ts'
import { CLAIMED, DECLINED, READY, WAITING } from './words.ts'

const MINUTE = 60_000
const press = (name: string) => screen.getByRole('button', { name })

describe('a note from an earlier visit', () => {
  it('lets the page begin with waiting, even before the server has answered', () => {
    leaveOldNote('signing-in', 5 * MINUTE)
    const page = openPage({ network: home(), stamp: stampFor() })
    expect(screen.getByRole('heading', { name: WAITING })).toBeVisible()
    expect(page.serverShown()).toBe(SERVER)
  })

  it('gives way to the server, which says that it was claimed meanwhile', async () => {
    leaveOldNote('signing-in', 5 * MINUTE)
    openPage({ network: home('claimed'), stamp: stampFor() })
    await arriveAt(CLAIMED, 3_000)
  })

  it('is thrown away once the server is claimed, so that nobody waits when it is unclaimed later', async () => {
    leaveOldNote('signing-in', 5 * MINUTE)
    const network = home('claimed')
    const page = openPage({ network, stamp: stampFor() })
    await arriveAt(CLAIMED)
    await page.close()
    network.become(ADDRESS, 'unclaimed')
    openPage({ network, stamp: stampFor() })
    await arriveAt(READY)
  })

  it('is forgotten after hours', async () => {
    leaveOldNote('signing-in', 3 * 60 * MINUTE)
    const film = filmed()
    openPage({ network: home(), stamp: stampFor() })
    await arriveAt(READY)
    expect(film.headings()).not.toContain(WAITING)
  })
})

describe('waiting', () => {
  it('goes on after a reload, and after closing and opening the file', async () => {
    const network = home()
    const page = await openWaiting({ network })
    const reloaded = await page.reload()
    await arriveAt(WAITING)
    await reloaded.close()
    forgetTheTab()
    openPage({ network, stamp: stampFor() })
    await pass(3_000)
    await arriveAt(WAITING)
    network.approve(SERVER)
    await arriveAt(CLAIMED)
  })

  it('ends when the person cancels, also for the next visit', async () => {
    const page = await openWaiting()
    await page.user.click(press('Cancel'))
    await arriveAt(READY)
    await page.reload()
    await arriveAt(READY)
    await pass(5_000)
    await arriveAt(READY)
  })

  it('still shows the claim after it was cancelled', async () => {
    const network = home()
    const page = await openWaiting({ network })
    await page.user.click(press('Cancel'))
    network.approve(SERVER)
    await arriveAt(CLAIMED)
  })
})

describe('"not now"', () => {
  it('is respected by every later visit, until the person takes it back', async () => {
    const network = home()
    const page = openPage({ network, stamp: stampFor() })
    await arriveAt(READY)
    await page.user.click(press('Not now'))
    await arriveAt(DECLINED)
    await (await page.reload()).close()
    forgetTheTab()
    const film = filmed()
    const later = openPage({ network, stamp: stampFor() })
    await arriveAt(DECLINED)
    await pass(10_000)
    expect(film.headings()).not.toContain(READY)
    expect(later.stage()).toBe('unclaimed')
    await later.user.click(press('Go back to signing in'))
    await arriveAt(READY)
  })

  it('leaves the way to sign in open, which takes it back as well', async () => {
    leaveOldNote('not-now', 24 * 60 * MINUTE)
    const page = openPage({ network: home(), stamp: stampFor() })
    await arriveAt(DECLINED)
    await page.user.click(await find('link', 'Sign in (opens a new tab)'))
    await arriveAt(WAITING)
  })

  it('does not hide that somebody else has claimed it', async () => {
    const network = home()
    leaveOldNote('not-now', MINUTE)
    openPage({ network, stamp: stampFor() })
    await arriveAt(DECLINED)
    network.approve(SERVER)
    await arriveAt(CLAIMED, 8_000)
  })
})
