import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { EVERY_SCREEN } from '../../src/gallery/every-screen.ts'
import { isLiteral } from '../../src/lib/address-class.ts'
import type { Word } from '../../src/gallery/said.ts'
import type { Source } from '../../src/wizard/facts/candidates.ts'
import type { Facts } from '../../src/wizard/facts/facts.ts'
import { knownOf } from '../../src/wizard/screen/known.ts'
import { mapOf, type WizardMap } from '../../src/wizard/screen/map.ts'
import { SCREEN_NAMES, type ScreenName } from '../../src/wizard/screen/screen.ts'
import { screenOf } from '../../src/wizard/screen/screen-of.ts'
import { isNamed, standingOf } from '../../src/wizard/screen/trust.ts'
import {
  address,
  at,
  ATTIC,
  CELLAR,
  factsOf,
  FAR,
  HERE,
  historyFrom,
  LAN,
  LAN_2,
  says,
  signingIn,
  stampOf,
} from './facts-fixture.ts'

// A busy computer takes its time over thousands of examples.
vi.setConfig({ testTimeout: 60_000 })

function mapFor(facts: Facts): WizardMap {
  const known = knownOf(facts)
  return mapOf(known, screenOf(known))
}

/** As `home, account`. */
function told({ home, account }: WizardMap): string {
  return `${home}, ${account}`
}

const EXPECTED: Readonly<Record<ScreenName, string>> = {
  looking: 'asking, unknown',
  found: 'reached, unknown',
  searching: 'asking, unknown',
  choosing: 'several, unknown',
  'ask-first': 'unknown, unknown',
  missing: 'silent, unknown',
  blocked: 'kept-off, unknown',
  hidden: 'hidden, unknown',
  'no-claim-state': 'reached, unsure',
  'another-machine': 'another, unknown',
  'another-product': 'another, unknown',
  starting: 'starting, not-linked',
  unclaimed: 'reached, not-linked',
  taking: 'reached, not-linked',
  declined: 'reached, not-linked',
  confirming: 'reached, signing-in',
  'ask-finished': 'reached, signing-in',
  overdue: 'reached, overdue',
  claimed: 'reached, linked',
  hearsay: 'reached, unsure',
}

describe('the map of every screen', () => {
  it.each(SCREEN_NAMES)('%s', (name) => {
    expect(told(mapFor(EVERY_SCREEN[name]))).toBe(EXPECTED[name])
  })
})

const stamp = stampOf(ATTIC)
const away = { stamp, notes: { [ATTIC]: signingIn() } }
const awayTooLong = { stamp, notes: { [ATTIC]: signingIn(31 * 60_000) } }
const sentCode = {
  stamp,
  notes: { [ATTIC]: (atMs: number) => ({ ...signingIn()(atMs), decision: 'sent-code' as const }) },
}
const NAMED_BY_NAME = address('http://attic.local:32400')
const gone = ['silent', 'silent', 'silent'] as const
const goneFor = { laterMs: 10_000 }

describe('the map, by what is known', () => {
  it.each<readonly [what: string, facts: Facts, expected: string]>([
    ['nothing has answered yet', factsOf([at(LAN, null)]), 'asking, unknown'],
    ['this device has no network', factsOf([at(LAN, null)], { online: false }), 'kept-off, unknown'],
    [
      'no network, and the server is on this very device',
      factsOf([at(HERE, historyFrom('unclaimed'), { source: 'loopback' })], { online: false }),
      'reached, not-linked',
    ],
    [
      'it is starting and says no more',
      factsOf([at(LAN, historyFrom('503'))], { stamp }),
      'starting, unknown',
    ],
    ['a proxy in front of it', factsOf([at(LAN, historyFrom('gateway'))], { stamp }), 'another, unknown'],
    ['several servers', EVERY_SCREEN.choosing, 'several, unknown'],
    [
      'a search that found one',
      factsOf([at(LAN_2, historyFrom('unclaimed'), { source: 'search' })], {
        search: EVERY_SCREEN.searching.search,
      }),
      'asking, unknown',
    ],
    [
      'a code went to the server',
      factsOf([at(LAN, historyFrom('unclaimed'))], sentCode),
      'reached, code-sent',
    ],
    ['waiting, nobody heard yet', factsOf([at(LAN, null)], away), 'asking, signing-in'],
    ['waiting, the server is silent', factsOf([at(LAN, historyFrom('silent'))], away), 'silent, signing-in'],
    ['waiting, refused at once', factsOf([at(LAN, historyFrom('refused'))], away), 'failing, signing-in'],
    ['waiting, it is starting', factsOf([at(LAN, historyFrom('503'))], away), 'starting, signing-in'],
    [
      'waiting, it hides its answer',
      factsOf([at(LAN, historyFrom('unreadable'))], away),
      'hidden, signing-in',
    ],
    [
      'waiting, it restarts',
      factsOf([at(LAN, historyFrom('unclaimed', '503'))], away),
      'starting, signing-in',
    ],
    [
      'overdue, it hides its answer',
      factsOf([at(LAN, historyFrom('unclaimed', 'unreadable'))], awayTooLong),
      'hidden, overdue',
    ],
    [
      'linked, and starting',
      factsOf([at(LAN, historyFrom('claimed', 'claimed', '503'))]),
      'starting, linked',
    ],
    [
      'linked, and switched off since',
      factsOf([at(LAN, historyFrom('claimed', 'claimed', ...gone))], goneFor),
      'silent, linked',
    ],
    [
      'linked, and switched off in the middle of a start',
      factsOf([at(LAN, historyFrom('claimed', 'claimed', '503', ...gone))], goneFor),
      'silent, linked',
    ],
    [
      'not linked, at an address that nobody named',
      factsOf([at(LAN_2, historyFrom('unclaimed'), { source: 'search' })]),
      'reached, not-linked',
    ],
  ])('%s', (_what, facts, expected) => {
    expect(told(mapFor(facts))).toBe(expected)
  })
})

describe('weak evidence never shows a cross', () => {
  const unnamed = (source: Source) => factsOf([at(LAN, historyFrom('silent'), { source })])
  it.each<readonly [what: string, facts: Facts, expected: WizardMap['home']]>([
    ['one lost packet', factsOf([at(LAN, historyFrom('unclaimed', 'silent'))]), 'asking'],
    [
      'one lost packet of a server that is linked',
      factsOf([at(LAN, historyFrom('claimed', 'claimed', 'silent'))]),
      'asking',
    ],
    ['refused at once', factsOf([at(LAN, historyFrom('refused'))]), 'failing'],
    ['too slow', factsOf([at(LAN, historyFrom('slow'))]), 'failing'],
    ['faulty', factsOf([at(LAN, historyFrom('faulty'))]), 'failing'],
    ['busy', factsOf([at(LAN, historyFrom('busy'))]), 'failing'],
    [
      'one address silent, the other refused',
      factsOf([at(LAN, historyFrom('silent')), at(LAN_2, historyFrom('refused'))]),
      'failing',
    ],
    [
      'this device alone was tried',
      factsOf([at(HERE, historyFrom('silent'), { source: 'loopback' })]),
      'unknown',
    ],
    ['nothing was tried', factsOf([]), 'unknown'],
    ['silent at an address of an earlier visit', unnamed('used'), 'failing'],
    ['silent at a name', factsOf([at(NAMED_BY_NAME, historyFrom('silent'))]), 'failing'],
    ['silent on this device', factsOf([at(HERE, historyFrom('silent'))]), 'failing'],
    [
      'silent, where the browser may be asking the person',
      factsOf([at(LAN, historyFrom('silent'))], { pageOrigin: FAR }),
      'failing',
    ],
    [
      'linked, refused since',
      factsOf([at(LAN, historyFrom('claimed', 'claimed', 'refused', 'refused', 'refused'))], goneFor),
      'failing',
    ],
  ])('%s', (_what, facts, expected) => {
    expect(mapFor(facts).home).toBe(expected)
  })

  it.each([
    ['prompt', 'failing'],
    ['denied', 'failing'],
    ['granted', 'silent'],
    ['unknown', 'silent'],
  ] as const)(
    'silence does not for a file in Firefox that may be held (it says %s): %s',
    (permission, home) => {
      const firefox = { family: 'firefox', onMac: false } as const
      const facts = factsOf([at(LAN, historyFrom('silent'))], { permission, browser: firefox })
      expect(mapFor(facts).home).toBe(home)
    },
  )

  it('silence does, where the browser lets the page through', () => {
    const facts = factsOf([at(LAN, historyFrom('silent'))], { pageOrigin: FAR, permission: 'granted' })
    expect(mapFor(facts).home).toBe('silent')
  })
})

const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Word>('claimed', 'unclaimed', 'silent', 'silent') },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Word>('unknown', '503', 'refused', 'unreadable', 'another-product', 'slow'),
  },
)
const said = fc.tuple(word, fc.constantFrom(ATTIC, ATTIC, CELLAR)).map(([what, by]) => says(what, { by }))
const source = fc.constantFrom<Source>('url', 'stamp', 'own-origin', 'used', 'loopback', 'search')
const history = fc.oneof(
  fc.constantFrom(null, historyFrom('silent')),
  fc
    .tuple(said, fc.array(said, { maxLength: 4 }), fc.constantFrom([], gone))
    .map(([first, more, last]) => historyFrom(first, ...more, ...last)),
)

const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    places: fc.tuple(fc.constantFrom(LAN, HERE, NAMED_BY_NAME), source, history, source, history),
    known: fc.boolean(),
    broken: fc.boolean(),
    noted: fc.boolean(),
    more: fc.record({
      laterMs: fc.constantFrom(0, 5_000, 20_000),
      online: fc.constantFrom(true, true, true, false),
      pageOrigin: fc.constantFrom(null, LAN, FAR),
      named: fc.constantFrom<Facts['named']>(
        [],
        [{ address: LAN, how: 'typed' }],
        [{ address: LAN_2, how: 'picked' }],
      ),
      chosen: fc.constantFrom(null, null, ATTIC, CELLAR),
    }),
  })
  .map(({ places: [where, one, first, other, second], known, broken, noted, more }) =>
    factsOf([at(where, first, { source: one }), at(LAN_2, second, { source: other })], {
      ...(known ? { stamp: { ...stampOf(ATTIC), broken } } : {}),
      ...(noted ? { notes: { [ATTIC]: signingIn() } } : {}),
      ...more,
    }),
  )

describe('whatever is known', () => {
  it('is green only where the server says that it is linked, at an address that was named', () => {
    let green = 0
    fc.assert(
      fc.property(anyFacts, (facts) => {
        if (mapFor(facts).account !== 'linked') return
        green += 1
        const saysSo = facts.candidates.filter(
          ({ address: where, history: heard }) =>
            isNamed(where, facts) && heard?.good?.identity.claim === 'claimed',
        )
        expect(saysSo).not.toEqual([])
      }),
      { numRuns: 3_000 },
    )
    expect(green).toBeGreaterThan(0)
  })

  it('crosses out the home network only where nothing came from a number that was named', () => {
    let crosses = 0
    fc.assert(
      fc.property(anyFacts, (facts) => {
        if (mapFor(facts).home !== 'silent') return
        crosses += 1
        expect(facts.online).toBe(true)
        const silent = facts.candidates.filter(
          ({ address: where, history: heard }) =>
            isLiteral(where) &&
            standingOf(where, facts) === 'promised' &&
            heard?.latest.kind === 'failure' &&
            heard.latest.reason === 'silent' &&
            (heard.good === null || heard.failures >= 3),
        )
        expect(silent).not.toEqual([])
      }),
      { numRuns: 3_000 },
    )
    expect(crosses).toBeGreaterThan(0)
  })
})
