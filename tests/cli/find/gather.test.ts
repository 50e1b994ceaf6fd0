// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { gatherer, type Sighting } from '../../../src/cli/find/gather.ts'
import type { GdmReply } from '../../../src/cli/find/gdm.ts'
import type { OwnNetwork } from '../../../src/cli/find/gdm-networks.ts'
import type { Address } from '../../../src/lib/address.ts'
import { parseMachineIdentifier, type MachineIdentifier } from '../../../src/lib/machine-identifier.ts'
import { failureOf, type Outcome } from '../../../src/server/outcome.ts'

const LAN: OwnNetwork = { ip: '192.168.1.5', cidr: '192.168.1.5/24', kind: 'network' }
const machine = (n: number): MachineIdentifier => {
  const identifier = parseMachineIdentifier(n.toString(16).padStart(40, '0'))
  if (identifier === null) throw new Error('no identifier')
  return identifier
}
const saying = (n: number, port = 32_400): GdmReply => ({
  machineIdentifier: machine(n),
  port,
  name: `Server ${n}`,
  version: null,
})
const known = { atMs: 0, tookMs: 0 }
const silent: Outcome = { ...failureOf('silent'), ...known }
const confirmed = (n: number): Outcome => ({
  kind: 'identity',
  identity: { machineIdentifier: machine(n), claim: 'unclaimed', version: null, startState: null },
  ...known,
})

/** Addresses that answer when the test says so. */
function asking() {
  const open: {
    readonly address: Address
    readonly say: (outcome: Outcome) => void
    readonly fail: () => void
  }[] = []
  const asked: Address[] = []
  const told: Sighting[] = []
  const ask = (address: Address) =>
    new Promise<Outcome>((resolve, reject) => {
      asked.push(address)
      open.push({ address, say: resolve, fail: () => reject(new Error('stopped')) })
    })
  const gathered = gatherer(ask, (sighting) => told.push(sighting))
  const settle = async (each: (one: (typeof open)[number]) => void) => {
    for (const one of open.splice(0)) each(one)
    await new Promise(setImmediate)
  }
  return { ...gathered, open, asked, told, settle }
}

describe('what is heard is asked about', () => {
  it('at the address that it came from', async () => {
    const all = asking()
    all.heard(saying(1, 32_401), '192.168.1.10', LAN)
    expect(all.asked).toEqual(['http://192.168.1.10:32401'])
    expect(all.sightings()).toMatchObject([{ said: saying(1, 32_401), outcome: null }])
    await all.settle(({ say }) => {
      say(confirmed(1))
    })
    expect(all.told).toEqual(all.sightings())
    expect(all.told).toMatchObject([{ outcome: { kind: 'identity' } }])
  })
  it('once, however often it is said', async () => {
    const all = asking()
    for (let n = 0; n < 1_000; n += 1) all.heard(saying(1), '192.168.1.10', LAN)
    await all.settle(({ say }) => {
      say(confirmed(1))
    })
    all.heard(saying(1), '192.168.1.10', LAN)
    expect(all.asked).toHaveLength(1)
  })
  it('again when it says so again and did not answer, nine times at most', async () => {
    const all = asking()
    for (let n = 0; n < 20; n += 1) {
      all.heard(saying(1), '192.168.1.10', LAN)
      await all.settle((one) => {
        if (n === 0) one.fail()
        else one.say(silent)
      })
    }
    expect(all.asked).toHaveLength(9)
  })
  it('not in the internet', () => {
    const all = asking()
    all.heard(saying(1), '8.8.8.8', LAN)
    all.heard(saying(1), 'no address', LAN)
    expect([all.asked, all.sightings()]).toEqual([[], []])
  })
  it('and what was asked unbidden counts as well', async () => {
    const all = asking()
    let looked = false
    const look = all.look('http://127.0.0.1:32400' as Address).then(() => (looked = true))
    await new Promise(setImmediate)
    expect(looked).toBe(false)
    await all.settle(({ say }) => {
      say(confirmed(1))
    })
    await look
    expect(all.sightings()).toMatchObject([{ address: 'http://127.0.0.1:32400', said: null }])
  })
})

it('what an address confirmed is not replaced by what somebody says in its name', async () => {
  const all = asking()
  all.heard(saying(2), '192.168.1.10', LAN)
  await all.settle(({ say }) => {
    say(confirmed(1))
  })
  all.heard(saying(1), '192.168.1.10', LAN)
  all.heard(saying(3), '192.168.1.10', LAN)
  expect(all.sightings().map(({ said }) => said?.name)).toEqual(['Server 1'])
})

it('what an address says of itself is not forgotten for what others say in its name meanwhile', async () => {
  const all = asking()
  for (const n of [4, 1, 2, 3]) all.heard(saying(n), '192.168.1.10', LAN)
  expect(all.sightings().map(({ said }) => said?.name)).toEqual(['Server 3'])
  await all.settle(({ say }) => {
    say(confirmed(1))
  })
  for (let n = 5; n < 100; n += 1) all.heard(saying(n), '192.168.1.10', LAN)
  expect(all.sightings().map(({ said }) => said?.name)).toEqual(['Server 1'])
})

describe('a flood', () => {
  it('of one host leaves room for the others', () => {
    const all = asking()
    for (let n = 1; n <= 5_000; n += 1) all.heard(saying(n, n), '192.168.1.66', LAN)
    all.heard(saying(1), '192.168.1.10', LAN)
    expect(all.sightings()).toHaveLength(9)
    expect(all.sightings().at(-1)?.address).toBe('http://192.168.1.10:32400')
  })
  it('of very many hosts ends at 256, asked 16 at once', async () => {
    const all = asking()
    for (let n = 0; n < 5_000; n += 1) all.heard(saying(n), `10.0.${n >> 8}.${n & 255}`, LAN)
    expect(all.sightings()).toHaveLength(256)
    let most = 0
    while (all.open.length > 0) {
      most = Math.max(most, all.open.length)
      await all.settle(({ say }) => {
        say(silent)
      })
    }
    expect([most, all.asked.length]).toEqual([16, 256])
  })
})
