import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { EVERY_SCREEN } from '../../src/gallery/every-screen.ts'
import type { Facts } from '../../src/wizard/facts/facts.ts'
import { forwardOf, goesAtMs, MOMENT_MS, type Forward } from '../../src/wizard/screen/forward.ts'
import { knownOf } from '../../src/wizard/screen/known.ts'
import { screenOf } from '../../src/wizard/screen/screen-of.ts'
import { SCREEN_NAMES, type ScreenName } from '../../src/wizard/screen/screen.ts'
import {
  at,
  ATTIC,
  CELLAR,
  factsOf,
  HERE,
  historyFrom,
  LAN,
  LAN_2,
  notNow,
  OPENED_AT_MS,
  says,
  signingIn,
  stampOf,
} from './facts-fixture.ts'

// A busy computer takes its time over hundreds of examples.
vi.setConfig({ testTimeout: 60_000 })

const open = { stamp: stampOf(ATTIC), openSinceMs: 0 }
const signIn = { code: 'abcd', expiresAtMs: OPENED_AT_MS + 600_000 }
const withPin = { stamp: stampOf(ATTIC, { signIn }), openSinceMs: 0 }
const LINKED = at(LAN, historyFrom('claimed'))
const LINKED_TWICE = at(LAN, historyFrom('claimed', 'claimed'))
const OWN = { source: 'own-origin' } as const
const UNLINKED = at(LAN, historyFrom('unclaimed'))
const UNLINKED_OWN = at(LAN, historyFrom('unclaimed'), OWN)

type Seen = { readonly screen: ScreenName; readonly forward: Forward | null }

function seenOf(facts: Facts): Seen {
  const known = knownOf(facts)
  const screen = screenOf(known)
  return { screen: screen.name, forward: forwardOf(known, screen) }
}

const TO_SERVER: Forward = { to: 'server', machineIdentifier: ATTIC }
const toSignIn = (atMs: number): Forward => ({ to: 'sign-in', machineIdentifier: ATTIC, atMs })

type Row = readonly [what: string, facts: Facts, screen: ScreenName, forward: Forward | null]

describe('a page that was opened to open the server goes on', () => {
  it.each<Row>([
    ['at the first "linked" of the stamped machine', factsOf([LINKED], open), 'found', TO_SERVER],
    [
      'at that of the machine that served the page',
      factsOf([at(LAN, historyFrom('claimed'), OWN)], { openSinceMs: 0 }),
      'found',
      TO_SERVER,
    ],
    ['at the second', factsOf([LINKED_TWICE], open), 'claimed', TO_SERVER],
    [
      'on this computer, where the file names no address, once it was said twice',
      factsOf([at(HERE, historyFrom('claimed', 'claimed'), { source: 'loopback' })], open),
      'claimed',
      TO_SERVER,
    ],
    [
      'although somebody once said "not now", once it was said twice',
      factsOf([LINKED_TWICE], { ...open, notes: { [ATTIC]: notNow() } }),
      'claimed',
      TO_SERVER,
    ],
    [
      'to sign in where that comes back here, after a moment',
      factsOf([UNLINKED_OWN], withPin),
      'taking',
      toSignIn(1_000 + MOMENT_MS),
    ],
    [
      'after a moment since it was asked to',
      factsOf([UNLINKED_OWN], { ...withPin, openSinceMs: 5_000, laterMs: 6_000 }),
      'taking',
      toSignIn(5_000 + MOMENT_MS),
    ],
    [
      'after a moment since somebody came to see it',
      factsOf([UNLINKED_OWN], { ...withPin, returnedAtMs: 7_000, laterMs: 8_000 }),
      'taking',
      toSignIn(7_000 + MOMENT_MS),
    ],
    [
      'after a moment since the server was ready, however long it took to start',
      factsOf(
        [
          at(
            LAN,
            historyFrom(
              says('unclaimed', { startState: true }),
              says('unclaimed', { atMs: 5_000 }),
              says('unclaimed', { atMs: 9_500 }),
              says('unclaimed', { atMs: 10_500 }),
            ),
            OWN,
          ),
        ],
        withPin,
      ),
      'taking',
      toSignIn(9_500 + MOMENT_MS),
    ],
    [
      'after a moment since the server is back',
      factsOf(
        [at(LAN, historyFrom('unclaimed', 'silent', says('unclaimed', { atMs: 9_000 })), OWN)],
        withPin,
      ),
      'taking',
      toSignIn(9_000 + MOMENT_MS),
    ],
  ])('%s', (_what, facts, screen, forward) => {
    expect(seenOf(facts)).toEqual({ screen, forward })
  })
})

describe('it leaves signing in to a press', () => {
  it.each<readonly [what: string, facts: Facts]>([
    ['from a file', factsOf([UNLINKED], withPin)],
    ['without a PIN', factsOf([UNLINKED_OWN], open)],
    [
      'with a PIN that ran out',
      factsOf([UNLINKED_OWN], {
        ...withPin,
        stamp: stampOf(ATTIC, { signIn: { code: 'abcd', expiresAtMs: OPENED_AT_MS } }),
      }),
    ],
    ['where nothing shall move', factsOf([UNLINKED_OWN], { ...withPin, reducedMotion: true })],
    ['while nobody sees the page', factsOf([UNLINKED_OWN], { ...withPin, visible: false })],
    [
      'while the server does not answer',
      factsOf([at(LAN, historyFrom('unclaimed', 'silent'), OWN)], withPin),
    ],
  ])('%s', (_what, facts) => {
    expect(seenOf(facts)).toEqual({ screen: 'taking', forward: null })
  })
})

it('sets no moment for signing in where nobody asked for that', () => {
  const known = knownOf(factsOf([UNLINKED_OWN], { ...withPin, openSinceMs: null }))
  const [server] = known.servers
  expect(server && goesAtMs(server, known)).toBeNull()
  expect(server && goesAtMs(server, { ...known, openSinceMs: 0 })).toBe(1_000 + MOMENT_MS)
})

describe('it stays', () => {
  const hearsay = { ...open, stamp: stampOf(ATTIC, { addresses: [LAN] }) }
  it.each<Row>([
    ['where nobody asked for that', factsOf([LINKED], { stamp: stampOf(ATTIC) }), 'found', null],
    [
      'where any server will do',
      factsOf([at(HERE, historyFrom('claimed', 'claimed'), { source: 'loopback' })], { openSinceMs: 0 }),
      'claimed',
      null,
    ],
    [
      'and tells how it is, where any unlinked one will do',
      factsOf([at(HERE, historyFrom('unclaimed'), { source: 'loopback' })], { openSinceMs: 0 }),
      'unclaimed',
      null,
    ],
    [
      'for an impostor at an address that nobody named',
      factsOf(
        [at(LAN, historyFrom('refused')), at(LAN_2, historyFrom('claimed', 'claimed'), { source: 'used' })],
        hearsay,
      ),
      'hearsay',
      null,
    ],
    [
      'for an unlinked impostor',
      factsOf([at(LAN, historyFrom('refused')), at(LAN_2, historyFrom('unclaimed'), { source: 'search' })], {
        ...hearsay,
        stamp: { ...withPin.stamp, addresses: [LAN] },
      }),
      'unclaimed',
      null,
    ],
    [
      'for an address in the link',
      factsOf([at(LAN_2, historyFrom('claimed'), { source: 'url' })], hearsay),
      'found',
      null,
    ],
    [
      'for another machine at the address of the stamp',
      factsOf([at(LAN, historyFrom(says('claimed', { by: CELLAR })))], open),
      'another-machine',
      null,
    ],
    [
      'for one answer on this computer',
      factsOf([at(HERE, historyFrom('claimed'), { source: 'loopback' })], open),
      'found',
      null,
    ],
    [
      'for one "linked" after another word',
      factsOf([at(LAN, historyFrom('unclaimed', 'claimed'))], open),
      'taking',
      null,
    ],
    [
      'for one "linked" of a server that has only just started',
      factsOf([at(LAN, historyFrom('503', says('claimed', { atMs: 9_500 })))], open),
      'found',
      null,
    ],
    [
      'for one "linked" of a server that does not answer any more',
      factsOf([at(LAN, historyFrom('claimed', 'silent'))], open),
      'found',
      null,
    ],
    [
      'for one "linked" after "not now"',
      factsOf([LINKED], { ...open, notes: { [ATTIC]: notNow() } }),
      'found',
      null,
    ],
    [
      'for one "linked" while somebody signs in',
      factsOf([LINKED], { ...open, notes: { [ATTIC]: signingIn() } }),
      'confirming',
      null,
    ],
    [
      'after "not now"',
      factsOf([UNLINKED_OWN], { ...withPin, notes: { [ATTIC]: notNow() } }),
      'declined',
      null,
    ],
    [
      'while somebody signs in',
      factsOf([UNLINKED_OWN], { ...withPin, notes: { [ATTIC]: signingIn() } }),
      'confirming',
      null,
    ],
    ['while the server starts', factsOf([at(LAN, historyFrom('503'))], open), 'starting', null],
    [
      'at one that is linked and starts anew',
      factsOf([at(LAN, historyFrom('claimed', 'claimed', '503'))], open),
      'claimed',
      null,
    ],
    [
      'at one that was linked and is off',
      factsOf([at(LAN, historyFrom('claimed', 'claimed', 'refused'))], open),
      'claimed',
      null,
    ],
    [
      'where a stamp that is broken names the address',
      factsOf([LINKED], { ...open, stamp: stampOf(ATTIC, { broken: true, addresses: [LAN] }) }),
      'found',
      null,
    ],
  ])('%s', (_what, facts, screen, forward) => {
    expect(seenOf(facts)).toEqual({ screen, forward })
  })

  it.each(SCREEN_NAMES)('on the screen "%s", unless it was opened for that', (name) => {
    expect(seenOf({ ...EVERY_SCREEN[name], openSinceMs: null }).forward).toBeNull()
  })
})

it('never goes anywhere for a machine that is not wanted, whatever the facts', () => {
  const sources = fc.constantFrom('stamp', 'own-origin', 'used', 'search', 'loopback', 'url' as const)
  const word = fc.constantFrom('claimed', 'unclaimed', 'silent', '503' as const)
  const by = fc.constantFrom(ATTIC, CELLAR)
  const place = fc.record({
    source: sources,
    words: fc.array(fc.tuple(word, by), { minLength: 1, maxLength: 4 }),
  })
  let went = 0
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 3 }), fc.boolean(), (places, isStamped) => {
      const candidates = places.map(({ source, words: [first, ...more] }, index) => {
        const said = ([each, machine]: NonNullable<typeof first>) => says(each, { by: machine })
        const where = [LAN, LAN_2, HERE][index] ?? LAN
        return at(where, first === undefined ? null : historyFrom(said(first), ...more.map(said)), { source })
      })
      const facts = factsOf(candidates, { openSinceMs: 0, ...(isStamped ? { stamp: withPin.stamp } : {}) })
      const known = knownOf(facts)
      const forward = forwardOf(known, screenOf(known))
      if (forward === null) return
      went += 1
      expect(forward.machineIdentifier).toBe(known.wanted)
      const named = candidates.filter(
        ({ address, source }) => address === HERE || source === 'stamp' || source === 'own-origin',
      )
      expect(named.map(({ history }) => history?.good?.identity.machineIdentifier)).toContain(known.wanted)
    }),
    { numRuns: 800 },
  )
  expect(went).toBeGreaterThan(10)
})
