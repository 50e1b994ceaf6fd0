import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { reachQueries } from '../../src/account/reach.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** The account service fails so often, and is there afterwards. */
function failing(times: number) {
  let asked = 0
  vi.stubGlobal('fetch', () => {
    asked += 1
    return asked > times
      ? Promise.resolve(new Response(''))
      : Promise.reject(new TypeError('Failed to fetch'))
  })
  return () => asked
}

const reach = () => new QueryClient().query({ ...reachQueries.account(), retry: false })

it.each([0, 1, 2])(
  'X15: an account service that fails %i times in a few seconds is reached',
  async (times) => {
    const asked = failing(times)
    const said = reach()
    await vi.advanceTimersByTimeAsync(6_000)
    expect(await said).toBe('reached')
    expect(asked()).toBe(times + 1)
  },
)

it('X15: it is out of reach after the third time, two and four seconds later', async () => {
  const asked = failing(Infinity)
  let said: string | null = null
  void reach().then((result) => {
    said = result
  })
  await vi.advanceTimersByTimeAsync(1_999)
  expect(asked()).toBe(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(asked()).toBe(2)
  await vi.advanceTimersByTimeAsync(3_999)
  expect([asked(), said]).toEqual([2, null])
  await vi.advanceTimersByTimeAsync(1)
  expect([asked(), said]).toEqual([3, 'unreachable'])
})
