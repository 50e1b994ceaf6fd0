import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { pass } from './clock.ts'
import { filmed } from './film.ts'
import { ADDRESS, home, SERVER, stampFor } from './home.ts'
import { arriveAt, openPage, openRow, seen } from './open-page.tsx'
import { timesAsked } from './traffic.ts'
import { CLAIMED, LOOKING, MISSING, READY, STARTING } from './words.ts'

it('does not lose the server over one failure', async () => {
  const network = home()
  const film = filmed()
  openPage({ network, stamp: stampFor() })
  await arriveAt(READY)
  network.become(ADDRESS, 'refusing')
  await pass(5_000)
  expect(screen.getByText('Not answering at the moment')).toBeVisible()
  network.become(ADDRESS, 'unclaimed')
  await pass(10_000)
  expect(film.headings()).toEqual([LOOKING, READY])
})

it('misses it after about ten seconds, with the address and what happened there', async () => {
  const network = home()
  const page = openPage({ network, stamp: stampFor() })
  await arriveAt(READY)
  network.become(ADDRESS, 'refusing')
  const offMs = performance.now()
  await arriveAt(MISSING, 20_000)
  expect(performance.now() - offMs).toBeGreaterThan(8_000)
  expect(performance.now() - offMs).toBeLessThan(14_000)
  expect(page.serverShown()).toBeUndefined()
  await openRow(page, 'How we know')
  expect(seen(/192\.168\.1\.10:32400 could not be reached/)).toHaveLength(1)
  expect(screen.queryByRole('link', { name: /^Sign in/ })).toBeNull()
})

it.each(['refusing', 'silent'] as const)(
  'finds it again by itself within 10 s (it was %s)',
  async (fault) => {
    const network = home()
    openPage({ network, stamp: stampFor() })
    await arriveAt(READY)
    network.become(ADDRESS, fault)
    await arriveAt(MISSING, 40_000)
    network.become(ADDRESS, 'unclaimed')
    await arriveAt(READY, 10_000)
  },
)

it('asks at once when the person presses "Check again"', async () => {
  const network = home('refusing')
  const page = openPage({ network, stamp: stampFor() })
  await arriveAt(MISSING)
  const before = timesAsked(ADDRESS)
  network.become(ADDRESS, 'unclaimed')
  await page.user.click(screen.getByRole('button', { name: 'Check again' }))
  await arriveAt(READY, 300)
  expect(timesAsked(ADDRESS)).toBe(before + 1)
})

it('says with the first such answer that the server is starting', async () => {
  const network = home()
  const page = openPage({ network, stamp: stampFor() })
  await arriveAt(READY)
  network.become(ADDRESS, 'stuck-starting')
  const before = timesAsked(ADDRESS)
  await arriveAt(STARTING)
  expect(timesAsked(ADDRESS)).toBe(before + 1)
  expect(page.serverShown()).toBe(SERVER)
})

it('does not flap while the start state of the server does', async () => {
  const network = home()
  network.become(ADDRESS, 'starting', { maintenanceMs: 3_000, flappingMs: 9_000 })
  const film = filmed()
  openPage({ network, stamp: stampFor() })
  await arriveAt(READY, 30_000)
  await pass(10_000)
  expect(film.headings()).toEqual([LOOKING, STARTING, READY])
})

it('goes from starting to claimed without saying in between that nobody claimed it', async () => {
  const network = home()
  network.become(ADDRESS, 'restarting-claimed', { maintenanceMs: 3_000, flappingMs: 9_000 })
  const film = filmed()
  openPage({ network, stamp: stampFor() })
  await arriveAt(CLAIMED, 30_000)
  expect(film.headings()).not.toContain(READY)
})
