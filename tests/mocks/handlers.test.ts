// @vitest-environment node
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Behaviour } from '../../src/mocks/behaviours.ts'
import { handlersFor } from '../../src/mocks/handlers.ts'
import { ATTIC } from '../../src/mocks/identity.ts'
import { pretendNetwork } from '../../src/mocks/network.ts'
import type { Times } from '../../src/mocks/times.ts'

const AT = 'http://192.168.1.10:32400'
const server = setupServer()

beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' })
})
afterEach(() => {
  server.resetHandlers()
})
afterAll(() => {
  server.close()
})

function networkWith(behaviour: Behaviour, times: Partial<Times> = {}) {
  const network = pretendNetwork([{ address: AT, behaviour }], { times })
  server.use(...handlersFor(network))
  return network
}

const ask = (at = AT, init: RequestInit = {}) =>
  fetch(`${at}/identity`, { headers: { accept: 'application/json' }, ...init })

async function claimedAt(at = AT): Promise<unknown> {
  const { MediaContainer } = (await (await ask(at)).json()) as { MediaContainer: Record<string, unknown> }
  return MediaContainer['claimed']
}

test('a host answers, and every request is on record', async () => {
  const network = networkWith('unclaimed')
  expect(await claimedAt()).toBe(false)
  await expect(ask('http://192.168.1.99:32400')).rejects.toThrow(TypeError)
  expect(network.requests.map(({ url }) => url)).toEqual([
    `${AT}/identity`,
    'http://192.168.1.99:32400/identity',
  ])
})

test('an approval reaches every host with that identifier', async () => {
  const network = networkWith('unclaimed', { exchangeMs: 0 })
  network.add({ address: 'http://[fd00::10]:32400', behaviour: 'unclaimed' })
  network.add({ address: 'http://10.0.0.9:32400', behaviour: 'unclaimed', machineIdentifier: 'b'.repeat(40) })
  network.approve(ATTIC.machineIdentifier)
  expect(await claimedAt()).toBe(true)
  expect(await claimedAt('http://[fd00::10]:32400')).toBe(true)
  expect(await claimedAt('http://10.0.0.9:32400')).toBe(false)
})

test('hosts change and move', async () => {
  const network = networkWith('refusing')
  await expect(ask()).rejects.toThrow(TypeError)
  network.become(AT, 'claimed')
  expect(await claimedAt()).toBe(true)
  network.move(AT, 'http://192.168.1.11:32400')
  await expect(ask()).rejects.toThrow(TypeError)
  expect(await claimedAt('http://192.168.1.11:32400')).toBe(true)
  expect(() => network.host(AT)).toThrow(/has no/)
})

test('a hiding host can be noticed but not read, except from its own origin', async () => {
  const network = networkWith('hiding')
  await expect(ask()).rejects.toThrow(TypeError)
  await expect(ask(AT, { mode: 'no-cors' })).resolves.toBeInstanceOf(Response)
  server.use(...handlersFor(network, AT))
  expect(await claimedAt()).toBe(false)
})

test.each(['silent', 'slow-headers'] as const)(
  'a %s host gives nothing until one gives up',
  async (behaviour) => {
    networkWith(behaviour)
    await expect(ask(AT, { signal: AbortSignal.timeout(50) })).rejects.toThrow()
  },
)

test.each(['endless', 'dripping'] as const)(
  '%s: headers, then a body that does not end',
  async (behaviour) => {
    networkWith(behaviour, { dripMs: 10 })
    const giveUp = new AbortController()
    const answer = await ask(AT, { signal: giveUp.signal })
    const reader = answer.body?.getReader()
    for (let reads = 0; reads < 3; reads += 1) expect((await reader?.read())?.done).toBe(false)
    giveUp.abort()
  },
)

test('broken-off: the body fails after its beginning', async () => {
  networkWith('broken-off')
  const answer = await ask()
  expect(answer.status).toBe(200)
  await expect(answer.text()).rejects.toThrow()
})

test('redirecting: 302 for those who do not follow', async () => {
  networkWith('redirecting')
  expect((await ask(AT, { redirect: 'manual' })).status).toBe(302)
})
