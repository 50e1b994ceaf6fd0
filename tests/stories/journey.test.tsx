import { configure, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { pass } from './clock.ts'
import { filmed } from './film.ts'
import { ADDRESS, home, SERVER, stampFor, THIS_COMPUTER } from './home.ts'
import { arriveAt, openPage } from './open-page.tsx'
import { everythingAsked } from './traffic.ts'
import { CLAIMED, FOUND, LOOKING, READY, STARTING, WAITING } from './words.ts'

// As in `src/main.tsx`: React does everything twice here, and it must make no difference.
configure({ reactStrictMode: true })

const STAGE_OF: Record<string, string> = {
  [LOOKING]: 'looking',
  [FOUND]: 'looking',
  [STARTING]: 'starting',
  [READY]: 'unclaimed',
  [WAITING]: 'confirming',
  [CLAIMED]: 'claimed',
}

it('goes from a server that starts, by signing in, to a claimed one', async () => {
  const network = home('starting')
  const film = filmed()
  const page = openPage({ network, stamp: stampFor() })
  expect(page.stage()).toBe('looking')
  expect(page.serverShown()).toBeUndefined()
  await arriveAt(STARTING)
  await arriveAt(READY, 20_000)
  await page.user.click(screen.getByRole('link', { name: 'Sign in (opens a new tab)' }))
  await arriveAt(WAITING)
  network.become(ADDRESS, 'unclaimed')
  await pass(5_000)
  network.approve(SERVER)
  await arriveAt(CLAIMED, 3_000)
  expect(film.headings()).toEqual([LOOKING, STARTING, READY, WAITING, CLAIMED])
})

it('tells programs at every moment what it shows to people', async () => {
  const network = home()
  const film = filmed()
  const page = openPage({ network, stamp: stampFor() })
  await arriveAt(READY)
  await page.user.click(screen.getByRole('link', { name: 'Sign in (opens a new tab)' }))
  await pass(5_000)
  network.become(ADDRESS, 'starting')
  await pass(5_000)
  network.become(ADDRESS, 'claimed')
  await arriveAt(CLAIMED)
  expect(film.frames().length).toBeGreaterThan(20)
  for (const { heading, stage, server, words } of film.frames()) {
    expect(stage).toBe(STAGE_OF[heading])
    const card = words.includes('Identifier')
    if (card) expect(server).toBe(SERVER)
    else expect([null, SERVER]).toContain(server)
  }
})

it('asks nobody but its candidates, and all of them who they are', async () => {
  openPage({ network: home(), stamp: stampFor() })
  await pass(20_000)
  const asked = new Set(everythingAsked().map(({ url }) => url))
  expect(asked).toEqual(new Set([ADDRESS, ...THIS_COMPUTER].map((address) => `${address}/identity`)))
})

it('leaves this computer alone when a server in the network has served it', async () => {
  openPage({ network: home(), pageOrigin: ADDRESS })
  await arriveAt(READY)
  expect(new Set(everythingAsked().map(({ address }) => address))).toEqual(new Set([ADDRESS]))
})
