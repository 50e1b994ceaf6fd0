import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { heldConnections } from '../../src/server/held-connections.ts'

const MOST = 254
const NEVER = new AbortController().signal

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function opened(count: number, held = heldConnections()) {
  return { held, closes: Array.from({ length: count }, () => held.open()) }
}

/** How long it takes until there is room for one more, ms. */
async function waitFor(held: ReturnType<typeof heldConnections>): Promise<number> {
  const startedMs = performance.now()
  let tookMs: number | null = null
  void held
    .room(1, { signal: NEVER, onWait: () => undefined })
    .then(() => (tookMs = performance.now() - startedMs))
  while (tookMs === null) await vi.advanceTimersByTimeAsync(50)
  return tookMs
}

it('has room for one search, and for no more', () => {
  const { held } = opened(MOST - 1)
  expect(held.hasRoomFor(1)).toBe(true)
  expect(held.hasRoomFor(2)).toBe(false)
})

it('has room again at once for what was closed, and after two minutes for what may be held', async () => {
  const { held, closes } = opened(MOST)
  expect(held.hasRoomFor(1)).toBe(false)
  closes[0]?.('closed')
  expect(held.hasRoomFor(1)).toBe(true)
  expect(held.hasRoomFor(2)).toBe(false)
  closes[1]?.('may be held')
  expect(held.hasRoomFor(2)).toBe(false)
  held.open()
  expect(await waitFor(held)).toBeGreaterThan(127_000)
})

it('waits for 3 s where the system was seen to give up, and tells until when', async () => {
  const { held } = opened(MOST)
  held.learn(true)
  const told: (number | null)[] = []
  void held.room(1, { signal: NEVER, onWait: (untilMs) => told.push(untilMs) })
  await vi.advanceTimersByTimeAsync(4_000)
  expect(told).toEqual([expect.any(Number), null])
  expect(held.hasRoomFor(MOST)).toBe(true)
})

it('knows nothing of the next network once everything is let go', async () => {
  const { held } = opened(MOST)
  expect(held.letsGo()).toBeNull()
  held.learn(true)
  expect(held.letsGo()).toBe(true)
  await vi.advanceTimersByTimeAsync(4_000)
  expect(held.hasRoomFor(1)).toBe(true)
  expect(held.letsGo()).toBeNull()
})

it('stops waiting when told to', async () => {
  const { held } = opened(MOST)
  const controller = new AbortController()
  const waiting = held.room(1, { signal: controller.signal, onWait: () => undefined })
  controller.abort()
  await expect(waiting).rejects.toThrow()
})
