import { screen } from '@testing-library/react'
import { http } from 'msw'
import { describe, expect, it } from 'vitest'
import { OPENED_AT_MS, pass, settle } from './clock.ts'
import { ADDRESS, home } from './home.ts'
import { arriveAt } from './open-page.tsx'
import { openWaiting } from './open-waiting.ts'
import { server } from './setup.ts'
import { timesAsked } from './traffic.ts'
import { CLAIMED, WAITING } from './words.ts'

// Across origins a browser shows nobody this header: the stories are about the page that the server itself serves.
const SERVED = { pageOrigin: ADDRESS }

/** From now on the server asks for time. Returns once the page has heard so. */
async function askForTime(status: number, retryAfter: string): Promise<void> {
  server.use(
    http.get(
      `${ADDRESS}/identity`,
      () => new Response('', { status, headers: { 'Retry-After': retryAfter } }),
    ),
  )
  await pass(1_100)
}

describe.each([429, 503])('when the server answers %d with a Retry-After', (status) => {
  it('is left alone for as long as it asked, and asked again after that', async () => {
    await openWaiting(SERVED)
    await askForTime(status, '20')
    const before = timesAsked(ADDRESS)
    await pass(18_500)
    expect(timesAsked(ADDRESS)).toBe(before)
    await pass(1_500)
    expect(timesAsked(ADDRESS)).toBe(before + 1)
    await arriveAt(WAITING)
  })

  it('may name a time instead of seconds', async () => {
    await openWaiting(SERVED)
    await askForTime(status, new Date(OPENED_AT_MS + 30_000).toUTCString())
    const before = timesAsked(ADDRESS)
    await pass(25_000)
    expect(timesAsked(ADDRESS)).toBe(before)
    await pass(5_000)
    expect(timesAsked(ADDRESS)).toBeGreaterThan(before)
  })

  it('is not waited for longer than a minute', async () => {
    await openWaiting(SERVED)
    await askForTime(status, '86400')
    const before = timesAsked(ADDRESS)
    await pass(60_000)
    expect(timesAsked(ADDRESS)).toBe(before + 1)
  })

  it('is asked all the same when the person wants to know now', async () => {
    const network = home()
    const page = await openWaiting({ ...SERVED, network })
    await askForTime(status, '50')
    const before = timesAsked(ADDRESS)
    network.become(ADDRESS, 'claimed')
    server.resetHandlers()
    await page.user.click(screen.getByRole('button', { name: 'Check again' }))
    await settle()
    expect(timesAsked(ADDRESS)).toBe(before + 1)
    await arriveAt(CLAIMED, 1_000)
  })
})
