import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Address } from '../../src/lib/address.ts'
import { startHost, type HostOptions, type PretendHost } from '../../src/mocks/http-host.ts'
import { claimWith, resultFor, resultOfClaim } from '../../src/server/claim.ts'
import { address, ATTIC, CELLAR } from '../../src/gallery/said.ts'

const CODE = 'claim-abcdefghij0123456789'
const QUICK = { claimReplyMs: 30, exchangeMs: 5 }
const running: PretendHost[] = []

afterEach(async () => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
  await Promise.all(running.splice(0).map(async ({ stop }) => stop()))
})

async function host(options: HostOptions): Promise<{ host: PretendHost; at: Address }> {
  const started = await startHost({
    machineIdentifier: ATTIC,
    ...options,
    times: { ...QUICK, ...options.times },
  })
  running.push(started)
  return { host: started, at: address(started.origin) }
}

describe('claiming with a code', () => {
  it('is accepted by an unclaimed server, which says so at once at /identity', async () => {
    const { host: attic, at } = await host({ behaviour: 'unclaimed' })
    expect(await claimWith(CODE, { address: at, machineIdentifier: ATTIC })).toBe('accepted')
    expect(attic.behaviour()).toBe('claimed')
  })

  it('is refused when the code has run out', async () => {
    const { at } = await host({ behaviour: 'unclaimed' })
    const came = await claimWith('claim-expired0000000000000', { address: at, machineIdentifier: ATTIC })
    expect(came).toBe('refused')
  })

  it.each([
    ['claimed', 'already-claimed'],
    ['starting', 'starting'],
    ['refuses-401', 'not-the-server'],
    ['printer', 'not-the-server'],
    ['another-machine', 'not-the-server'],
    ['hiding', 'accepted'],
  ] as const)('to a server that is %s: %s', async (behaviour, expected) => {
    const { at } = await host({ behaviour })
    // Node reads answers that a browser would hide.
    expect(await claimWith(CODE, { address: at, machineIdentifier: ATTIC })).toBe(expected)
  })

  it('is not sent to another machine than the one on screen', async () => {
    const { host: cellar, at } = await host({ behaviour: 'unclaimed', machineIdentifier: CELLAR })
    expect(await claimWith(CODE, { address: at, machineIdentifier: ATTIC })).toBe('not-the-server')
    expect(cellar.requests().filter(({ method }) => method === 'POST')).toEqual([])
  })

  it('is not sent far away, and nobody there is asked', async () => {
    const far = address('http://203.0.113.5:32400')
    expect(await claimWith(CODE, { address: far, machineIdentifier: ATTIC })).toBe('not-local')
  })

  it('is unanswered when the server goes away meanwhile', async () => {
    const { host: attic, at } = await host({ behaviour: 'unclaimed', times: { claimReplyMs: 60_000 } })
    const outcome = claimWith(CODE, { address: at, machineIdentifier: ATTIC })
    while (!attic.requests().some(({ method }) => method === 'POST')) {
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await attic.stop()
    expect(await outcome).toBe('unanswered')
  })
})

describe('a code on its way', () => {
  const at = address('http://192.168.1.10:32400')
  const meant = { address: at, machineIdentifier: ATTIC }

  it('has nobody asked a second time who hides the answer: that question could be led elsewhere', async () => {
    const fetched = vi.fn<() => Promise<never>>(() => Promise.reject(new TypeError('Failed to fetch')))
    vi.stubGlobal('fetch', fetched)
    expect(await claimWith(CODE, meant)).toBe('not-the-server')
    expect(fetched).toHaveBeenCalledTimes(1)
  })

  it('is waited for a minute, since the answer comes late, and no longer', async () => {
    vi.useFakeTimers()
    const body = JSON.stringify({ MediaContainer: { claimed: false, machineIdentifier: ATTIC } })
    vi.stubGlobal('fetch', (_url: string, { method }: { method?: string }) =>
      method === 'POST' ? new Promise(() => undefined) : Promise.resolve(new Response(body)),
    )
    const settled = vi.fn<(result: string) => void>()
    void claimWith(CODE, meant).then(settled)
    await vi.advanceTimersByTimeAsync(59_900)
    expect(settled).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(200)
    expect(settled).toHaveBeenCalledWith('unanswered')
  })

  it('ends where nobody waits for it any more', async () => {
    const stopped = new AbortController()
    stopped.abort()
    await expect(claimWith(CODE, meant, stopped.signal)).rejects.toThrow('Nobody waits')
  })
})

describe('what the answer to a code means', () => {
  const recorded = (file: string) => readFileSync(`tests/cases/${file}`, 'utf8')

  it.each([
    ['taken', 200, '', 'accepted'],
    ['L1: a code that is too old', 401, recorded('claims/L01-401-too-old.html'), 'turned-away'],
    ['L18, L20, L21: somebody from outside, which looks alike', 403, '', 'turned-away'],
    ['L7: the account service fails', 500, '', 'account-failed'],
    ['L7: the account service has too much to do', 429, '', 'account-failed'],
    ['anything else than success', 300, '', 'refused'],
    ['writing is refused while it starts, in capitals', 400, 'STILL STARTING UP', 'starting'],
    ['the same words far down a page', 400, `${' '.repeat(1_000)}still starting up`, 'refused'],
    ['writing is refused while it starts', 400, recorded('claims/400-still-starting.html'), 'starting'],
    ['starting, in the words of a server', 503, recorded('replies/F10-503-migrations.xml'), 'starting'],
    ['starting, in its other words', 503, recorded('replies/K02-503-startup-maintenance.xml'), 'starting'],
    ['a server that says nothing with it, where one just spoke', 503, ' \n', 'starting'],
    ['a proxy: nginx', 503, recorded('replies/F13-503-nginx.html'), 'behind-proxy'],
    ['a proxy: HAProxy', 503, recorded('replies/F13-503-haproxy.html'), 'behind-proxy'],
    ['a proxy: Traefik', 503, recorded('replies/F13-503-traefik.txt'), 'behind-proxy'],
    ['a proxy that says nothing with it', 502, '', 'behind-proxy'],
    ['a proxy that waits no longer', 504, '', 'behind-proxy'],
    ['a large proxy, with a number of its own', 524, '', 'behind-proxy'],
    ['a server that does not know what it is asked', 404, '', 'refused'],
    ['a bad request', 400, '', 'refused'],
  ])('%s', (_, status, text, result) => {
    expect(resultOfClaim({ status, text })).toBe(result)
  })
})

describe('what came of a code', () => {
  it('is told of the machine that it was meant for, and of no other', () => {
    const use = { result: 'refused', fetchedAtMs: null, meantFor: ATTIC } as const
    expect(resultFor(use, ATTIC)).toBe('refused')
    expect(resultFor(use, CELLAR)).toBeNull()
    expect(resultFor(use, null)).toBeNull()
  })

  it('is told of whoever is there while none was sent', () => {
    expect(resultFor({ result: 'ran-out', fetchedAtMs: 0 }, ATTIC)).toBe('ran-out')
    expect(resultFor({ result: null, fetchedAtMs: null }, ATTIC)).toBeNull()
  })
})
