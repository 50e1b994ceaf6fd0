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
  heardFrom,
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
    'turned-away': 'missing',
    busy: 'missing',
    faulty: 'missing',
  }
  it.each(Object.entries(names) as [FailureReason, Trouble['name']][])('%s: %s', (reason, name) => {
    expect(troubleFor(factsOf([at(LAN, heardFrom(reason))])).name).toBe(name)
  })

  it('says which other machine it is, or that it is none', () => {
    const facts = (heard: ReturnType<typeof heardFrom>) =>
      factsOf([at(LAN, heard)], { stamp: stampOf(ATTIC) })
    expect(troubleFor(facts(heardFrom(says('unclaimed', { by: CELLAR }))))).toEqual({
      name: 'another-machine',
      server: null,
      address: LAN,
      machineIdentifier: CELLAR,
    })
    expect(troubleFor(facts(heardFrom('another-product')))).toMatchObject({
      name: 'another-product',
      address: LAN,
    })
  })

  it('keeps what every address said, for the report', () => {
    const heard = heardFrom('silent', 'refused')
    expect(troubleFor(factsOf([at(LAN, heard)]))).toEqual({
      name: 'missing',
      server: null,
      tried: [{ address: LAN, latest: heard.latest }],
    })
  })
})

describe('the most telling of several', () => {
  const starting = at(LAN_2, heardFrom('503'))
  const hidden = at(address('http://192.168.1.30:32400'), heardFrom('unreadable'))
  const stranger = at(address('http://192.168.1.40:32400'), heardFrom('another-product'))
  const silent = at(LAN, heardFrom('silent'))
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
    expect(troubleFor(factsOf([at(LAN, heardFrom('503', '503', 'silent'))]))).toMatchObject({
      sinceMs: 1_000,
    })
  })
  rows([
    [
      'through a lost packet',
      factsOf([at(LAN, heardFrom('503', 'refused'))]),
      { name: 'starting', address: LAN },
    ],
    [
      'until it is given up',
      factsOf([at(LAN, heardFrom('503', 'refused', 'refused', 'refused'))], { laterMs: 60_000 }),
      { name: 'missing', tried: [LAN] },
    ],
  ])
})

it('another machine that restarts is not the one that is starting', () => {
  const heard = heardFrom(says('unclaimed', { by: CELLAR }), '503')
  expect(troubleFor(factsOf([at(LAN, heard)], { stamp: stampOf(ATTIC) })).name).not.toBe('starting')
})

describe('what was promised is judged alone', () => {
  rows([
    [
      'the stamped address is silent, something else runs on this computer',
      factsOf([at(LAN, heardFrom('silent')), at(HERE, heardFrom('another-product'), LOOP)]),
      { name: 'missing', tried: [LAN] },
    ],
    [
      'the stamped address is silent, an earlier one hides its reply',
      factsOf([at(LAN, heardFrom('silent')), at(LAN_2, heardFrom('unreadable'), USED)]),
      { name: 'missing', tried: [LAN] },
    ],
    [
      'nothing was promised: this computer is worth a word',
      factsOf([at(HERE, heardFrom('another-product'), LOOP)]),
      { name: 'another-product', address: HERE },
    ],
    [
      'nothing was promised: an earlier address as well',
      factsOf([at(LAN, heardFrom('503'), USED), at(HERE, heardFrom('refused'), LOOP)]),
      { name: 'starting', address: LAN },
    ],
    [
      'the address in the URL',
      factsOf([at(LAN, heardFrom('another-product'), URL)]),
      { name: 'another-product', address: LAN },
    ],
  ])
})

describe('a web server that merely hosts this page', () => {
  const OWNER = address('http://192.168.1.5')
  const elsewhere = at(LAN, heardFrom('silent'))
  it.each(['another-product', 'turned-away', 'redirected', 'faulty', 'too-large'] as const)(
    'says nothing about the media server: %s',
    (reason) => {
      const facts = factsOf([at(OWNER, heardFrom(reason), OWN), elsewhere], { wayIn: { origin: OWNER } })
      expect(summaryOf(troubleFor(facts))).toEqual({ name: 'missing', tried: [LAN] })
    },
  )
  rows([
    [
      'is not asked for more than its page',
      factsOf([at(OWNER, heardFrom('turned-away'), OWN)], { wayIn: { origin: OWNER } }),
      { name: 'missing', tried: [] },
    ],
    [
      'leaves the word to this computer',
      factsOf([at(OWNER, heardFrom('turned-away'), OWN), at(HERE, heardFrom('503'), LOOP)], {
        wayIn: { origin: OWNER },
      }),
      { name: 'starting', address: HERE },
    ],
    [
      'but a media server that serves it may be starting',
      factsOf([at(OWNER, heardFrom('503'), OWN)], { wayIn: { origin: OWNER } }),
      { name: 'starting', address: OWNER },
    ],
    [
      'or have gone silent',
      factsOf([at(OWNER, heardFrom('silent'), OWN)], { wayIn: { origin: OWNER } }),
      { name: 'missing', tried: [OWNER] },
    ],
    [
      'or have been replaced by another one',
      factsOf([at(OWNER, heardFrom('unclaimed', says('unclaimed', { by: CELLAR })), OWN)], {
        wayIn: { origin: OWNER },
      }),
      { name: 'another-machine', address: OWNER },
    ],
    [
      'or have been a media server until a moment ago',
      factsOf([at(OWNER, heardFrom('unclaimed', 'turned-away', 'turned-away', 'another-product'), OWN)], {
        wayIn: { origin: OWNER },
        laterMs: 60_000,
      }),
      { name: 'another-product', address: OWNER },
    ],
  ])
})

describe('blocked is only said where browsers are known to block', () => {
  const refused = at(LAN, heardFrom('refused'))
  const hosted = (origin: string) => ({ wayIn: { origin: address(origin) } })
  const own = (origin: string) => at(address(origin), heardFrom('turned-away'), OWN)
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
      factsOf([refused, at(LAN_2, heardFrom('silent'))], hosted('https://example.org')),
      { name: 'missing', tried: [LAN, LAN_2] },
    ],
    [
      'not when one of them answered',
      factsOf([refused, at(LAN_2, heardFrom('another-product'))], hosted('https://example.org')),
      { name: 'another-product', address: LAN_2 },
    ],
    [
      'not while one of them was not heard',
      factsOf([refused, at(LAN_2, null)], hosted('https://example.org')),
      { name: 'missing', tried: [LAN] },
    ],
    [
      'not when there was nobody else to ask',
      factsOf([at(FAR, heardFrom('turned-away'), OWN)], { wayIn: { origin: FAR } }),
      { name: 'missing', tried: [] },
    ],
  ])
})
