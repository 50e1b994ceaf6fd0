import { describe, expect, it } from 'vitest'
import type { FailureReason } from '../../src/server/outcome.ts'
import type { Facts } from '../../src/wizard/facts/facts.ts'
import { knownOf } from '../../src/wizard/screen/known.ts'
import type { Trouble } from '../../src/wizard/screen/screen.ts'
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
  stampOf,
} from './facts-fixture.ts'

const OWN = { source: 'own-origin' } as const
const URL = { source: 'url' } as const
const USED = { source: 'used', expects: ATTIC } as const
const LOOP = { source: 'loopback' } as const

const troubleFor = (facts: Facts): Trouble => knownOf(facts).trouble

type Summary = {
  readonly name: Trouble['name']
  readonly address?: string
  readonly tried?: readonly string[]
}

function summaryOf(trouble: Trouble): Summary {
  return {
    name: trouble.name,
    ...('address' in trouble ? { address: trouble.address } : {}),
    ...('tried' in trouble ? { tried: trouble.tried.map((tried) => tried.address) } : {}),
  }
}

function rows(table: readonly (readonly [what: string, facts: Facts, expected: Summary])[]): void {
  it.each(table)('%s', (_what, facts, expected) => {
    expect(summaryOf(troubleFor(facts))).toEqual(expected)
  })
}

describe('what one address says', () => {
  const names: Record<FailureReason, Trouble['name']> = {
    silent: 'missing',
    refused: 'missing',
    unreadable: 'hidden',
    slow: 'missing',
    'broken-off': 'missing',
    'too-large': 'missing',
    redirected: 'another-product',
    'another-product': 'another-product',
    'odd-identifier': 'another-product',
    gateway: 'another-product',
    'not-routed': 'another-product',
    'log-in': 'another-product',
    'turned-away': 'missing',
    busy: 'missing',
    faulty: 'missing',
  }
  it.each(Object.entries(names) as [FailureReason, Trouble['name']][])('%s: %s', (reason, name) => {
    expect(troubleFor(factsOf([at(LAN, historyFrom(reason))])).name).toBe(name)
  })

  it('says which other machine it is, or that it is none', () => {
    const facts = (history: ReturnType<typeof historyFrom>) =>
      factsOf([at(LAN, history)], { stamp: stampOf(ATTIC) })
    expect(troubleFor(facts(historyFrom(says('unclaimed', { by: CELLAR }))))).toEqual({
      name: 'another-machine',
      server: null,
      address: LAN,
      machineIdentifier: CELLAR,
      answering: 'one',
    })
    expect(troubleFor(facts(historyFrom('another-product')))).toMatchObject({
      name: 'another-product',
      address: LAN,
    })
  })

  it('keeps what every address said, for the report', () => {
    const history = historyFrom('silent', 'refused')
    expect(troubleFor(factsOf([at(LAN, history)]))).toEqual({
      name: 'missing',
      server: null,
      tried: [{ address: LAN, latest: history.latest }],
    })
  })
})

describe('the most telling of several', () => {
  const starting = at(LAN_2, historyFrom('503'))
  const hidden = at(address('http://192.168.1.30:32400'), historyFrom('unreadable'))
  const stranger = at(address('http://192.168.1.40:32400'), historyFrom('another-product'))
  const silent = at(LAN, historyFrom('silent'))
  rows([
    [
      'starting beats all',
      factsOf([silent, stranger, hidden, starting]),
      { name: 'starting', address: LAN_2 },
    ],
    [
      'hiding beats a stranger',
      factsOf([silent, stranger, hidden]),
      { name: 'hidden', address: hidden.address },
    ],
    [
      'a stranger beats silence',
      factsOf([silent, stranger]),
      { name: 'another-product', address: stranger.address },
    ],
    [
      'the preferred address speaks for its like',
      factsOf([stranger, { ...stranger, address: LAN }]),
      { name: 'another-product', address: stranger.address },
    ],
    ['nothing but silence', factsOf([silent]), { name: 'missing', tried: [LAN] }],
    [
      'an address that was not heard does not count',
      factsOf([silent, at(LAN_2, null)]),
      { name: 'missing', tried: [LAN] },
    ],
  ])
})

describe('starting', () => {
  it('since it said so first', () => {
    expect(troubleFor(factsOf([at(LAN, historyFrom('503', '503', 'silent'))]))).toMatchObject({
      sinceMs: 1_000,
    })
  })
  rows([
    [
      'through a lost packet',
      factsOf([at(LAN, historyFrom('503', 'refused'))]),
      { name: 'starting', address: LAN },
    ],
    [
      'until it is given up',
      factsOf([at(LAN, historyFrom('503', 'refused', 'refused', 'refused'))], { laterMs: 60_000 }),
      { name: 'missing', tried: [LAN] },
    ],
  ])
})

it('another machine that restarts is not the one that is starting', () => {
  const history = historyFrom(says('unclaimed', { by: CELLAR }), '503')
  expect(troubleFor(factsOf([at(LAN, history)], { stamp: stampOf(ATTIC) })).name).not.toBe('starting')
})

describe('what was promised is judged alone', () => {
  rows([
    [
      'the stamped address is silent, something else runs on this computer',
      factsOf([at(LAN, historyFrom('silent')), at(HERE, historyFrom('another-product'), LOOP)]),
      { name: 'missing', tried: [LAN] },
    ],
    [
      'the stamped address is silent, an earlier one hides its reply',
      factsOf([at(LAN, historyFrom('silent')), at(LAN_2, historyFrom('unreadable'), USED)]),
      { name: 'missing', tried: [LAN] },
    ],
    [
      'nothing was promised: this computer is worth a word',
      factsOf([at(HERE, historyFrom('another-product'), LOOP)]),
      { name: 'another-product', address: HERE },
    ],
    [
      'nothing was promised: an earlier address as well',
      factsOf([at(LAN, historyFrom('503'), USED), at(HERE, historyFrom('refused'), LOOP)]),
      { name: 'starting', address: LAN },
    ],
    [
      'the address in the URL',
      factsOf([at(LAN, historyFrom('another-product'), URL)]),
      { name: 'another-product', address: LAN },
    ],
  ])
})

describe('a web server that merely hosts this page', () => {
  const OWNER = address('http://192.168.1.5')
  const elsewhere = at(LAN, historyFrom('silent'))
  it.each(['another-product', 'turned-away', 'redirected', 'faulty', 'too-large'] as const)(
    'says nothing about the media server: %s',
    (reason) => {
      const facts = factsOf([at(OWNER, historyFrom(reason), OWN), elsewhere], { pageOrigin: OWNER })
      expect(summaryOf(troubleFor(facts))).toEqual({ name: 'missing', tried: [LAN] })
    },
  )
  rows([
    [
      'is not asked for more than its page',
      factsOf([at(OWNER, historyFrom('turned-away'), OWN)], { pageOrigin: OWNER }),
      { name: 'missing', tried: [] },
    ],
    [
      'leaves the word to this computer',
      factsOf([at(OWNER, historyFrom('turned-away'), OWN), at(HERE, historyFrom('503'), LOOP)], {
        pageOrigin: OWNER,
      }),
      { name: 'starting', address: HERE },
    ],
    [
      'has the first word where it passes questions on, and the server behind it is away',
      factsOf([at(OWNER, historyFrom('gateway'), OWN), at(HERE, historyFrom('another-product'), LOOP)], {
        pageOrigin: OWNER,
      }),
      { name: 'another-product', address: OWNER },
    ],
    [
      'has none where it merely refuses',
      factsOf([at(OWNER, historyFrom('turned-away'), OWN), at(HERE, historyFrom('another-product'), LOOP)], {
        pageOrigin: OWNER,
      }),
      { name: 'another-product', address: HERE },
    ],
    [
      'but a media server that serves it may be starting',
      factsOf([at(OWNER, historyFrom('503'), OWN)], { pageOrigin: OWNER }),
      { name: 'starting', address: OWNER },
    ],
    [
      'or have gone silent',
      factsOf([at(OWNER, historyFrom('silent'), OWN)], { pageOrigin: OWNER }),
      { name: 'missing', tried: [OWNER] },
    ],
    [
      'or have been replaced by another one',
      factsOf([at(OWNER, historyFrom('unclaimed', says('unclaimed', { by: CELLAR })), OWN)], {
        pageOrigin: OWNER,
      }),
      { name: 'another-machine', address: OWNER },
    ],
    [
      'or have been a media server until a moment ago',
      factsOf([at(OWNER, historyFrom('unclaimed', 'turned-away', 'turned-away', 'another-product'), OWN)], {
        pageOrigin: OWNER,
        laterMs: 60_000,
      }),
      { name: 'another-product', address: OWNER },
    ],
  ])
})

describe('blocked is only said where browsers are known to block', () => {
  const refused = at(LAN, historyFrom('refused'))
  const hosted = (origin: string) => ({ pageOrigin: address(origin) })
  const own = (origin: string) => at(address(origin), historyFrom('turned-away'), OWN)
  rows([
    [
      'from https',
      factsOf([own('https://example.org'), refused], hosted('https://example.org')),
      { name: 'blocked' },
    ],
    ['from https at home', factsOf([refused], hosted('https://192.168.1.5')), { name: 'blocked' }],
    [
      'from a public address',
      factsOf([own('http://8.8.8.8'), refused], hosted('http://8.8.8.8')),
      { name: 'blocked' },
    ],
    ['from a file', factsOf([refused]), { name: 'missing', tried: [LAN] }],
    [
      'not when the browser says that it is allowed',
      factsOf([refused], { ...hosted('https://example.org'), permission: 'granted' }),
      { name: 'missing', tried: [LAN] },
    ],
    [
      'from the home network',
      factsOf([refused], hosted('http://192.168.1.5')),
      { name: 'missing', tried: [LAN] },
    ],
    [
      'from this computer',
      factsOf([refused], hosted('http://127.0.0.1:8888')),
      { name: 'missing', tried: [LAN] },
    ],
    [
      'not when one of them was silent',
      factsOf([refused, at(LAN_2, historyFrom('silent'))], hosted('https://example.org')),
      { name: 'missing', tried: [LAN, LAN_2] },
    ],
    [
      'not when one of them answered',
      factsOf([refused, at(LAN_2, historyFrom('another-product'))], hosted('https://example.org')),
      { name: 'another-product', address: LAN_2 },
    ],
    [
      'not while one of them was not heard',
      factsOf([refused, at(LAN_2, null)], hosted('https://example.org')),
      { name: 'missing', tried: [LAN] },
    ],
    [
      'not when there was nobody else to ask',
      factsOf([at(FAR, historyFrom('turned-away'), OWN)], { pageOrigin: FAR }),
      { name: 'missing', tried: [] },
    ],
  ])
})
