import { describe, expect, it } from 'vitest'
import type { Network } from '../../src/server/network.ts'
import type { Search } from '../../src/server/search.ts'
import { networksOf } from '../../src/wizard/screen/networks.ts'
import { newsOn } from '../../src/wizard/screen/screen.ts'
import {
  address,
  at,
  ATTIC,
  CELLAR,
  factsOf,
  FAR,
  historyFrom,
  HERE,
  LAN,
  LAN_2,
  says,
  searchOf,
  signingIn,
  stampOf,
  screenFor,
} from './facts-fixture.ts'

const searched = (...networks: string[]): Search['tallies'] =>
  networks.flatMap((network) => searchOf('over', { tally: { network: network as Network } }).tallies)

const FOUND = { source: 'search' } as const
const LOOP = { source: 'loopback' } as const

const deadStamp = at(LAN, historyFrom('silent'))
const stamp = stampOf(ATTIC)
const nobodyHere = at(HERE, historyFrom('refused'), LOOP)

describe.each(['routers', 'asking'] as const)('while a network is searched (%s)', (phase) => {
  it.each([
    ['nothing found so far', [deadStamp], { stamp }, 'searching'],
    ['without a stamp, nothing found so far', [nobodyHere], {}, 'searching'],
    [
      'without a stamp, one server so far: the next address may have another one',
      [nobodyHere, at(LAN_2, historyFrom('unclaimed'), FOUND)],
      {},
      'searching',
    ],
    [
      'without a stamp, two servers so far',
      [
        at(LAN, historyFrom('unclaimed'), FOUND),
        at(LAN_2, historyFrom(says('claimed', { by: CELLAR })), FOUND),
      ],
      {},
      'searching',
    ],
    [
      'the stamped one is there',
      [deadStamp, at(LAN_2, historyFrom('unclaimed'), FOUND)],
      { stamp },
      'unclaimed',
    ],
    [
      'another than the stamped one is there',
      [deadStamp, at(LAN_2, historyFrom(says('unclaimed', { by: CELLAR })), FOUND)],
      { stamp },
      'searching',
    ],
    [
      'the one that somebody is signing in to is there',
      [nobodyHere, at(LAN_2, historyFrom('unclaimed'), FOUND)],
      { notes: { [ATTIC]: signingIn() } },
      'confirming',
    ],
    [
      'a known address answers after all',
      [at(LAN, historyFrom('silent', 'unclaimed'))],
      { stamp },
      'unclaimed',
    ],
  ] as const)('%s', (_what, candidates, more, name) => {
    expect(screenFor(factsOf(candidates, { ...more, search: searchOf(phase) })).name).toBe(name)
  })

  it('is a screen of its own, and the number of servers is news', () => {
    const stage = screenFor(
      factsOf([nobodyHere, at(LAN_2, historyFrom('unclaimed'), FOUND)], { search: searchOf(phase) }),
    )
    expect(stage.name).toBe('searching')
    expect(newsOn(stage)).toBe('1')
  })
})

describe.each(['again', 'over'] as const)('when every address was asked (%s)', (phase) => {
  it.each([
    ['nothing found', [deadStamp], { stamp }, 'missing'],
    ['without a stamp, nothing found', [nobodyHere], {}, 'missing'],
    [
      'without a stamp, one server: straight on',
      [nobodyHere, at(LAN_2, historyFrom('unclaimed'), FOUND)],
      {},
      'unclaimed',
    ],
    [
      'without a stamp, two servers',
      [
        at(LAN, historyFrom('unclaimed'), FOUND),
        at(LAN_2, historyFrom(says('claimed', { by: CELLAR })), FOUND),
      ],
      {},
      'choosing',
    ],
    [
      'one machine at two addresses is one',
      [at(LAN, historyFrom('unclaimed'), FOUND), at(LAN_2, historyFrom('unclaimed'), FOUND)],
      {},
      'unclaimed',
    ],
    [
      'another than the stamped one',
      [deadStamp, at(LAN_2, historyFrom(says('unclaimed', { by: CELLAR })), FOUND)],
      { stamp },
      'another-machine',
    ],
    [
      'somebody who hides its answer, which may be it',
      [deadStamp, at(LAN_2, historyFrom('unreadable'), FOUND)],
      { stamp },
      'hidden',
    ],
    [
      'one that is starting, which may be it',
      [deadStamp, at(LAN_2, historyFrom('503'), FOUND)],
      { stamp },
      'starting',
    ],
    [
      'a stranger at the stamped address says more than what a search found',
      [at(LAN, historyFrom('another-product')), at(LAN_2, historyFrom('unreadable'), FOUND)],
      { stamp },
      'another-product',
    ],
  ] as const)('%s', (_what, candidates, more, name) => {
    expect(screenFor(factsOf(candidates, { ...more, search: searchOf(phase) })).name).toBe(name)
  })
})

describe('a name of the network, which may take long to be found missing', () => {
  const NAME = at(address('http://attic.local:32400'), null)
  it.each([
    ['is not waited for beside other addresses', [deadStamp, NAME], 'missing'],
    ['is waited for where there is nothing else', [NAME], 'looking'],
    [
      'is waited for beside other names',
      [NAME, at(address('http://cellar:32400'), historyFrom('refused'))],
      'looking',
    ],
    ['does not keep the page from waiting for an address', [NAME, at(LAN, null)], 'looking'],
  ] as const)('%s', (_what, candidates, name) => {
    expect(screenFor(factsOf(candidates, { stamp })).name).toBe(name)
  })
})

describe('the networks that the page can be told of', () => {
  it.each([
    ['none', factsOf([nobodyHere]), []],
    ['that of a stamped address', factsOf([deadStamp], { stamp }), ['192.168.1']],
    [
      'those of a stamp, in its order and once',
      factsOf([deadStamp, at(address('http://10.0.0.7:32400'), null), at(LAN_2, null)]),
      ['192.168.1', '10.0.0'],
    ],
    ['that of the page itself', factsOf([], { pageOrigin: address('http://192.168.7.4') }), ['192.168.7']],
    [
      'those of the stamp also while only a typed address is asked',
      factsOf([at(address('http://10.0.0.7:32400'), null, { source: 'url' })], {
        stamp: stampOf(ATTIC, { addresses: [LAN] }),
      }),
      ['10.0.0', '192.168.1'],
    ],
    [
      'not what is no network at home',
      factsOf([at(FAR, null), at(address('http://[fd00::1]:32400'), null)]),
      [],
    ],
    [
      'those of the last search come first, in its order',
      factsOf([deadStamp], { search: searchOf('over', { tallies: searched('10.9.8', '10.9.9') }) }),
      ['10.9.8', '10.9.9', '192.168.1'],
    ],
    [
      'nothing more after a search that found no network',
      factsOf([deadStamp], { search: searchOf('over', { tallies: [] }) }),
      ['192.168.1'],
    ],
  ])('%s', (_what, facts, networks) => {
    expect(networksOf(facts)).toEqual(networks)
  })
})

describe('a number is better than a name', () => {
  const NAMED = address('http://attic:32400')
  it.each([
    ['although the name answered first', ['unclaimed'], 2_000, LAN],
    ['unless the number fails', ['unclaimed', 'silent'], 0, NAMED],
  ] as const)('%s', (_what, words, laterMs, expected) => {
    const [first, ...more] = words
    const stage = screenFor(
      factsOf([
        at(
          NAMED,
          historyFrom(
            says('unclaimed', { atMs: 500 }),
            ...more.map(() => says('unclaimed', { atMs: 9_000 })),
          ),
        ),
        at(LAN, historyFrom(says(first, { atMs: 1_000 + laterMs }), ...more)),
      ]),
    )
    expect(stage).toMatchObject({ name: 'unclaimed', server: { address: expected } })
  })
})
