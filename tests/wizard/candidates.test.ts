import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Address } from '../../src/lib/address.ts'
import type { UsedAddress } from '../../src/server/used-addresses.ts'
import { EMPTY_STAMP, type Stamp } from '../../src/stamp/stamp.ts'
import { candidatesOf, needsConsent } from '../../src/wizard/facts/candidates.ts'
import { address, ATTIC, CELLAR, FAR, HERE, LAN, LAN_2, stampOf } from './facts-fixture.ts'

// A busy computer takes its time over thousands of examples.
vi.setConfig({ testTimeout: 60_000 })

type Given = {
  readonly at?: Address
  readonly origin?: Address
  readonly stamp?: Stamp
  readonly used?: readonly UsedAddress[]
  readonly found?: readonly Address[]
}

function asked({ at, origin, stamp, used, found }: Given) {
  return candidatesOf({
    at: at ?? null,
    pageOrigin: origin ?? null,
    stamp: stamp ?? EMPTY_STAMP,
    used: used ?? [],
    found: found ?? [],
  })
}

const TUNNEL = address('http://127.0.0.1:8888')
const LOOPBACK = [HERE, TUNNEL, address('http://localhost:32400'), address('http://localhost:8888')].map(
  (where) => ['loopback', where] as const,
)
const NOBODY = LOOPBACK.map(() => null)
const VPN = address('http://100.64.0.7:32400')
const atticAt = (where: Address): UsedAddress => ({ machineIdentifier: ATTIC, address: where })
const cellarAt = (where: Address): UsedAddress => ({ machineIdentifier: CELLAR, address: where })

describe('who is asked, and in which order', () => {
  it.each<readonly [string, Given, readonly (readonly [string, Address])[]]>([
    ['a file without a stamp', {}, LOOPBACK],
    [
      'a stamped file',
      { stamp: stampOf(ATTIC, { addresses: [LAN, LAN_2] }) },
      [['stamp', LAN], ['stamp', LAN_2], ...LOOPBACK],
    ],
    ['a file on a second visit', { used: [atticAt(LAN)] }, [['used', LAN], ...LOOPBACK]],
    [
      'everything at once',
      { origin: TUNNEL, stamp: stampOf(ATTIC, { addresses: [LAN] }), used: [atticAt(LAN_2)] },
      [
        ['stamp', LAN],
        ['own-origin', TUNNEL],
        ['used', LAN_2],
        ...LOOPBACK.filter(([, where]) => where !== TUNNEL),
      ],
    ],
    [
      'an address in the URL, alone in a file',
      { at: LAN_2, stamp: stampOf(ATTIC, { addresses: [LAN] }), used: [atticAt(LAN)] },
      [['url', LAN_2]],
    ],
    ['its own address in the URL', { at: LAN, origin: LAN }, [['url', LAN]]],
    ['a page from a LAN address: not this computer', { origin: LAN }, [['own-origin', LAN]]],
    ['a page from the internet', { origin: FAR }, [['own-origin', FAR]]],
    [
      'a page from this computer',
      { origin: TUNNEL },
      [['own-origin', TUNNEL], ...LOOPBACK.filter(([, where]) => where !== TUNNEL)],
    ],
    [
      'the server itself, on this computer',
      { origin: HERE },
      [['own-origin', HERE], ...LOOPBACK.filter(([, where]) => where !== HERE)],
    ],
    [
      'what a search found, last and once',
      { stamp: stampOf(ATTIC, { addresses: [LAN] }), found: [LAN_2, LAN] },
      [['stamp', LAN], ...LOOPBACK, ['search', LAN_2]],
    ],
    [
      'the same address from several sides, once',
      {
        origin: LAN,
        stamp: stampOf(ATTIC, { addresses: [LAN, LAN_2] }),
        used: [atticAt(LAN_2), atticAt(LAN)],
      },
      [
        ['own-origin', LAN],
        ['stamp', LAN_2],
      ],
    ],
    [
      'with a stamp, nowhere where only another server was used',
      { stamp: stampOf(ATTIC), used: [cellarAt(LAN), atticAt(LAN_2)] },
      [['used', LAN_2], ...LOOPBACK],
    ],
    [
      'where a link says, and who gave this page away, to see whether that is the same machine',
      { at: LAN_2, origin: LAN },
      [
        ['url', LAN_2],
        ['own-origin', LAN],
      ],
    ],
    [
      'where a link says, and who gave this page away, also when the file says which machine it is',
      { at: LAN_2, origin: LAN, stamp: stampOf(ATTIC, { addresses: [HERE] }) },
      [
        ['url', LAN_2],
        ['own-origin', LAN],
      ],
    ],
    ['who gave this page away, once, when the link says the same', { at: LAN, origin: LAN }, [['url', LAN]]],
    [
      'nowhere far away because storage says so',
      { used: [atticAt(FAR), atticAt(VPN), atticAt(LAN)] },
      [['used', LAN], ...LOOPBACK],
    ],
    [
      'far away because the stamp says so',
      { stamp: stampOf(ATTIC, { addresses: [FAR] }) },
      [['stamp', FAR], ...LOOPBACK],
    ],
  ])('%s', (_what, given, expected) => {
    expect(asked(given).map((candidate) => [candidate.source, candidate.address])).toEqual(expected)
  })

  it.each<readonly [string, Given, readonly (string | null)[]]>([
    ['at an address used before', { used: [cellarAt(LAN)] }, [CELLAR, ...NOBODY]],
    [
      'also when the stamp names it',
      { stamp: stampOf(ATTIC, { addresses: [LAN] }), used: [atticAt(LAN)] },
      [ATTIC, ...NOBODY],
    ],
    ['also when the URL names it', { at: LAN, used: [atticAt(LAN)] }, [ATTIC]],
    ['also when it is this computer', { used: [atticAt(HERE)] }, [ATTIC, ...NOBODY.slice(1)]],
    [
      'also when that was another server',
      { at: LAN, stamp: stampOf(ATTIC), used: [cellarAt(LAN)] },
      [CELLAR],
    ],
    ['nobody where nobody was heard', { at: LAN, used: [atticAt(LAN_2)] }, [null]],
  ])('who is expected: %s', (_what, given, expected) => {
    expect(asked(given).map(({ expects }) => expects)).toEqual(expected)
  })

  it('nobody twice, nobody out of nothing, and always somebody', () => {
    const places = fc.constantFrom(LAN, LAN_2, HERE, TUNNEL, FAR, VPN)
    const given = fc.record({
      at: fc.option(places, { nil: undefined }),
      origin: fc.option(places, { nil: undefined }),
      stamp: fc
        .tuple(fc.boolean(), fc.array(places))
        .map(([stamped, addresses]) =>
          stamped ? stampOf(ATTIC, { addresses }) : { ...EMPTY_STAMP, addresses },
        ),
      used: fc.array(fc.record({ machineIdentifier: fc.constantFrom(ATTIC, CELLAR), address: places })),
      found: fc.array(places),
    })
    fc.assert(
      fc.property(given, ({ at, origin, stamp, used, found }) => {
        const candidates = candidatesOf({
          at: at ?? null,
          pageOrigin: origin ?? null,
          stamp,
          used,
          found,
        })
        const addresses = candidates.map((candidate) => candidate.address)
        const told = [at, origin, ...stamp.addresses, ...used.map((entry) => entry.address), ...found]
        const known = [...told, ...LOOPBACK.map(([, where]) => where)]
        expect(addresses.length).toBeGreaterThan(0)
        expect(new Set(addresses).size).toBe(addresses.length)
        for (const each of addresses) expect(known).toContain(each)
      }),
    )
  })
})

describe('what the person is asked about first (contract.md §4)', () => {
  const stamped = stampOf(ATTIC, { addresses: [FAR] })
  it.each([
    ['an address at home', LAN, null, EMPTY_STAMP, null, false],
    ['this computer', HERE, null, EMPTY_STAMP, null, false],
    ['a name without dots', address('http://attic:32400'), null, EMPTY_STAMP, null, false],
    ['an address far away', FAR, null, EMPTY_STAMP, null, true],
    ['the carrier or a VPN', VPN, null, EMPTY_STAMP, null, true],
    ['far away, and stamped', FAR, null, stamped, null, false],
    [
      'far away, on another port than the stamped one',
      address('https://media.example.net:444'),
      null,
      stamped,
      null,
      true,
    ],
    ['far away, and it serves this page', FAR, FAR, EMPTY_STAMP, null, false],
    [
      'far away, and another one serves this page',
      FAR,
      address('https://example.org'),
      EMPTY_STAMP,
      null,
      true,
    ],
    ['far away, and the person has agreed', FAR, null, EMPTY_STAMP, FAR, false],
    ['far away, and the person has agreed to another', FAR, null, EMPTY_STAMP, VPN, true],
  ])('%s', (_what, at, origin, stamp, allowed, expected) => {
    expect(needsConsent(at, origin, stamp, allowed)).toBe(expected)
  })
})
