import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { pass, passWithoutRunning, settle } from './clock.ts'
import { ADDRESS, home, stampFor } from './home.ts'
import { openPage } from './open-page.tsx'
import { openWaiting } from './open-waiting.ts'
import { comeBack, RETURNS, turnToAnotherTab } from './person.ts'
import { gapsAt, mostQuestionsAtOnce, timesAsked } from './traffic.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND

describe.each(RETURNS)('when the person comes back (%s)', (event) => {
  it('asks at once, and about every second from then on', async () => {
    await openWaiting()
    await passWithoutRunning(MINUTE)
    await pass(5_300)
    const before = timesAsked(ADDRESS)
    comeBack(event)
    await settle()
    expect(timesAsked(ADDRESS)).toBe(before + 1)

    const backMs = performance.now()
    await pass(15 * SECOND)
    const gaps = gapsAt(ADDRESS, backMs)
    expect(gaps.length).toBeGreaterThanOrEqual(15)
    expect(Math.max(...gaps)).toBeLessThanOrEqual(SECOND)
  })
})

it('asks once when several of these events come together', async () => {
  await openWaiting()
  await pass(2 * SECOND)
  const before = timesAsked(ADDRESS)
  for (const event of RETURNS) comeBack(event)
  await settle()
  expect(timesAsked(ADDRESS)).toBe(before + 1)
})

it.each([0, 250, 500, 750])(
  'then backs off a little, and never waits longer than 1.2 s while visible (back %d ms after a tick)',
  async (offsetMs) => {
    await openWaiting()
    await pass(5 * SECOND + offsetMs)
    comeBack('focus')
    await settle()
    await passWithoutRunning(50 * SECOND)
    const aroundTheMinuteMs = performance.now()
    await pass(25 * SECOND)
    expect(Math.max(...gapsAt(ADDRESS, aroundTheMinuteMs))).toBeLessThanOrEqual(1_200)
    expect(Math.min(...gapsAt(ADDRESS, aroundTheMinuteMs + 15 * SECOND))).toBeGreaterThan(SECOND)
  },
)

it('asks at once also while the very first question still hangs, and gives that one up', async () => {
  openPage({ network: home('silent'), stamp: stampFor() })
  await pass(2 * SECOND)
  comeBack('focus')
  await settle()
  expect(timesAsked(ADDRESS)).toBe(2)
  expect(mostQuestionsAtOnce()).toBe(1)
})

it('goes on asking in a hidden tab, at least every 5 s', async () => {
  await openWaiting()
  turnToAnotherTab()
  await passWithoutRunning(MINUTE)
  await pass(5 * SECOND)
  const longHiddenMs = performance.now()
  await pass(40 * SECOND)
  const gaps = gapsAt(ADDRESS, longHiddenMs)
  expect(gaps.length).toBeGreaterThanOrEqual(7)
  expect(Math.max(...gaps)).toBeLessThanOrEqual(5 * SECOND)
  expect(Math.min(...gaps)).toBeGreaterThan(4 * SECOND)
})

it('asks when the person presses "Check again", in the middle of any pause', async () => {
  const page = await openWaiting()
  turnToAnotherTab()
  await passWithoutRunning(MINUTE)
  await pass(2 * SECOND)
  const before = timesAsked(ADDRESS)
  await page.user.click(screen.getByRole('button', { name: 'Check again' }))
  await settle()
  expect(timesAsked(ADDRESS)).toBe(before + 1)
})

it('never has two questions open at one address, however impatient the person is', async () => {
  const network = home()
  const page = await openWaiting({ network })
  network.become(ADDRESS, 'silent')
  await pass(1_500)
  const before = timesAsked(ADDRESS)
  for (const event of RETURNS) {
    comeBack(event)
    await pass(500)
    await page.user.click(screen.getByRole('button', { name: 'Check again' }))
    await pass(500)
  }
  expect(timesAsked(ADDRESS)).toBeGreaterThanOrEqual(before + 8)
  await pass(30 * SECOND)
  expect(mostQuestionsAtOnce()).toBe(1)
})
