import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { pass } from './clock.ts'
import { filmed } from './film.ts'
import { ADDRESS, home, NEW_ADDRESS, OTHER_SERVER, rememberAddresses, SERVER, stampFor } from './home.ts'
import { arriveAt, openPage } from './open-page.tsx'
import { openWaiting } from './open-waiting.ts'
import { timesAsked } from './traffic.ts'
import { CLAIMED, HEARSAY, MISSING, READY, WAITING } from './words.ts'

const BOTH = [ADDRESS, NEW_ADDRESS]

it('follows the server to another address of the stamp, and goes on waiting there', async () => {
  const network = home()
  const film = filmed()
  const page = await openWaiting({ network, stamp: stampFor(BOTH) })
  network.move(ADDRESS, NEW_ADDRESS)
  await pass(10_000)
  expect(screen.getByText(/^192\.168\.1\.77:32400 ·/)).toBeVisible()
  expect(page.serverShown()).toBe(SERVER)
  network.approve(SERVER)
  await arriveAt(CLAIMED, 3_000)
  expect(film.headings()).not.toContain(MISSING)
})

it('follows it to an address that it had before, where its word is hearsay', async () => {
  rememberAddresses({ machineIdentifier: SERVER, address: NEW_ADDRESS })
  const network = home()
  await openWaiting({ network })
  network.move(ADDRESS, NEW_ADDRESS)
  await pass(20_000)
  await arriveAt(WAITING)
  network.approve(SERVER)
  await arriveAt(HEARSAY, 3_000)
})

it('remembers where the server was, for a page that is not stamped', async () => {
  const network = home()
  const first = openPage({ network, hash: `#/?at=${encodeURIComponent(ADDRESS)}` })
  await arriveAt(READY)
  await first.close()
  const page = openPage({ network, hash: '#/' })
  await arriveAt(READY)
  expect(page.serverShown()).toBe(SERVER)
})

it('finds a stamped server that is on this computer after all', async () => {
  openPage({ network: home('unclaimed', 'http://127.0.0.1:32400'), stamp: stampFor() })
  await arriveAt(READY)
})

it('does not ask what a page of another server remembered in the same storage', async () => {
  rememberAddresses({ machineIdentifier: OTHER_SERVER, address: NEW_ADDRESS })
  openPage({ network: home(), stamp: stampFor() })
  await arriveAt(READY)
  await pass(10_000)
  expect(timesAsked(NEW_ADDRESS)).toBe(0)
})

it('does not ask an address far away because it stands in storage', async () => {
  rememberAddresses({ machineIdentifier: SERVER, address: 'http://203.0.113.7:32400' })
  openPage({ network: home('refusing') })
  await arriveAt(MISSING)
  await pass(10_000)
  expect(timesAsked('http://203.0.113.7:32400')).toBe(0)
})

it('asks nobody else while the server answers, and the others again once it fails', async () => {
  const network = home()
  openPage({ network, stamp: stampFor(BOTH) })
  await arriveAt(READY)
  await pass(5_000)
  const before = timesAsked(NEW_ADDRESS)
  await pass(12_000)
  expect(timesAsked(NEW_ADDRESS)).toBe(before)
  network.become(ADDRESS, 'refusing')
  await pass(10_000)
  expect(timesAsked(NEW_ADDRESS)).toBeGreaterThan(before)
})
