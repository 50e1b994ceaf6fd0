import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { pass, passWithoutRunning, setClockBy, settle } from './clock.ts'
import { ADDRESS, home, SERVER, stampFor } from './home.ts'
import { arriveAt, openPage, seen } from './open-page.tsx'
import { openWaiting } from './open-waiting.ts'
import { plugIn, turnBack, turnToAnotherTab, unplug } from './person.ts'
import { mostQuestionsAtOnce, timesAsked } from './traffic.ts'
import { CLAIMED, MISSING, READY, WAITING } from './words.ts'

const MINUTE = 60_000
const EIGHT_HOURS = 8 * 60 * MINUTE

it('shows within a second of coming back that it was claimed, after ten minutes in a hidden tab', async () => {
  const network = home()
  const page = await openWaiting({ network })
  turnToAnotherTab()
  const before = timesAsked(ADDRESS)
  for (let minute = 0; minute < 10; minute += 1) await passWithoutRunning(MINUTE)
  expect(timesAsked(ADDRESS)).toBeGreaterThanOrEqual(before + 9)
  expect(page.stage()).toBe('confirming')
  network.become(ADDRESS, 'claimed')
  turnBack()
  await arriveAt(CLAIMED, 1_000)
})

it('says in the title of a hidden tab that it is done', async () => {
  const network = home()
  await openWaiting({ network })
  turnToAnotherTab()
  await pass(5_000)
  network.approve(SERVER)
  await pass(10_000)
  expect(document.title).toBe('✓ All done. Your server is linked · Setup Plex')
})

it.each<[string, () => void | Promise<void>]>([
  ['stands', () => setClockBy(EIGHT_HOURS)],
  ['goes on', () => passWithoutRunning(EIGHT_HOURS)],
])(
  'asks anew at once when the computer wakes, whatever hung (its monotonic clock %s)',
  async (_clock, sleep) => {
    const network = home()
    await openWaiting({ network })
    network.become(ADDRESS, 'silent')
    await pass(1_200)
    await sleep()
    network.become(ADDRESS, 'claimed')
    const before = timesAsked(ADDRESS)
    plugIn()
    await settle()
    expect(timesAsked(ADDRESS)).toBe(before + 1)
    expect(mostQuestionsAtOnce()).toBe(1)
    await arriveAt(CLAIMED, 1_000)
  },
)

it('finds out by itself within 10 s of waking, where no event says that it woke', async () => {
  const network = home()
  await openWaiting({ network })
  network.become(ADDRESS, 'silent')
  await pass(1_200)
  setClockBy(EIGHT_HOURS)
  network.become(ADDRESS, 'claimed')
  await arriveAt(CLAIMED, 10_000)
})

it('goes on waiting without a network, and asks at once when it is back', async () => {
  const network = home()
  const page = await openWaiting({ network })
  unplug()
  network.become(ADDRESS, 'refusing')
  await pass(20_000)
  await arriveAt(WAITING)
  expect(page.serverShown()).toBe(SERVER)
  expect(seen(/isn't answering right now. Nothing is lost/)).toHaveLength(1)
  network.become(ADDRESS, 'claimed')
  plugIn()
  await arriveAt(CLAIMED, 1_000)
})

it('asks a server at home even where the browser thinks that it is offline', async () => {
  unplug()
  openPage({ network: home(), stamp: stampFor() })
  await arriveAt(READY)
})

it('says that the device is offline where nothing answers either', async () => {
  const network = home('refusing')
  unplug()
  openPage({ network, stamp: stampFor() })
  await arriveAt(MISSING)
  await pass(5_000)
  expect(screen.getByText(/This device is offline/)).toBeVisible()
  network.become(ADDRESS, 'unclaimed')
  plugIn()
  await arriveAt(READY, 500)
})
