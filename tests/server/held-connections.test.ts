import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Address } from '../../src/lib/address.ts'
import { heldConnections } from '../../src/server/held-connections.ts'
import type { Network } from '../../src/server/network.ts'

const MOST = 254
const HOME = '192.168.1' as Network
const ELSEWHERE = '192.168.2' as Network
const NEVER = new AbortController().signal

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const hostIn = (network: Network, host: number): Address => `http://${network}.${host}:32400` as Address

function opened(count: number, held = heldConnections(), network = HOME) {
  return { held, closes: Array.from({ length: count }, (_, index) => held.open(hostIn(network, index + 1))) }
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
  held.open(hostIn(HOME, 1))
  expect(await waitFor(held)).toBeGreaterThan(127_000)
})

it('waits for 3 s where the system was seen to give up, and tells until when', async () => {
  const { held } = opened(MOST)
  held.learn(HOME, true)
  const told: (number | null)[] = []
  void held.room(1, { signal: NEVER, onWait: (untilMs) => told.push(untilMs) })
  await vi.advanceTimersByTimeAsync(4_000)
  const [first, ...more] = told
  expect(first).toBeCloseTo(performance.now() - 4_000 + 3_150, -2)
  expect(more.pop()).toBeNull()
  expect(new Set(more)).toEqual(new Set([first]))
  expect(held.hasRoomFor(MOST)).toBe(true)
})

it('knows nothing of a network any more when the next search begins and everything is let go', async () => {
  const { held } = opened(MOST)
  expect(held.letsGo(HOME)).toBeNull()
  held.learn(HOME, true)
  held.beginSearch()
  expect(held.letsGo(HOME)).toBe(true)
  await vi.advanceTimersByTimeAsync(4_000)
  expect(held.hasRoomFor(1)).toBe(true)
  expect(held.letsGo(HOME)).toBe(true)
  held.beginSearch()
  expect(held.letsGo(HOME)).toBeNull()
})

it('stops waiting when told to', async () => {
  const { held } = opened(MOST)
  const controller = new AbortController()
  const waiting = held.room(1, { signal: controller.signal, onWait: () => undefined })
  controller.abort()
  await expect(waiting).rejects.toThrow()
})

it('learns of one network and not of another: what is held there stays', async () => {
  const { held } = opened(100)
  opened(100, held, ELSEWHERE)
  held.learn(HOME, true)
  expect(held.letsGo(ELSEWHERE)).toBeNull()
  await vi.advanceTimersByTimeAsync(4_000)
  expect(held.hasRoomFor(MOST - 100)).toBe(true)
  expect(held.hasRoomFor(MOST - 99)).toBe(false)
})

it('makes room as soon as it is learned, and not only when the time is up that nobody knew better', async () => {
  const { held } = opened(MOST)
  let hasRoom = false
  void held.room(1, { signal: NEVER, onWait: () => undefined }).then(() => (hasRoom = true))
  await vi.advanceTimersByTimeAsync(3_200)
  expect(hasRoom).toBe(false)
  held.learn(HOME, true)
  await vi.advanceTimersByTimeAsync(100)
  expect(hasRoom).toBe(true)
})

it('counts as many as a question may hold, and takes all of them back', () => {
  const held = heldConnections()
  const close = held.open(hostIn(HOME, 1), MOST)
  expect(held.hasRoomFor(1)).toBe(false)
  close('closed')
  expect(held.hasRoomFor(MOST)).toBe(true)
})

it('knows where nobody knows whether the system gives up, and who was silent there', () => {
  const { held, closes } = opened(4)
  opened(3, held, ELSEWHERE).closes.forEach((close) => close('may be held'))
  expect([...held.undecided().keys()]).toEqual([ELSEWHERE])
  closes.forEach((close) => close('may be held'))
  expect(held.undecided().get(HOME)).toEqual([1, 2, 3, 4].map((host) => hostIn(HOME, host)))
  held.learn(ELSEWHERE, false)
  expect([...held.undecided().keys()]).toEqual([HOME])
})

it("does not ask for more where only a router's two pages are silent", () => {
  const held = heldConnections()
  for (const host of [1, 254, 1]) held.open(`http://192.168.1.${host}` as Address, 2)('may be held')
  expect(held.undecided().size).toBe(0)
})
