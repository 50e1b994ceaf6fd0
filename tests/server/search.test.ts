import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { heldConnections, type HeldConnections } from '../../src/server/held-connections.ts'
import { pretendEngine, type EngineRequest, type HostManner } from './pretend-engine.ts'
import { addressOf, begin, host, NETWORK, pass, type Searching } from './searching.ts'

// Minutes pass in some of them, in steps of 50 ms; on a busy computer that takes a while.
vi.setConfig({ testTimeout: 30_000 })

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** As somebody does who presses the button again and again, and stops what takes too long. */
async function searchInARow(times: number, held: HeldConnections): Promise<void> {
  for (let search = 0; search < times; search += 1) {
    const searching = begin({ held })
    await pass(12_000)
    searching.stop()
  }
}

const hosts = (...numbers: readonly (readonly [number, HostManner])[]): Record<string, HostManner> =>
  Object.fromEntries(numbers.map(([number, manner]) => [host(number), manner]))

const ENGINES = [
  ['that starts every connection at once', Infinity],
  ['that starts 80 connections a second', 80],
] as const

describe.each(ENGINES)('in an engine %s', (_what, perSecond) => {
  it('every address of the network is asked, and none is given up before its question has left', async () => {
    const engine = pretendEngine({ perSecond })
    begin()
    await pass(4_500)
    // A few of the first portion may have to be asked anew, but not as late as those whose packet was lost. 60 ms is
    // more than anybody at home takes.
    const inTime = Array.from({ length: 254 }, (_, index) =>
      engine
        .at(host(index + 1))
        .some(
          ({ atMs, leftMs, endedMs }) => leftMs !== null && (endedMs ?? 0) - leftMs >= 60 && atMs < 3_600,
        ),
    )
    expect(inTime).not.toContain(false)
    expect(engine.asked.filter(({ leftMs }) => leftMs === null).length).toBeLessThanOrEqual(10)
  })

  it('no question waits for longer than 240 ms the first time', async () => {
    const engine = pretendEngine({ perSecond })
    begin()
    await pass(2_900)
    const ended = engine.asked.filter(({ endedMs }) => endedMs !== null)
    expect(Math.max(...ended.map(({ atMs, endedMs }) => (endedMs ?? 0) - atMs))).toBeLessThanOrEqual(240)
  })

  it('never more than 100 are under way', async () => {
    const engine = pretendEngine({ perSecond })
    begin()
    await pass(12_000)
    expect(engine.mostAtOnce()).toBeLessThanOrEqual(100)
  })

  it('finds a server wherever it is', async () => {
    pretendEngine({
      perSecond,
      hosts: hosts([1, 'answers'], [37, 'answers'], [200, 'answers'], [254, 'answers']),
    })
    const { found } = begin()
    await pass(4_500)
    expect([...found.keys()]).toEqual([1, 37, 200, 254].map(addressOf))
  })

  it('finds a server whose first packet was lost, within 9 s', async () => {
    pretendEngine({ perSecond, hosts: hosts([37, { deafUntil: 2 }], [200, { deafUntil: 2 }]) })
    const { found } = begin()
    await pass(9_000)
    expect([...found.keys()]).toEqual([addressOf(37), addressOf(200)])
  })

  it('finds a server that needs 600 ms for its first byte, within 12 s wherever it is', async () => {
    const slow = { afterMs: 600 }
    pretendEngine({ perSecond, hosts: hosts([1, slow], [37, slow], [200, slow], [254, slow]) })
    const { found } = begin()
    await pass(12_000)
    expect([...found.keys()].sort()).toEqual([1, 200, 254, 37].map(addressOf))
  })

  it('is done with all addresses within 5 s, and says so', async () => {
    pretendEngine({ perSecond })
    const { latest } = begin()
    await pass(5_000)
    expect(latest().phase).not.toBe('asking')
    expect(latest()).toMatchObject({ total: 254, asked: 254, answered: 0, found: [] })
    await pass(10_000)
    expect(latest()).toMatchObject({ phase: 'over', asked: 254 })
  })

  it('stops everything at once when told to', async () => {
    const engine = pretendEngine({ perSecond })
    const { stop, latest } = begin()
    await pass(150)
    stop()
    await pass(0)
    const asked = engine.asked.length
    expect(engine.asked.filter(({ endedMs }) => endedMs === null)).toEqual([])
    expect(latest().phase).toBe('over')
    await pass(10_000)
    expect(engine.asked).toHaveLength(asked)
    expect(latest().asked).toBeLessThan(254)
  })
})

it('a slow engine is not hurried: questions never queue up inside it after the first portion', async () => {
  const engine = pretendEngine({ perSecond: 80 })
  begin()
  await pass(4_000)
  const later = engine.asked.filter(({ atMs, host: name }) => atMs > 500 && name !== '127.0.0.1')
  expect(later.length).toBeGreaterThan(200)
  expect(Math.max(...later.map(({ atMs, leftMs }) => (leftMs ?? Infinity) - atMs))).toBeLessThan(60)
})

it('a slow engine that has rested, and starts more at once, is told all the same', async () => {
  const engine = pretendEngine({ perSecond: 80, burst: 15, hosts: hosts([37, 'answers'], [200, 'answers']) })
  const searching = begin()
  await pass(3_400)
  expect(searching.found.get(addressOf(37))).toBeLessThan(1_000)
  expect(searching.found.get(addressOf(200))).toBeLessThan(3_200)
  const first = Array.from({ length: 254 }, (_, index) => engine.at(host(index + 1)).at(-1))
  expect(first.filter((asked) => asked?.leftMs === null)).toEqual([])
})

it('nobody is counted twice, and nobody forgotten', async () => {
  for (const engine of [{}, { perSecond: 80 }, { perSecond: 80, burst: 20 }]) {
    pretendEngine(engine)
    const searching = begin()
    await pass(4_500)
    expect(searching.latest().asked).toBe(254)
    searching.stop()
  }
})

it('a slow engine gets time for a packet to be repeated when silent addresses are asked again', async () => {
  pretendEngine({ perSecond: 80, hosts: hosts([37, { afterMs: 1_050 }]) })
  const { found } = begin()
  await pass(8_000)
  expect([...found.keys()]).toEqual([addressOf(37)])
})

it('an engine that opens a second connection after 250 ms is not given the time before it is known to let go', async () => {
  const engine = pretendEngine()
  begin()
  await pass(3_500)
  const isLong = ({ atMs, endedMs }: EngineRequest): boolean => (endedMs ?? Infinity) - atMs > 240
  // But for the two that show whether the system gives up.
  expect(engine.asked.filter(isLong).length).toBeLessThanOrEqual(2)
  await pass(9_000)
  expect(engine.asked.filter(isLong).length).toBeGreaterThan(250)
  expect(engine.mostHeld()).toBeLessThanOrEqual(260)
})

describe('a search right after another', () => {
  it('waits for the engine to let go, where it may hold connections for 3 s', async () => {
    const engine = pretendEngine()
    const held = heldConnections()
    const stopped = begin({ held })
    await pass(1_500)
    expect(stopped.latest().phase).toBe('again')
    stopped.stop()
    const next = begin({ held })
    await pass(2_000)
    // Nobody knows yet whether it is seconds or minutes: two addresses are left to tell.
    expect(next.latest().asked).toBe(0)
    await pass(3_500)
    expect(next.latest()).toMatchObject({ asked: 254, waitsUntilMs: null })
    // The samples stand beside the count.
    expect(engine.mostHeld()).toBeLessThanOrEqual(260)
  })

  it('says until when it waits, where a firewall swallows everything', async () => {
    const engine = pretendEngine({ others: 'swallows', forgetsAfterMs: 127_000 })
    const held = heldConnections()
    await searchInARow(5, held)
    expect(engine.mostHeld()).toBeLessThanOrEqual(257)
    const patient = begin({ held })
    await pass(12_000)
    const { waitsUntilMs, phase } = patient.latest()
    expect(phase).toBe('asking')
    expect((waitsUntilMs ?? 0) - performance.now()).toBeLessThan(120_000)
    expect(waitsUntilMs).toBeGreaterThan(performance.now())
    await pass(130_000)
    expect(patient.latest()).toMatchObject({ asked: 254, waitsUntilMs: null })
    expect(engine.mostHeld()).toBeLessThanOrEqual(257)
  })

  it('asks as many as there is room for, and the others later', async () => {
    const engine = pretendEngine()
    const held = heldConnections()
    for (let number = 1; number <= 100; number += 1) held.open(addressOf(number))
    held.learn(NETWORK, false)
    const { latest } = begin({ held })
    await pass(1_500)
    expect(latest().asked).toBe(154)
    expect(engine.asked.filter(({ host: name }) => name !== '127.0.0.1')).toHaveLength(154)
    await pass(131_000)
    expect(latest().asked).toBe(254)
  })

  it('finds the server that came meanwhile, as soon as there is room', async () => {
    pretendEngine({ hosts: hosts([200, 'answers']) })
    const held = heldConnections()
    begin({ held })
    await pass(9_000)
    const { found } = begin({ held })
    await pass(5_000)
    expect([...found.keys()]).toEqual([addressOf(200)])
  })
})

it('a busy computer is not taken for a slow engine', async () => {
  pretendEngine({ refusesAfterMs: 130 })
  const { latest } = begin()
  await pass(1_400)
  expect(latest().phase).toBe('again')
})

it('only the silent ones are asked again, and not before 3 s', async () => {
  const engine = pretendEngine({ hosts: hosts([20, 'refuses'], [37, 'answers']) })
  begin()
  await pass(2_900)
  expect(engine.at(host(100))).toHaveLength(1)
  await pass(4_000)
  expect(engine.at(host(100))).toHaveLength(2)
  expect(engine.at(host(37))).toHaveLength(1)
  // Who refuses is asked whether anybody is there at all, and then left alone.
  expect(engine.at(host(20))).toHaveLength(2)
})

describe('connections that an engine may hold for longer than the page waits', () => {
  it('stay under 256 during a search, and during another one right after it', async () => {
    const engine = pretendEngine()
    const held = heldConnections()
    const { latest } = begin({ held })
    await pass(1_500)
    expect(latest().phase).toBe('again')
    await pass(12_000)
    expect(latest().phase).toBe('over')
    begin({ held })
    await pass(20_000)
    expect(engine.asked.length).toBeGreaterThan(900)
    expect(engine.mostHeld()).toBeLessThan(256)
  })

  it('stay under 256 where a firewall swallows everything: nobody is asked twice there', async () => {
    const engine = pretendEngine({ others: 'swallows' })
    const { latest } = begin()
    await pass(20_000)
    expect(latest()).toMatchObject({ phase: 'over', asked: 254 })
    expect(engine.at(host(200))).toHaveLength(1)
    expect(engine.mostHeld()).toBeLessThanOrEqual(256)
  })

  it('stay under 256 where the computer is too busy to be told from a slow engine', async () => {
    const engine = pretendEngine({ others: 'swallows', refusesAfterMs: 235 })
    const held = heldConnections()
    await searchInARow(3, held)
    expect(engine.mostHeld()).toBeLessThanOrEqual(290)
  })
})

it('finds who hides the answer as well: it may be a media server', async () => {
  pretendEngine({ hosts: hosts([37, 'hides'], [20, 'refuses']) })
  const searching = begin()
  await pass(2_000)
  expect(searching.latest().found).toEqual([addressOf(37)])
})

it('tells who failed at once from who was silent', async () => {
  const all = Array.from({ length: 254 }, (_, index) => [index + 1, 'refuses'] as const)
  pretendEngine({ hosts: hosts(...all) })
  const { latest } = begin()
  await pass(3_000)
  expect(latest()).toMatchObject({ asked: 254, answered: 0, failedAtOnce: 254 })

  pretendEngine({ hosts: hosts([20, 'refuses']) })
  const quiet = begin()
  await pass(2_000)
  expect(quiet.latest()).toMatchObject({ asked: 254, answered: 0, failedAtOnce: 1 })
})

it('slows down on a computer whose timers come late', async () => {
  const engine = pretendEngine()
  begin()
  await pass(100)
  const before = engine.asked.length
  const { clock } = setTimeout as typeof setTimeout & { readonly clock: { jump(ms: number): void } }
  clock.jump(300)
  await pass(160)
  expect(engine.asked.length - before).toBeLessThan(20)
  await pass(15_000)
  expect(engine.at(host(254))).toHaveLength(2)
})

it('leaves out the addresses that are asked anyway', async () => {
  const engine = pretendEngine()
  const { latest } = begin({ except: [addressOf(10), addressOf(11)] })
  await pass(8_000)
  expect(latest().total).toBe(252)
  expect([...engine.at(host(10)), ...engine.at(host(11))]).toEqual([])
})

it('ends when the one who ordered it has found what it wanted', async () => {
  const engine = pretendEngine({ hosts: hosts([37, 'answers'], [200, 'answers']) })
  const { found, latest } = begin({ stopAt: addressOf(37) })
  await pass(8_000)
  expect([...found.keys()]).toEqual([addressOf(37)])
  expect(latest()).toMatchObject({ phase: 'over', found: [addressOf(37)] })
  expect(engine.at(host(200))).toEqual([])
})

it('gives time to somebody who began to answer', async () => {
  const { found } = ((): Searching => {
    pretendEngine()
    const before = globalThis.fetch
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
      if (!url.includes('.37:')) return before(url, init)
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => {
          const text = `{"MediaContainer":{"claimed":false,"machineIdentifier":"${'a'.repeat(40)}"}}`
          setTimeout(() => {
            try {
              controller.enqueue(new TextEncoder().encode(text))
              controller.close()
            } catch {
              // Given up meanwhile.
            }
          }, 800)
        },
      })
      return Promise.resolve(new Response(body))
    })
    return begin()
  })()
  await pass(3_000)
  expect([...found.keys()]).toEqual([addressOf(37)])
})

it('begins nothing while nobody sees the page', async () => {
  const engine = pretendEngine()
  const visibility = vi.spyOn(document, 'visibilityState', 'get')
  begin()
  await pass(20)
  visibility.mockReturnValue('hidden')
  await pass(1)
  const asked = engine.asked.length
  await pass(5_000)
  expect(engine.asked.length - asked).toBeLessThanOrEqual(1)
  visibility.mockReturnValue('visible')
  document.dispatchEvent(new Event('visibilitychange'))
  await pass(3_000)
  expect(engine.asked.length).toBeGreaterThan(250)
})
