import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { record, type AddressHistory } from '../../src/server/address-history.ts'
import { knownOf } from '../../src/wizard/screen/known.ts'
import { SCREEN_NAMES, STAGE_OF, type ScreenName } from '../../src/wizard/screen/screen.ts'
import { paceOf as paceOfAll } from '../../src/wizard/screen/pace.ts'
import type { Facts } from '../../src/wizard/facts/facts.ts'
import { EVERY_SCREEN } from '../../src/gallery/every-screen.ts'
import { outcomeOf } from '../../src/gallery/said.ts'
import {
  at,
  ATTIC,
  CELLAR,
  factsOf,
  FAR,
  historyFrom,
  LAN,
  LAN_2,
  notNow,
  says,
  signingIn,
  stampOf,
  screenFor,
} from './facts-fixture.ts'

// A busy computer takes its time over thousands of examples.
vi.setConfig({ testTimeout: 60_000 })

const away = { notes: { [ATTIC]: signingIn() } }
const awayTooLong = { notes: { [ATTIC]: signingIn(31 * 60_000) } }
const stamped = { stamp: stampOf(ATTIC) }

type Page = { readonly visible?: boolean; readonly sinceReturnMs?: number }

/** How long until this address, or the first one, is asked again. */
function paceOf(
  facts: Facts,
  { visible = true, sinceReturnMs = 3_600_000 }: Page = {},
  where = facts.candidates[0]?.address,
): number | false | undefined {
  const history = facts.candidates.find(({ address }) => address === where)?.history
  const returnedAtMs = (history?.latest.atMs ?? 0) - sinceReturnMs
  const known = knownOf({ ...facts, visible, returnedAtMs })
  return where === undefined ? undefined : paceOfAll(known, screenFor(known)).get(where)
}

const steady = historyFrom('unclaimed')

const LOOKING_ON = factsOf([at(LAN, historyFrom('refused')), at(LAN_2, null)])
const CHOOSING = factsOf([at(LAN, steady), at(LAN_2, historyFrom(says('unclaimed', { by: CELLAR })))])
const MISSING = factsOf([at(LAN, historyFrom('silent'))])
const BLOCKED = factsOf([at(LAN, historyFrom('refused'))], { pageOrigin: FAR })
const HIDDEN = factsOf([at(LAN, historyFrom('unreadable'))])
const NO_FLAG = factsOf([at(LAN, historyFrom('unknown'))])
const STRANGER = factsOf([at(LAN, historyFrom('another-product'))])
const STARTING = factsOf([at(LAN, historyFrom('503'))])
const PLUGINS = factsOf([at(LAN, historyFrom(says('unclaimed', { startState: true })))])
const UNCLAIMED = factsOf([at(LAN, steady)])
const DECLINED = factsOf([at(LAN, steady)], { notes: { [ATTIC]: notNow() } })
const CONFIRMING = factsOf([at(LAN, steady)], away)
const ASKED = factsOf([at(LAN, steady)], { notes: { [ATTIC]: signingIn(90_000, null, { back: 30_000 }) } })
const FINISHED = factsOf([at(LAN, steady)], {
  notes: { [ATTIC]: signingIn(900_000, null, { back: 800_000, finished: 30_000 }) },
})
const OVERDUE = factsOf([at(LAN, steady)], awayTooLong)
const WAITING_BLIND = factsOf([at(LAN, historyFrom('silent'))], { ...stamped, ...away })
const CLAIMED = factsOf([at(LAN, historyFrom('claimed', 'claimed'))])

const BACK = { sinceReturnMs: 0 }
const STILL_BACK = { sinceReturnMs: 59_999 }
const LONG_AGO = { sinceReturnMs: 60_000 }
const TAB_HIDDEN = { visible: false }

/** In seconds; null where nobody was heard, nobody is asked, or a second answer is fetched (below). */
const SECONDS: Readonly<Record<ScreenName, number | null>> = {
  looking: null,
  found: null,
  searching: 3,
  choosing: 3,
  'ask-first': null,
  missing: 3,
  blocked: 3,
  hidden: 3,
  'no-claim-state': 3,
  'another-machine': 3,
  'another-product': 3,
  starting: 1,
  unclaimed: 3,
  taking: 3,
  declined: 5,
  confirming: 1.2,
  'ask-finished': 1.2,
  overdue: 1.2,
  claimed: 5,
  hearsay: 5,
}

describe('how often each screen asks, in seconds', () => {
  const asking = SCREEN_NAMES.flatMap((name) => {
    const seconds = SECONDS[name]
    return seconds === null ? [] : [[name, EVERY_SCREEN[name], {}, seconds] as const]
  })
  it.each<readonly [what: string, facts: Facts, page: Page, seconds: number]>([
    ...asking,
    ['looking', LOOKING_ON, {}, 3],
    ['looking, in a hidden tab', LOOKING_ON, TAB_HIDDEN, 5],
    ['choosing, in a hidden tab', CHOOSING, TAB_HIDDEN, 5],
    ['missing, in a hidden tab', MISSING, TAB_HIDDEN, 5],
    ['unreadable, in a hidden tab', HIDDEN, TAB_HIDDEN, 5],
    ['stranger, in a hidden tab', STRANGER, TAB_HIDDEN, 5],
    ['starting, with a start state', PLUGINS, {}, 1],
    ['starting, in a hidden tab', STARTING, TAB_HIDDEN, 5],
    ['unclaimed, in a hidden tab', UNCLAIMED, TAB_HIDDEN, 5],
    ['confirming, just back', CONFIRMING, BACK, 1],
    ['confirming, back for almost a minute', CONFIRMING, STILL_BACK, 1],
    ['confirming, back for a minute', CONFIRMING, LONG_AGO, 1.2],
    ['confirming, asked whether it is finished, just back', ASKED, BACK, 1],
    ['confirming, said to be finished: any moment now', FINISHED, LONG_AGO, 1],
    ['confirming, in a tab hidden for long', CONFIRMING, TAB_HIDDEN, 5],
    ['confirming, overdue, just back: nobody is about to sign in', OVERDUE, BACK, 1.2],
    ['confirming, overdue, in a hidden tab', OVERDUE, TAB_HIDDEN, 5],
    ['claimed, in a hidden tab', CLAIMED, TAB_HIDDEN, 5],
  ])('%s', (_what, facts, page, seconds) => {
    const pace = paceOf(facts, page)
    expect(pace).toBeLessThanOrEqual(seconds * 1_000)
    expect(pace).toBeGreaterThanOrEqual(seconds * 900)
  })

  it.each([
    ['every second at first', 2, true, 1],
    ['no faster than any other once it is given up: what was claimed may be off for days', 12, true, 3],
    ['slowly in a hidden tab', 12, false, 5],
  ])('the others, while the server on screen fails: %s', (_what, failures, visible, seconds) => {
    const off = historyFrom(
      'claimed',
      'claimed',
      ...Array.from({ length: failures }, () => 'silent' as const),
    )
    const facts = factsOf([at(LAN_2, historyFrom('refused')), at(LAN, off)])
    const pace = paceOf(facts, { visible }, LAN_2)
    expect(pace).toBeLessThanOrEqual(seconds * 1_000)
    expect(pace).toBeGreaterThanOrEqual(seconds * 900)
  })

  it('nobody who has not been heard, because the first question is still under way', () => {
    expect(paceOf(factsOf([at(LAN, null)]))).toBe(false)
  })
})

/** What is known after one more answer. */
function recordClaimed(before: AddressHistory, atMs: number): AddressHistory {
  return record(before, outcomeOf('claimed', atMs))
}

/** contract.md §5, with room for the way there and back and for the next render. */
const CLAIM_WITHIN_MS = 2_000
const WAY_MS = 100

describe('a claim is shown within two seconds while the tab is visible (contract.md §5)', () => {
  const said = {
    'the server answers': [steady, away],
    'the server did not say whether it is claimed': [historyFrom('unknown'), away],
    'the server is starting': [historyFrom('unclaimed', '503'), away],
    'a packet was lost': [historyFrom('unclaimed', 'silent'), away],
    'it took too long': [steady, awayTooLong],
    'the server has not answered since the page was opened': [
      historyFrom('refused'),
      { ...stamped, ...away },
    ],
    'the server has been starting since the page was opened': [historyFrom('503'), { ...stamped, ...away }],
  } as const
  const cases = Object.entries(said).flatMap(([what, [history, more]]) =>
    ([0, 60_000] as const).map((sinceReturnMs) => [what, sinceReturnMs, history, more] as const),
  )

  it.each(cases)('%s, back for %d ms', (_what, sinceReturnMs, history, more) => {
    const before = factsOf([at(LAN, history)], more)
    expect(STAGE_OF[screenFor(before).name]).toBe('confirming')
    // The server is claimed right after its last answer: one pace, the first "claimed", another pace.
    const pace = Number(paceOf(before, { sinceReturnMs }))
    const first = history.latest.atMs + pace + WAY_MS
    const agreeing = recordClaimed(history, first)
    const secondPace = Number(paceOf(factsOf([at(LAN, agreeing)], more), { sinceReturnMs }))
    const claimed = recordClaimed(agreeing, first + secondPace)
    expect(screenFor(factsOf([at(LAN, claimed)], more)).name).toBe('claimed')
    expect(pace + secondPace + 2 * WAY_MS).toBeLessThan(CLAIM_WITHIN_MS)
  })

  it('whenever the server answered last', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.nat(3_600_000), (atMs, sinceReturnMs) => {
        const history = historyFrom(says('unclaimed', { atMs }))
        const pace = Number(paceOf(factsOf([at(LAN, history)], away), { sinceReturnMs }))
        const agreeing = recordClaimed(history, atMs + pace + WAY_MS)
        const secondPace = Number(paceOf(factsOf([at(LAN, agreeing)], away), { sinceReturnMs }))
        expect(pace + secondPace + 2 * WAY_MS).toBeLessThan(CLAIM_WITHIN_MS)
        expect(recordClaimed(agreeing, agreeing.latest.atMs + secondPace).settled).toBe('claimed')
      }),
    )
  })
})

describe('the second answer that agrees', () => {
  const first = historyFrom('claimed')
  it.each([
    ['while looking', factsOf([at(LAN, first)]), {}],
    ['in a hidden tab', factsOf([at(LAN, first)]), TAB_HIDDEN],
    ['while confirming', factsOf([at(LAN, historyFrom('unclaimed', 'claimed'))], away), {}],
    [
      'while confirming in a hidden tab',
      factsOf([at(LAN, historyFrom('unclaimed', 'claimed'))], away),
      TAB_HIDDEN,
    ],
    ['after it took too long', factsOf([at(LAN, historyFrom('unclaimed', 'claimed'))], awayTooLong), {}],
    [
      'after not now',
      factsOf([at(LAN, historyFrom('unclaimed', 'claimed'))], { notes: { [ATTIC]: notNow() } }),
      {},
    ],
  ])('is fetched as soon as it counts, %s', (_what, facts, page) => {
    const pace = paceOf(facts, page)
    expect(pace).toBeGreaterThanOrEqual(500)
    expect(pace).toBeLessThan(600)
  })
})

describe('two machines that take turns at one address', () => {
  const cellar = says('unclaimed', { by: CELLAR })
  const inTurn = factsOf([at(LAN, historyFrom('unclaimed', cellar, 'unclaimed', cellar))], stamped)
  const another = factsOf([at(LAN, historyFrom(cellar))], stamped)

  it('are asked every second while somebody sees it: only many answers tell them from one', () => {
    expect(screenFor(inTurn)).toMatchObject({ name: 'another-machine', answering: 'in-turn' })
    expect(paceOf(inTurn)).toBeLessThanOrEqual(1_000)
    expect(paceOf(inTurn, TAB_HIDDEN)).toBeGreaterThan(4_000)
  })

  it('are more than one, which is asked calmly', () => {
    expect(paceOf(another)).toBeGreaterThan(2_000)
  })
})

describe('a first "claimed" and then a failure', () => {
  it.each([
    ['while looking', factsOf([at(LAN, historyFrom('claimed', 'silent'))]), 3],
    ['while confirming', factsOf([at(LAN, historyFrom('unclaimed', 'claimed', 'silent'))], away), 1.2],
  ])('is no reason to hurry, %s', (_what, facts, seconds) => {
    const pace = paceOf(facts)
    expect(pace).toBeGreaterThanOrEqual(seconds * 900)
    expect(pace).toBeLessThanOrEqual(seconds * 1_000)
  })
})

describe('Retry-After', () => {
  const asks = (word: '503' | 'busy' | 'faulty', retryAfterMs: number) =>
    factsOf([at(LAN, historyFrom(says(word, { retryAfterMs })))])

  it.each([
    ['503', '503', 30_000, 30_000],
    ['429', 'busy', 30_000, 30_000],
    ['500', 'faulty', 30_000, 30_000],
    ['a minute', '503', 60_000, 60_000],
    ['not more than a minute', '503', 60_001, 60_000],
    ['not for ever', 'busy', Number.MAX_SAFE_INTEGER, 60_000],
  ] as const)('%s is honoured', (_what, word, retryAfterMs, expected) => {
    expect(paceOf(asks(word, retryAfterMs))).toBe(expected)
  })

  it('is honoured while confirming as well', () => {
    const facts = factsOf([at(LAN, historyFrom('unclaimed', says('503', { retryAfterMs: 8_000 })))], away)
    expect(paceOf(facts, BACK)).toBe(8_000)
  })

  it('makes nobody ask faster', () => {
    expect(paceOf(asks('busy', 0))).toBe(paceOf(factsOf([at(LAN, historyFrom('busy'))])))
    expect(paceOf(asks('busy', 5))).toBe(paceOf(factsOf([at(LAN, historyFrom('busy'))])))
  })

  it('holds until the next answer', () => {
    const facts = factsOf([at(LAN, historyFrom(says('busy', { retryAfterMs: 30_000 }), 'unclaimed'))])
    expect(paceOf(facts)).toBeLessThanOrEqual(3_000)
  })
})

describe('one server on screen', () => {
  const other = (first: AddressHistory) =>
    factsOf([at(LAN_2, historyFrom('silent')), at(LAN, first)], stamped)

  it.each([
    ['unclaimed', historyFrom('unclaimed', 'unclaimed')],
    ['claimed', historyFrom('claimed', 'claimed')],
    ['about to be claimed', historyFrom('claimed')],
    ['starting', historyFrom(says('unclaimed', { startState: true }))],
  ])('leaves other addresses alone while it answers: %s', (_what, history) => {
    expect(paceOf(other(history))).toBe(false)
    expect(paceOf(other(history), TAB_HIDDEN)).toBe(false)
  })

  it('lets other addresses be asked as soon as it fails', () => {
    const pace = paceOf(other(historyFrom('unclaimed', 'silent')))
    expect(pace).toBeGreaterThanOrEqual(900)
    expect(pace).toBeLessThanOrEqual(3_000)
  })

  it('an address that the file names goes on being asked while another one stands in for it', () => {
    const gone = historyFrom('silent')
    const facts = factsOf([at(LAN, gone), at(LAN_2, steady, { source: 'search' })], {
      stamp: stampOf(ATTIC, { addresses: [LAN] }),
    })
    expect(screenFor(facts)).toMatchObject({ name: 'unclaimed', server: { address: LAN_2 } })
    expect(paceOf(facts)).toBeLessThanOrEqual(3_000)
    expect(paceOf(facts, TAB_HIDDEN)).toBeLessThanOrEqual(5_000)
  })

  it('an address that nobody named is left alone meanwhile, like any other', () => {
    const facts = factsOf(
      [
        at(LAN, historyFrom('silent')),
        at(LAN_2, steady, { source: 'search' }),
        at(FAR, historyFrom('silent'), { source: 'used' }),
      ],
      { stamp: stampOf(ATTIC, { addresses: [LAN] }) },
    )
    expect(screenFor(facts)).toMatchObject({ name: 'unclaimed', server: { address: LAN_2 } })
    expect(paceOf(facts, {}, FAR)).toBe(false)
  })

  it('all addresses are asked while nobody is on screen', () => {
    for (const facts of [CHOOSING, MISSING, WAITING_BLIND]) {
      for (const { address } of facts.candidates) {
        expect(paceOf(facts, BACK, address)).toBeTypeOf('number')
      }
    }
  })
})

describe('a fault that goes away is noticed within ten seconds (contract.md §5)', () => {
  it.each([
    ['looking', LOOKING_ON],
    ['choosing', CHOOSING],
    ['missing', MISSING],
    ['blocked', BLOCKED],
    ['unreadable', HIDDEN],
    ['without a flag', NO_FLAG],
    ['stranger', STRANGER],
    ['starting', STARTING],
    ['unclaimed', UNCLAIMED],
    ['not now', DECLINED],
    ['confirming', CONFIRMING],
    ['confirming without an answer', WAITING_BLIND],
    ['overdue', OVERDUE],
    ['claimed', CLAIMED],
    ['claimed and off', factsOf([at(LAN, historyFrom('claimed', 'claimed', 'refused'))])],
  ])('%s', (_what, facts) => {
    for (const visible of [true, false]) {
      for (const sinceReturnMs of [0, 60_000])
        expect(paceOf(facts, { visible, sinceReturnMs })).toBeLessThanOrEqual(5_000)
    }
  })
})

describe('the pace', () => {
  it('stays the same until the next answer, or the timer would never go off', () => {
    const later = { ...CONFIRMING, now: { monotonicMs: 1_900, epochMs: CONFIRMING.now.epochMs + 900 } }
    expect(paceOf(later, { sinceReturnMs: 900 })).toBe(paceOf(CONFIRMING, { sinceReturnMs: 900 }))
  })

  it('is scattered, so that many open pages do not ask in step, but never by more than a tenth', () => {
    const paces = Array.from({ length: 200 }, (_, index) =>
      Number(paceOf(factsOf([at(LAN, historyFrom(says('silent', { atMs: index * 1_117 })))]))),
    )
    expect(Math.min(...paces)).toBeGreaterThanOrEqual(2_700)
    expect(Math.min(...paces)).toBeLessThan(2_730)
    expect(Math.max(...paces)).toBeGreaterThan(2_970)
    expect(Math.max(...paces)).toBeLessThanOrEqual(3_000)
    expect(new Set(paces).size).toBeGreaterThan(150)
  })
})
