import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ANOTHER_MACHINE } from '../../src/mocks/identity.ts'
import { pass } from './clock.ts'
import { filmed } from './film.ts'
import { ADDRESS, home, SERVER, stampFor } from './home.ts'
import { arriveAt, find, openPage, type Page } from './open-page.tsx'
import { openWaiting } from './open-waiting.ts'
import { forgetTheTab } from './person.ts'
import { CLAIMED, PROXY, READY, STRANGER, WAITING } from './words.ts'

const AT = `#/?at=${encodeURIComponent(ADDRESS)}`

async function useThisOneInstead(page: Page): Promise<void> {
  await page.user.click(screen.getByText('Use this one instead'))
  expect(screen.getByText(/this other server gets linked to your Plex account/)).toBeVisible()
  await page.user.click(
    screen.getByRole('button', { name: `Go on with server …${ANOTHER_MACHINE.slice(-6)}` }),
  )
  await arriveAt(READY)
}

describe('another machine than the stamped one', () => {
  it('is said to be another, and not offered for signing in', async () => {
    const page = openPage({ network: home('another-machine'), stamp: stampFor() })
    await arriveAt(STRANGER)
    expect(screen.getByText(/is not the one that this file belongs to/)).toBeInstanceOf(HTMLElement)
    expect(page.stage()).toBe('stranger')
    expect(page.serverShown()).toBeUndefined()
    expect(screen.queryByRole('link', { name: /sign in/i })).toBeNull()
  })

  it('is used when the person says so, also after a reload, and not in a tab opened later', async () => {
    const network = home('another-machine')
    const page = openPage({ network, stamp: stampFor() })
    await arriveAt(STRANGER)
    await useThisOneInstead(page)
    expect(page.serverShown()).toBe(ANOTHER_MACHINE)
    const reloaded = await page.reload()
    await arriveAt(READY)
    expect(reloaded.serverShown()).toBe(ANOTHER_MACHINE)
    await reloaded.close()
    forgetTheTab()
    openPage({ network, stamp: stampFor() })
    await arriveAt(STRANGER)
  })

  it('can be claimed once it was chosen', async () => {
    const network = home('another-machine')
    const page = openPage({ network, stamp: stampFor() })
    await arriveAt(STRANGER)
    await useThisOneInstead(page)
    await page.user.click(await find('link', 'Sign in (opens a new tab)'))
    await arriveAt(WAITING)
    network.approve(ANOTHER_MACHINE)
    await arriveAt(CLAIMED)
    expect(screen.queryByText(/Attic NAS/)).toBeNull()
  })

  it('makes way for the right one as soon as that answers', async () => {
    const network = home('another-machine')
    const page = openPage({ network, stamp: stampFor() })
    await arriveAt(STRANGER)
    network.become(ADDRESS, 'unclaimed')
    await arriveAt(READY, 10_000)
    expect(page.serverShown()).toBe(SERVER)
  })
})

describe.each([
  ['the page that the server itself served', { pageOrigin: ADDRESS }],
  ['an address without a stamp', { hash: AT }],
])('from %s', (_from, opening) => {
  it('another machine that takes over the address is a stranger', async () => {
    const network = home()
    const page = openPage({ network, ...opening })
    await arriveAt(READY)
    network.become(ADDRESS, 'another-machine')
    await arriveAt(STRANGER, 10_000)
    expect(screen.getByText(/is not the one that answered before/)).toBeInstanceOf(HTMLElement)
    await useThisOneInstead(page)
    expect(page.serverShown()).toBe(ANOTHER_MACHINE)
  })

  it('it is never taken for the one that somebody is signing in to', async () => {
    const network = home()
    const film = filmed()
    await openWaiting({ network, ...opening })
    network.become(ADDRESS, 'another-machine')
    network.approve(ANOTHER_MACHINE)
    await arriveAt(STRANGER, 10_000)
    await pass(5_000)
    expect(film.headings()).not.toContain(CLAIMED)
    network.become(ADDRESS, 'unclaimed')
    await arriveAt(WAITING, 10_000)
  })
})

it.each(['printer', 'other-product', 'redirecting'] as const)(
  'what is no media server at all cannot be used instead (%s)',
  async (behaviour) => {
    openPage({ network: home(behaviour), stamp: stampFor() })
    await arriveAt(behaviour === 'redirecting' ? PROXY : STRANGER)
    expect(screen.queryByText('Use this one instead')).toBeNull()
  },
)
