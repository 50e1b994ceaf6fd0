// @vitest-environment node
import { createServer } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import type { OwnNetwork } from '../../../src/cli/find/gdm-networks.ts'
import { neighboursIn, sweep, sweepTakesMs } from '../../../src/cli/find/sweep.ts'
import { sweepingSentence } from '../../../src/cli/find/words.ts'
import type { Address } from '../../../src/lib/address.ts'

const network = (cidr: string | null, kind: OwnNetwork['kind'] = 'network', ip = ''): OwnNetwork => ({
  ip: cidr?.split('/', 1)[0] ?? ip,
  cidr,
  kind,
})
const count = (...networks: readonly OwnNetwork[]): number => neighboursIn(networks).length

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A port of 127.0.0.x that counts who connects, and how much they say. */
async function listeningAt(ip: string, wanted = 0) {
  const seen = { connected: 0, bytes: 0, open: 0, mostOpen: 0 }
  const server = createServer((socket) => {
    seen.connected += 1
    seen.open += 1
    seen.mostOpen = Math.max(seen.mostOpen, seen.open)
    socket.on('data', (data) => (seen.bytes += data.length))
    socket.on('close', () => (seen.open -= 1))
    socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(wanted, ip, resolve))
  closing.push(() => server.close())
  const at = server.address()
  if (at === null || typeof at === 'string') throw new Error('no port')
  return { port: at.port, seen }
}

it.each<[string, number, readonly OwnNetwork[]]>([
  ['a home network', 254, [network('192.168.1.5/24')]],
  ['of a large network, those that begin as the own one', 254, [network('10.0.3.5/8')]],
  ['a small network, with the two addresses in it that are nobody', 8, [network('192.168.1.9/29')]],
  ['the same one twice', 254, [network('192.168.1.5/24'), network('192.168.1.6/24')]],
  ['nobody of the internet', 0, [network('203.0.113.5/24')]],
  ['nobody behind the same carrier', 0, [network('100.64.0.5/10')]],
  ['nobody where the system does not say how large it is', 0, [network(null, 'network', '192.168.1.5')]],
  ['no containers of this computer', 0, [network('172.17.0.1/16', 'bridge')]],
  ['not this computer alone', 0, [network('127.0.0.1/8', 'alone')]],
  ['four networks at most', 4 * 254, [1, 2, 3, 4, 5].map((n) => network(`192.168.${n}.5/24`))],
])('neighbours are: %s', (_, expected, networks) => {
  expect(count(...networks)).toBe(expected)
})

it('neighbours are asked at the usual port, and neither the first nor the last address is one', () => {
  const all = neighboursIn([network('192.168.1.5/24')])
  expect([all[0], all.at(-1)]).toEqual(['http://192.168.1.1:32400', 'http://192.168.1.254:32400'])
})

it('says before how many are tried, and how long that takes at most', () => {
  expect(sweepingSentence(254)).toBe(
    'Trying 254 addresses at port 32400, a few at once; this takes up to 13 s and changes nothing there.',
  )
})

it('tells where something listens, and waits for what is made of that', async () => {
  const { port, seen } = await listeningAt('127.0.0.9')
  const addresses = Array.from({ length: 40 }, (_, n) => `http://127.0.0.${n + 1}:${port}` as Address)
  const found: Address[] = []
  const listens = async (address: Address): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 50))
    found.push(address)
  }
  await sweep(addresses, listens, new AbortController().signal)
  expect(found).toEqual([`http://127.0.0.9:${port}`])
  // It only looks.
  await expect.poll(() => seen).toMatchObject({ connected: 1, bytes: 0, open: 0 })
})

it('has a few connections open at once, however many listen', async () => {
  const { port, seen } = await listeningAt('0.0.0.0')
  const addresses = Array.from({ length: 200 }, (_, n) => `http://127.0.1.${n + 1}:${port}` as Address)
  await sweep(addresses, () => Promise.resolve(), new AbortController().signal)
  await expect.poll(() => seen.connected).toBe(200)
  expect(seen.mostOpen).toBeLessThanOrEqual(32)
  expect(sweepTakesMs(16)).toBe(800)
})

it('tries nobody any more when it is over', async () => {
  const { port, seen } = await listeningAt('127.0.0.9')
  const addresses = Array.from({ length: 40 }, () => `http://127.0.0.9:${port}` as Address)
  await sweep(addresses, () => Promise.resolve(), AbortSignal.abort())
  expect(seen.connected).toBe(0)
})
