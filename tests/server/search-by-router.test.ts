import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Address } from '../../src/lib/address.ts'
import { heldConnections } from '../../src/server/held-connections.ts'
import type { Network } from '../../src/server/network.ts'
import { USUAL_PAGES } from '../../src/server/routers.ts'
import { pretendEngine } from './pretend-engine.ts'
import { addressOf, begin, pass } from './searching.ts'

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

describe('several networks', () => {
  const HERE = '192.168.1' as Network
  const THERE = '192.168.2' as Network
  const there = (number: number): Address => `http://192.168.2.${number}:32400` as Address

  it('are searched one at a time, the first first', async () => {
    const engine = pretendEngine({ hosts: { '192.168.2.37': 'answers' } })
    const { found, history, latest } = begin({ networks: [HERE, THERE] })
    await pass(200)
    expect(latest()).toMatchObject({ network: HERE, ahead: [THERE] })
    expect(engine.asked.filter(({ host: name }) => name.startsWith('192.168.2.'))).toEqual([])
    await pass(5_000)
    expect([...found.keys()]).toEqual([there(37)])
    expect(latest().tallies.map(({ network, asked }) => [network, asked])).toEqual([
      [HERE, 254],
      [THERE, 254],
    ])
    expect(
      history.filter(({ tallies }) => tallies.length === 2).every(({ ahead }) => ahead.length === 0),
    ).toBe(true)
    expect(engine.mostHeld()).toBeLessThanOrEqual(260)
  })

  it('are not searched any more where one has a server, and any will do', async () => {
    const engine = pretendEngine({ hosts: { '192.168.1.37': 'answers' } })
    const { latest } = begin({ networks: [HERE, THERE], anyWillDo: true })
    await pass(15_000)
    expect(latest()).toMatchObject({ phase: 'over', network: HERE })
    expect(engine.asked.filter(({ host: name }) => name.startsWith('192.168.2.'))).toEqual([])
  })

  it('are all searched where a certain server is meant, and another one answers', async () => {
    pretendEngine({ hosts: { '192.168.1.37': 'answers', '192.168.2.37': 'answers' } })
    const { found } = begin({ networks: [HERE, THERE] })
    await pass(6_000)
    expect([...found.keys()]).toEqual([addressOf(37), there(37)])
  })

  it('are asked for the second time when all were asked once', async () => {
    const engine = pretendEngine()
    const { latest } = begin({ networks: [HERE, THERE] })
    await pass(5_500)
    expect(latest()).toMatchObject({ phase: 'again', network: THERE })
    await pass(30_000)
    expect(latest().phase).toBe('over')
    expect(engine.at('192.168.1.100')).toHaveLength(2)
    expect(engine.at('192.168.2.100')).toHaveLength(2)
    expect(engine.mostHeld()).toBeLessThanOrEqual(260)
  })

  it('do not share what is known of one: a firewall in the second holds what it swallows', async () => {
    const hostsThere = Array.from(
      { length: 254 },
      (_, index) => [`192.168.2.${index + 1}`, 'swallows'] as const,
    )
    const engine = pretendEngine({ hosts: Object.fromEntries(hostsThere), forgetsAfterMs: 127_000 })
    const held = heldConnections()
    const { latest } = begin({ networks: [HERE, THERE], held })
    await pass(30_000)
    expect(engine.mostHeld()).toBeLessThanOrEqual(260)
    await pass(140_000)
    expect(latest().phase).toBe('over')
    expect(engine.at('192.168.1.100')).toHaveLength(2)
    expect(engine.at('192.168.2.100')).toHaveLength(1)
    expect(engine.mostHeld()).toBeLessThanOrEqual(260)
  })
})

describe('a search by the router', () => {
  const byRouter = { networks: [], byRouter: true } as const

  it.each([
    ['answers', '192.168.178.1', '192.168.178'],
    ['sits at the end of its network', '192.168.2.254', '192.168.2'],
    ['answers in another class of network', '10.0.0.1', '10.0.0'],
  ])('finds the network whose router %s', async (_what, router, network) => {
    for (const perSecond of [Infinity, 80]) {
      pretendEngine({ perSecond, hosts: { [router]: 'answers', [`${network}.37`]: 'answers' } })
      const searching = begin(byRouter)
      await pass(2_500)
      expect(searching.latest()).toMatchObject({ network, routerAnswered: true })
      expect([...searching.found.keys()]).toContain(`http://${network}.37:32400`)
      searching.stop()
    }
  })

  it('never takes a router for a server, whatever it says', async () => {
    pretendEngine({ hosts: { '192.168.178.1': 'hides' } })
    const { found, history } = begin(byRouter)
    await pass(600)
    expect(history.at(-1)?.tallies.at(-1)?.network).toBe('192.168.178')
    expect([...found.keys()].filter((address) => !address.endsWith(':32400'))).toEqual([])
  })

  it('asks each page once where one answers, and no page a second time', async () => {
    const engine = pretendEngine({ hosts: { '192.168.178.1': 'hides' } })
    begin(byRouter)
    await pass(600)
    const pages = USUAL_PAGES.map((page) => new URL(page).hostname)
    expect(engine.asked.slice(0, pages.length).map(({ host: name }) => name)).toEqual(pages)
    expect(engine.asked[pages.length]?.host).toBe('127.0.0.1')
  })

  it('finds a router that is slow to speak, where no other one answers', async () => {
    pretendEngine({ hosts: { '10.0.0.1': { afterMs: 330 } } })
    const { latest } = begin(byRouter)
    await pass(1_500)
    expect(latest()).toMatchObject({ network: '10.0.0', routerAnswered: true })
  })

  it.each([
    ['all are silent', {}],
    [
      'all refuse',
      Object.fromEntries(USUAL_PAGES.map((page) => [new URL(page).hostname, 'refuses' as const])),
    ],
  ])('is over within 1.3 s where no router answers, and searches nothing: %s', async (_what, refusing) => {
    for (const perSecond of [Infinity, 80]) {
      const engine = pretendEngine({ perSecond, hosts: refusing })
      const { latest } = begin(byRouter)
      await pass(1_300)
      expect(latest()).toMatchObject({ phase: 'over', tallies: [], routerAnswered: false })
      const asked = engine.asked.length
      await pass(5_000)
      expect(engine.asked).toHaveLength(asked)
    }
  })

  it('asks no more as soon as the router of a known network answers', async () => {
    const engine = pretendEngine({ hosts: { '10.9.8.1': 'answers', '10.9.8.37': 'answers' } })
    const { found } = begin({ byRouter: true, networks: ['10.9.8' as Network] })
    await pass(400)
    expect(found.get('http://10.9.8.37:32400' as Address)).toBeLessThan(400)
    expect(engine.asked.filter(({ host: name }) => !name.startsWith('10.9.8.')).length).toBeLessThanOrEqual(3)
  })

  it('asks no other router either where the known one has no page, and begins at once', async () => {
    const engine = pretendEngine({ hosts: { '192.168.178.1': 'answers', '10.9.8.1': 'refuses' } })
    const { latest } = begin({ byRouter: true, networks: ['10.9.8' as Network] })
    await pass(100)
    expect(latest()).toMatchObject({ network: '10.9.8', ahead: [], routerAnswered: null })
    expect(engine.at('192.168.178.1')).toEqual([])
  })

  it('searches what is known where nobody answers anywhere', async () => {
    pretendEngine()
    const { latest } = begin({ byRouter: true, networks: ['10.9.8' as Network] })
    await pass(1_200)
    expect(latest()).toMatchObject({ network: '10.9.8', ahead: [], routerAnswered: false })
  })

  it('searches the network of the router that answers first, where the known one is silent', async () => {
    pretendEngine({ hosts: { '192.168.178.1': 'answers' } })
    const { latest } = begin({ byRouter: true, networks: ['10.9.8' as Network] })
    await pass(1_000)
    expect(latest()).toMatchObject({ network: '192.168.178', ahead: ['10.9.8'] })
  })

  it('counts what routers may hold: the search waits for its last addresses, and only until it is known', async () => {
    // Elsewhere, the provider swallows everything.
    const swallowed = Object.fromEntries(
      USUAL_PAGES.map((page) => [new URL(page).hostname, 'swallows' as const]),
    )
    const engine = pretendEngine({
      hosts: {
        ...swallowed,
        '192.168.178.1': 'answers',
        '192.168.178.200': 'answers',
        '192.168.178.254': 'answers',
      },
      forgetsAfterMs: 127_000,
    })
    const { found } = begin(byRouter)
    await pass(2_000)
    expect([...found.keys()]).toContain('http://192.168.178.200:32400')
    await pass(3_500)
    expect([...found.keys()]).toContain('http://192.168.178.254:32400')
    await pass(10_000)
    expect(engine.mostHeld()).toBeLessThanOrEqual(262)
  })

  it('goes straight on with a server, where any will do, and asks behind it those for whom there was no room', async () => {
    const swallowed = Object.fromEntries(
      USUAL_PAGES.map((page) => [new URL(page).hostname, 'swallows' as const]),
    )
    const engine = pretendEngine({
      hosts: {
        ...swallowed,
        '192.168.178.1': 'answers',
        '192.168.178.37': 'answers',
        '192.168.178.220': { afterMs: 600 },
        '192.168.178.254': 'answers',
      },
      forgetsAfterMs: 127_000,
    })
    const { found, latest } = begin({ ...byRouter, anyWillDo: true })
    await pass(1_500)
    expect(latest().phase).toBe('again')
    expect([...found.keys()]).toContain('http://192.168.178.37:32400')
    await pass(4_000)
    expect([...found.keys()]).toContain('http://192.168.178.254:32400')
    await pass(9_500)
    expect([...found.keys()]).toContain('http://192.168.178.220:32400')
    expect(engine.mostHeld()).toBeLessThanOrEqual(262)
  })

  it('stays harmless when it is made again and again where everything is swallowed', async () => {
    const engine = pretendEngine({ others: 'swallows', forgetsAfterMs: 127_000 })
    const held = heldConnections()
    for (let time = 0; time < 12; time += 1) {
      const searching = begin({ ...byRouter, held })
      await pass(3_000)
      searching.stop()
    }
    expect(engine.mostHeld()).toBeLessThanOrEqual(260)
  })

  it('stops at once when told to', async () => {
    const engine = pretendEngine()
    const { stop, latest } = begin(byRouter)
    await pass(100)
    stop()
    await pass(0)
    expect(latest()).toMatchObject({ phase: 'over', tallies: [], routerAnswered: null })
    const asked = engine.asked.length
    await pass(5_000)
    expect(engine.asked).toHaveLength(asked)
  })
})
