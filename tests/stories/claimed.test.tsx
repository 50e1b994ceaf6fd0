import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { ANOTHER_MACHINE } from '../../src/mocks/identity.ts'
import { pass } from './clock.ts'
import { ADDRESS, home, SERVER, stampFor } from './home.ts'
import { arriveAt, find, openPage } from './open-page.tsx'
import { openWaiting } from './open-waiting.ts'
import { filmed } from './film.ts'
import { everythingAsked, timesAsked } from './traffic.ts'
import { CLAIMED, FOUND, READY, STRANGER, WAITING } from './words.ts'

/** Lets time pass until the server has been asked once more. */
async function oneMoreAnswer(): Promise<void> {
  const before = timesAsked(ADDRESS)
  expect(await pass(6_000, () => timesAsked(ADDRESS) > before)).toBe(true)
  await pass(1)
}

it('is said only after two answers that agree and lie half a second apart', async () => {
  const film = filmed()
  openPage({ network: home('claimed'), stamp: stampFor() })
  await arriveAt(FOUND)
  expect(screen.getByText('Checking…')).toBeVisible()
  await arriveAt(CLAIMED, 1_000)
  const times = everythingAsked().filter(({ address }) => address === ADDRESS)
  const [last, before] = [times.at(-1)?.atMs ?? 0, times.at(-2)?.atMs ?? 0]
  expect(last - before).toBeGreaterThanOrEqual(500)
  expect(film.headings()).toEqual(['Looking for your server', FOUND, CLAIMED])
})

it('is not said after a flicker: claimed once, and unclaimed in the next answer', async () => {
  const network = home()
  const film = filmed()
  await openWaiting({ network })
  network.become(ADDRESS, 'claimed')
  await oneMoreAnswer()
  network.become(ADDRESS, 'unclaimed')
  await pass(10_000)
  await arriveAt(WAITING)
  expect(film.said(/✓|Claimed|Your server is claimed|is linked to/)).toEqual([])
})

it('counts from the newest answer again after a flicker', async () => {
  const network = home()
  await openWaiting({ network })
  network.become(ADDRESS, 'claimed')
  await oneMoreAnswer()
  network.become(ADDRESS, 'unclaimed')
  await oneMoreAnswer()
  network.become(ADDRESS, 'claimed')
  await oneMoreAnswer()
  expect(screen.queryByRole('heading', { name: CLAIMED })).toBeNull()
  await arriveAt(CLAIMED, 1_000)
})

it('comes with a tick in the title, the name of the server, and the way to open it', async () => {
  const network = home()
  const page = await openWaiting({ network })
  network.approve(SERVER)
  // The pretend server says so a second later; then there are 2 s (contract.md §5).
  await arriveAt(CLAIMED, 3_000)
  expect(document.title).toBe('✓ Your server is claimed · Setup Plex')
  expect(screen.getByText(/^Attic NAS says it is linked to an account/)).toBeVisible()
  expect(screen.getByRole('link', { name: 'Open Plex' }).getAttribute('href')).toBe(
    `https://app.plex.tv/desktop/#!/server/${SERVER}/await`,
  )
  expect(page.serverShown()).toBe(SERVER)
})

it('stays when the server is switched off afterwards, and says that it does not answer', async () => {
  const network = home('claimed')
  const page = openPage({ network, stamp: stampFor() })
  await arriveAt(CLAIMED)
  network.become(ADDRESS, 'refusing')
  await pass(20_000)
  await arriveAt(CLAIMED)
  expect(page.serverShown()).toBe(SERVER)
  expect(screen.getByText(/isn't answering at the moment/)).toBeVisible()
})

it('stays while the server restarts', async () => {
  const network = home('claimed')
  const film = filmed()
  openPage({ network, stamp: stampFor() })
  await arriveAt(CLAIMED)
  network.become(ADDRESS, 'restarting-claimed')
  await pass(20_000)
  expect(film.headings().at(-1)).toBe(CLAIMED)
})

it('goes when a newer answer says that the server is not claimed any more', async () => {
  const network = home('claimed')
  openPage({ network, stamp: stampFor() })
  await arriveAt(CLAIMED)
  network.become(ADDRESS, 'unclaimed')
  await arriveAt(READY)
  await find('link', 'Sign in')
  expect(document.title).toBe('Your server is ready to be claimed · Setup Plex')
})

it('is never said of one machine because another one at its address is', async () => {
  const network = home()
  await openWaiting({ network })
  network.become(ADDRESS, 'another-machine')
  network.approve(ANOTHER_MACHINE)
  await arriveAt(STRANGER)
  await pass(10_000)
  await arriveAt(STRANGER)
})
