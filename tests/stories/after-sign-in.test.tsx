import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { OPENED_AT_MS, pass, passWithoutRunning } from './clock.ts'
import { filmed } from './film.ts'
import { ADDRESS, home, SERVER, stampFor } from './home.ts'
import { arriveAt, openPage, type Page } from './open-page.tsx'
import { openWaiting } from './open-waiting.ts'
import { comeBack, forgetTheTab, turnBack, turnToAnotherTab } from './person.ts'
import { ASKED, CLAIMED, OVERDUE, READY, WAITING, WAITING_FOR_SERVER } from './words.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND

const press = (page: Page, name: string): Promise<void> =>
  page.user.click(screen.getByRole('button', { name }))
const words = (): string => document.querySelector('main')?.textContent ?? ''

/** Signs in in another tab for half a minute, and comes back with nothing done. */
async function comeBackInVain(network = home()): Promise<Page> {
  const page = await openWaiting({ network })
  turnToAnotherTab()
  await pass(30 * SECOND)
  turnBack()
  await arriveAt(WAITING)
  return page
}

async function openAsked(network = home()): Promise<Page> {
  const page = await comeBackInVain(network)
  await arriveAt(ASKED, 21 * SECOND)
  return page
}

describe('back on the page after signing in', () => {
  it('sees what is waited for, when the server was last asked, and sign-in once more as the loud button', async () => {
    await comeBackInVain()
    await pass(SECOND)
    expect(screen.getByText(/Your server answers, and is not linked yet/)).toBeVisible()
    const time = screen.getByText(/^Last check: (now|[12] seconds? ago)$/)
    expect(time).toBeVisible()
    expect(time.title).toMatch(/^\d?\d:\d\d:\d\d/)
    const again = screen.getByRole('link', { name: 'Open sign-in again (opens a new tab)' })
    expect(again.dataset['action']).toBe('sign-in')
    expect(again.className).toMatch(/primary/)
    expect(document.querySelectorAll('[class*=primary]')).toHaveLength(1)
  })

  it('is asked after 20 s in which nothing changed, and no sooner', async () => {
    const page = await comeBackInVain()
    await pass(18 * SECOND)
    await arriveAt(WAITING)
    await arriveAt(ASKED, 3 * SECOND)
    expect(page.stage()).toBe('confirming')
    expect(page.serverShown()).toBe(SERVER)
    expect(screen.getByRole('link', { name: 'Open sign-in again (opens a new tab)' }).dataset['action']).toBe(
      'sign-in',
    )
  })

  it('is not asked while away, however long that is, nor without having left', async () => {
    await openWaiting()
    await pass(5 * MINUTE)
    await arriveAt(WAITING)
    turnToAnotherTab()
    await pass(5 * MINUTE)
    await arriveAt(WAITING)
  })

  it('is not asked where the server says within these 20 s that it is linked', async () => {
    const network = home()
    const film = filmed()
    await comeBackInVain(network)
    await pass(10 * SECOND)
    network.approve(SERVER)
    await arriveAt(CLAIMED, 3 * SECOND)
    await pass(30 * SECOND)
    expect(film.headings()).not.toContain(ASKED)
  })

  it('keeps the question while other windows are looked at, so that no click on it is lost', async () => {
    const page = await openAsked()
    comeBack('focus')
    await press(page, 'Yes')
    await arriveAt(WAITING_FOR_SERVER)
  })

  it('is still shown the claim without any answer, within 2 s', async () => {
    const network = home()
    await openAsked(network)
    await pass(40 * SECOND)
    network.become(ADDRESS, 'claimed')
    await arriveAt(CLAIMED, 2 * SECOND)
  })

  it('goes on waiting without an answer, up to the half hour of before', async () => {
    await openAsked()
    await passWithoutRunning(28 * MINUTE)
    await arriveAt(ASKED)
    await arriveAt(OVERDUE, 2 * MINUTE)
  })
})

describe('"Yes"', () => {
  it('gives the server another minute, and then says that it is still not linked', async () => {
    const page = await openAsked()
    await press(page, 'Yes')
    await arriveAt(WAITING_FOR_SERVER)
    expect(screen.getByText(/You have signed in/)).toBeVisible()
    expect(page.stage()).toBe('confirming')
    await pass(58 * SECOND)
    await arriveAt(WAITING_FOR_SERVER)
    await arriveAt(OVERDUE, 3 * SECOND)
    expect(screen.getByRole('link', { name: 'Sign in again (opens a new tab)' }).dataset['action']).toBe(
      'sign-in',
    )
  })

  it('is not asked for twice, not after a reload, and not after the file was opened anew', async () => {
    const network = home()
    const page = await openAsked(network)
    await press(page, 'Yes')
    await pass(10 * SECOND)
    const reloaded = await page.reload()
    await arriveAt(WAITING_FOR_SERVER)
    await pass(15 * SECOND)
    await reloaded.close()
    forgetTheTab()
    openPage({ network, stamp: stampFor() })
    await pass(30 * SECOND)
    await arriveAt(WAITING_FOR_SERVER)
    await arriveAt(OVERDUE, 7 * SECOND)
  })

  it('is followed by the claim wherever the server says so within that minute', async () => {
    const network = home()
    const film = filmed()
    const page = await openAsked(network)
    await press(page, 'Yes')
    await pass(50 * SECOND)
    network.become(ADDRESS, 'claimed')
    await arriveAt(CLAIMED, 2 * SECOND)
    expect(film.headings()).not.toContain(OVERDUE)
  })

  it('ends with signing in again, which begins everything anew', async () => {
    const page = await openAsked()
    await press(page, 'Yes')
    await arriveAt(OVERDUE, 62 * SECOND)
    await page.user.click(screen.getByRole('link', { name: 'Sign in again (opens a new tab)' }))
    await arriveAt(WAITING)
    await pass(2 * MINUTE)
    await arriveAt(WAITING)
  })
})

describe('"Not yet"', () => {
  it('goes back to waiting, and is asked again only after the person has been away once more', async () => {
    const page = await openAsked()
    await press(page, 'Not yet')
    await arriveAt(WAITING)
    await pass(2 * MINUTE)
    await arriveAt(WAITING)
    turnToAnotherTab()
    await pass(30 * SECOND)
    turnBack()
    await pass(18 * SECOND)
    await arriveAt(WAITING)
    await arriveAt(ASKED, 3 * SECOND)
  })

  it('is no reason for trouble: the half hour begins anew', async () => {
    const page = await openAsked()
    await passWithoutRunning(28 * MINUTE)
    await press(page, 'Not yet')
    await passWithoutRunning(29 * MINUTE)
    await arriveAt(WAITING)
  })
})

it('ends with "Cancel", where the person decides anew', async () => {
  const page = await openAsked()
  await press(page, 'Cancel')
  await arriveAt(READY)
})

describe('the words say what happened', () => {
  const PIN = {
    code: 'abcde12345abcde12345abcde',
    expiresAt: new Date(OPENED_AT_MS + 15 * MINUTE).toISOString(),
  }

  it('where signing in opened another tab, and its person is there', async () => {
    await openWaiting()
    expect(words()).toContain('Sign in in the other tab.')
  })

  it('where signing in opened another tab, and its person is back', async () => {
    await comeBackInVain()
    expect(words()).toContain('If the other tab still asks for something, finish there first.')
  })

  it('where signing in took this very tab, and led back here', async () => {
    const opening = { network: home(), stamp: stampFor([ADDRESS], { signIn: PIN }), pageOrigin: ADDRESS }
    const page = openPage(opening)
    await arriveAt(READY)
    await page.user.click(screen.getByRole('link', { name: 'Sign in' }))
    // A person who held a key down has the account in another tab, and has not left this one.
    await arriveAt(WAITING)
    expect(words()).toContain('When you have signed in, this page goes on by itself.')
    expect(words()).not.toMatch(/You are back|other tab/)
    await page.close()
    await pass(30 * SECOND)
    openPage(opening)
    await arriveAt(WAITING)
    expect(words()).toContain('You are back from signing in.')
    expect(words()).not.toContain('other tab')
    await pass(18 * SECOND)
    await arriveAt(WAITING)
    await arriveAt(ASKED, 3 * SECOND)
  })
})
