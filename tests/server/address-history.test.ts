import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import {
  answeringAt,
  record,
  isGivenUp,
  isStarting,
  settledAmong,
  STEADY_AFTER_MS,
  type AddressHistory,
} from '../../src/server/address-history.ts'
import type { Outcome } from '../../src/server/outcome.ts'
import { ATTIC, CELLAR, historyFrom, outcomeOf, says } from '../../src/gallery/said.ts'

// A busy computer takes its time over thousands of examples.
vi.setConfig({ testTimeout: 60_000 })

const starts = says('unclaimed', { startState: true })
const cellarClaimed = says('claimed', { by: CELLAR })

describe('what may be shown as the claim state', () => {
  it.each([
    ['nothing before the first answer', historyFrom('silent'), null],
    ['nothing while it only says 503', historyFrom('503', '503'), null],
    ['unclaimed, at once', historyFrom('unclaimed'), 'unclaimed'],
    ['unknown, at once', historyFrom('unknown'), 'unknown'],
    ['not yet claimed', historyFrom('claimed'), null],
    ['not yet claimed after 499 ms', historyFrom('claimed', says('claimed', { atMs: 1_499 })), null],
    ['claimed after 500 ms', historyFrom('claimed', says('claimed', { atMs: 1_500 })), 'claimed'],
    [
      'claimed by many answers that are close together',
      historyFrom('claimed', says('claimed', { atMs: 1_300 }), says('claimed', { atMs: 1_600 })),
      'claimed',
    ],
    ['still unclaimed after the first "claimed"', historyFrom('unclaimed', 'claimed'), 'unclaimed'],
    ['still unknown after the first "claimed"', historyFrom('unknown', 'claimed'), 'unknown'],
    ['claimed after the second', historyFrom('unclaimed', 'claimed', 'claimed'), 'claimed'],
    ['an unclaimed in between starts anew', historyFrom('claimed', 'unclaimed', 'claimed'), 'unclaimed'],
    ['an unknown in between starts anew', historyFrom('claimed', 'unknown', 'claimed'), 'unknown'],
    ['a failure in between does not', historyFrom('claimed', 'silent', 'claimed'), 'claimed'],
    ['a 503 in between does not', historyFrom('claimed', '503', 'claimed'), 'claimed'],
    ['unclaimed again, at once', historyFrom('claimed', 'claimed', 'unclaimed'), 'unclaimed'],
    ['unknown again, at once', historyFrom('claimed', 'claimed', 'unknown'), 'unknown'],
    ['claimed through failures', historyFrom('claimed', 'claimed', 'silent', 'refused', '503'), 'claimed'],
    ['nothing of another machine', historyFrom('claimed', 'claimed', cellarClaimed), null],
    ['nothing of two machines that agree', historyFrom('claimed', cellarClaimed), null],
    ['claimed by the other one', historyFrom('unclaimed', cellarClaimed, cellarClaimed), 'claimed'],
    [
      'nothing when the first one comes back',
      historyFrom('claimed', 'claimed', cellarClaimed, 'claimed'),
      null,
    ],
  ])('%s', (_what, history, expected) => {
    expect(history.settled).toBe(expected)
  })
})

describe('what may be shown of one machine that is heard at several addresses', () => {
  const claimedOnce = (atMs: number) => historyFrom(says('claimed', { atMs }))
  it.each([
    ['unclaimed at both', [historyFrom('unclaimed'), historyFrom('unclaimed')], 'unclaimed'],
    ['claimed for the first time at one', [historyFrom('unclaimed'), claimedOnce(2_000)], 'unclaimed'],
    ['claimed for the first time at both, close together', [claimedOnce(1_000), claimedOnce(1_499)], null],
    ['claimed at both, 500 ms apart', [claimedOnce(1_000), claimedOnce(1_500)], 'claimed'],
    [
      'claimed at one, long after the other denied it',
      [historyFrom('unclaimed'), historyFrom(says('claimed', { atMs: 5_000 }), 'claimed')],
      'claimed',
    ],
    [
      'denied by the newest answer',
      [historyFrom('claimed', 'claimed'), historyFrom(says('unclaimed', { atMs: 9_000 }))],
      'unclaimed',
    ],
    [
      'left open by the newest answer',
      [historyFrom('claimed', 'claimed'), historyFrom(says('unknown', { atMs: 9_000 }))],
      'unknown',
    ],
    [
      'denied in between: two answers have to agree anew',
      [
        historyFrom('claimed', 'claimed', says('claimed', { atMs: 9_400 })),
        historyFrom(says('unclaimed', { atMs: 9_000 })),
      ],
      'unclaimed',
    ],
    [
      'denied in between at the same address',
      [historyFrom('claimed', 'claimed'), historyFrom(says('unclaimed', { atMs: 9_000 }), 'claimed')],
      'unclaimed',
    ],
    [
      'claimed, while the other address fails',
      [historyFrom('claimed', 'claimed'), historyFrom('silent')],
      'claimed',
    ],
    [
      'the newest denial counts',
      [
        historyFrom('unknown', says('claimed', { atMs: 9_000 })),
        historyFrom(says('unclaimed', { atMs: 5_000 })),
      ],
      'unclaimed',
    ],
  ] as const)('%s', (_what, histories, expected) => {
    expect(settledAmong(histories)).toBe(expected)
    expect(settledAmong(histories.toReversed())).toBe(expected)
  })
})

describe('what is remembered', () => {
  it('the newest answer that could be read, through failures', () => {
    const history = historyFrom('unclaimed', 'claimed', 'silent', '503')
    expect(history.good).toMatchObject({ atMs: 2_000, tookMs: 20, identity: { claim: 'claimed' } })
    expect(history.latest.kind).toBe('starting')
    expect(history.answers).toBe(4)
  })

  it('who answered first', () => {
    const history = historyFrom('silent', '503', 'unclaimed', cellarClaimed)
    expect(history.first).toEqual({ machineIdentifier: ATTIC, atMs: 3_000 })
    expect(history.good?.identity.machineIdentifier).toBe(CELLAR)
  })

  it.each([
    ['failures in a row', historyFrom('silent', 'refused', 'slow'), 3],
    ['none after an answer', historyFrom('silent', 'refused', 'unknown'), 0],
    ['none after a 503', historyFrom('silent', 'refused', '503'), 0],
    ['those after it', historyFrom('silent', 'unclaimed', 'refused'), 1],
  ])('%s', (_what, history, expected) => {
    expect(history.failures).toBe(expected)
  })
})

describe('starting', () => {
  it.each([
    ['never said so', historyFrom('unclaimed', 'silent'), false],
    ['503', historyFrom('503'), true],
    ['a start state', historyFrom(starts), true],
    ['503, and then nothing that can be read', historyFrom('503', 'silent', 'refused'), true],
    ['a gap in a flapping start state', historyFrom(starts, 'unclaimed', 'unclaimed'), true],
    ['almost steady', historyFrom(starts, says('unclaimed', { atMs: 999 + STEADY_AFTER_MS })), true],
    ['steady', historyFrom(starts, says('unclaimed', { atMs: 1_000 + STEADY_AFTER_MS })), false],
    ['there, gone, and there again', historyFrom(starts, says('unclaimed', { atMs: 9_000 }), starts), true],
    ['a server that answered before restarts', historyFrom('claimed', 'claimed', '503'), true],
    [
      'time without an answer does not count',
      historyFrom(starts, 'unclaimed', says('silent', { atMs: 60_000 })),
      true,
    ],
  ])('%s', (_what, history, expected) => {
    expect(isStarting(history)).toBe(expected)
  })

  it.each([
    ['since it said so first', historyFrom('503', '503', starts, 'unclaimed', starts), 1_000],
    ['not since an earlier start', historyFrom('503', says('unclaimed', { atMs: 20_000 }), starts), 21_000],
    [
      'not since a start that nobody saw the end of',
      historyFrom('503', says('503', { atMs: 11_000 })),
      11_000,
    ],
    ['through a silence shorter than ten seconds', historyFrom('503', says('503', { atMs: 10_999 })), 1_000],
    ['since never', historyFrom('unclaimed'), null],
  ])('%s', (_what, history, expected) => {
    expect(history.startingSinceMs).toBe(expected)
  })
})

describe('given up', () => {
  const failing = historyFrom('unclaimed', 'silent', 'silent', 'silent')
  it.each([
    ['three failures, ten seconds after its last word', failing, 11_000, false],
    ['three failures, and a millisecond more', failing, 11_001, true],
    ['two failures, however long', historyFrom('unclaimed', 'silent', 'silent'), 3_600_000, false],
    [
      'three failures in all, but not in a row',
      historyFrom('silent', 'silent', 'unclaimed', 'silent'),
      3_600_000,
      false,
    ],
    ['three failures and never a word', historyFrom('silent', 'silent', 'silent'), 3_001, true],
    ['three failures after 503', historyFrom('503', 'silent', 'silent', 'silent'), 11_000, false],
    ['three failures long after 503', historyFrom('503', 'silent', 'silent', 'silent'), 11_001, true],
    [
      '503 is a word as well',
      historyFrom('unclaimed', says('503', { atMs: 30_000 }), 'silent', 'silent', 'silent'),
      40_000,
      false,
    ],
  ])('%s', (_what, history, nowMs, expected) => {
    expect(isGivenUp(history, nowMs)).toBe(expected)
  })
})

describe('starts that it keeps making', () => {
  const restarting = (...words: readonly ('503' | 'refused' | 'gateway' | 'silent')[]) =>
    historyFrom('503', ...words)

  it.each([
    ['none at the first start', restarting('503', '503'), 0],
    ['one, where it had gone in between', restarting('refused', '503'), 1],
    ['one, where only a proxy was there in between', restarting('gateway', '503'), 1],
    ['two', restarting('refused', '503', 'refused', '503', '503'), 2],
    ['none where it was busy in between', restarting('silent', '503'), 0],
    ['none where the last that was known was an answer', historyFrom('unclaimed', '503'), 0],
    ['none where it begins after it was gone', historyFrom('refused', '503'), 0],
    [
      'none after a start that is over',
      historyFrom('503', says('unclaimed', { atMs: 9_000 }), says('refused', { atMs: 9_100 }), '503'),
      0,
    ],
    [
      'those so far, where its last answer is only almost steady',
      historyFrom('503', says('unclaimed', { atMs: 8_999 }), says('refused', { atMs: 9_100 }), '503'),
      1,
    ],
    [
      'those so far, through a start state',
      historyFrom('503', says('refused', { atMs: 2_000 }), says('503', { atMs: 2_500 }), starts),
      1,
    ],
  ])('%s', (_what, history, expected) => {
    expect(history.restarts).toBe(expected)
  })

  it('leave it a minute before it is given up, and before it counts as begun anew', () => {
    const again = historyFrom('503', 'refused', '503', 'silent', 'silent', 'silent')
    expect(isGivenUp(again, 63_000)).toBe(false)
    expect(isGivenUp(again, 63_001)).toBe(true)
    const restarted = historyFrom('503', 'refused', '503')
    expect(record(restarted, outcomeOf('503', 62_999))).toMatchObject({ restarts: 1, startingSinceMs: 1_000 })
    expect(record(restarted, outcomeOf('503', 63_000))).toMatchObject({
      restarts: 0,
      startingSinceMs: 63_000,
    })
  })
})

describe('a 503 without a word', () => {
  const bare = (atMs: number, retryAfterMs: number | null = null): Outcome => ({
    kind: 'failure',
    reason: 'gateway',
    status: 503,
    retryAfterMs,
    bare: true,
    atMs,
    tookMs: 20,
  })

  it('is a proxy’s where no server has spoken', () => {
    expect(record(null, bare(1_000)).latest.kind).toBe('failure')
    expect(record(historyFrom('silent'), bare(3_000)).latest.kind).toBe('failure')
  })

  it('is a server’s, which is starting, where one spoke before', () => {
    for (const before of [historyFrom('unclaimed'), historyFrom('503')]) {
      const history = record(before, bare(3_000, 7_000))
      expect(history.latest).toEqual({ kind: 'starting', retryAfterMs: 7_000, atMs: 3_000, tookMs: 20 })
      expect(isStarting(history)).toBe(true)
      expect(history.failures).toBe(0)
    }
  })

  it('is no word of another kind', () => {
    const loud = { ...bare(3_000), bare: undefined } as unknown as Outcome
    expect(record(historyFrom('unclaimed'), loud).latest.kind).toBe('failure')
    expect(record(historyFrom('unclaimed'), outcomeOf('unclaimed', 3_000)).latest.kind).toBe('identity')
  })
})

describe('who answers there', () => {
  it('is nobody in particular before the first answer', () => {
    expect(answeringAt(historyFrom('silent'))).toBe('one')
  })

  it('is two in turn, as far as readable answers tell', () => {
    const inTurn = historyFrom('unclaimed', cellarClaimed, 'unclaimed', cellarClaimed)
    expect(answeringAt(inTurn)).toBe('in-turn')
    expect(answeringAt(record(inTurn, outcomeOf('silent', 60_000)))).toBe('in-turn')
    expect(answeringAt(record(inTurn, outcomeOf('unclaimed', 60_000)))).toBe('one')
  })
})

describe('any sequence of answers', () => {
  const said = fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom('claimed', 'unclaimed'), fc.constantFrom(ATTIC, ATTIC, CELLAR), fc.boolean())
        .map(([word, by, startState]) => says(word, { by, startState })),
    },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom('unknown', '503', 'silent', 'refused', 'unreadable')
        .map((word) => says(word)),
    },
  )
  const answers = fc
    .array(fc.tuple(said, fc.integer({ min: 1, max: 900 })), { minLength: 1, maxLength: 25, size: 'max' })
    .map((all) => {
      let atMs = 0
      return all.map(([word, afterMs]): Outcome => outcomeOf(word, (atMs += afterMs)))
    })

  /** The last readable answers, newest first, as far back as they say the same as the newest. */
  function agreeing(outcomes: readonly Outcome[]) {
    const readable = outcomes.filter((outcome) => outcome.kind === 'identity').toReversed()
    const newest = readable[0]?.identity
    const until = readable.findIndex(
      ({ identity }) =>
        identity.claim !== newest?.claim || identity.machineIdentifier !== newest.machineIdentifier,
    )
    return until === -1 ? readable : readable.slice(0, until)
  }

  function historyAfter(outcomes: readonly Outcome[]): AddressHistory | null {
    return outcomes.reduce<AddressHistory | null>(record, null)
  }

  it('settles on "claimed" after two agreeing answers 500 ms apart, and only then', () => {
    fc.assert(
      fc.property(answers, (outcomes) => {
        const run = agreeing(outcomes)
        const [newest, oldest] = [run[0], run.at(-1)]
        const agreed =
          newest !== undefined &&
          oldest !== undefined &&
          newest.identity.claim === 'claimed' &&
          newest.atMs - oldest.atMs >= 500
        expect(historyAfter(outcomes)?.settled === 'claimed').toBe(agreed)
      }),
      { numRuns: 1_000 },
    )
  })

  it('says the same of a machine that is heard at one address only', () => {
    fc.assert(
      fc.property(answers, (outcomes) => {
        const history = historyAfter(outcomes)
        fc.pre(history !== null && history.good !== null)
        expect(settledAmong([history])).toBe(history.settled)
      }),
      { numRuns: 1_000 },
    )
  })

  it('settles on anything else as soon as it is said', () => {
    fc.assert(
      fc.property(answers, (outcomes) => {
        const newest = agreeing(outcomes)[0]?.identity.claim
        fc.pre(newest === 'unclaimed' || newest === 'unknown')
        expect(historyAfter(outcomes)?.settled).toBe(newest)
      }),
    )
  })

  it('keeps what it knows of the server through anything that is not an identity', () => {
    fc.assert(
      fc.property(answers, (outcomes) => {
        const history = historyAfter(outcomes)
        const last = outcomes.findLastIndex(({ kind }) => kind === 'identity')
        const before = historyAfter(outcomes.slice(0, last + 1))
        expect(history?.good).toEqual(before?.good ?? null)
        expect(history?.settled).toBe(before?.settled ?? null)
        expect(history?.first).toEqual(before?.first ?? null)
      }),
    )
  })

  it('changes nothing that was heard before', () => {
    fc.assert(
      fc.property(answers, (outcomes) => {
        const before = Object.freeze(historyAfter(outcomes.slice(0, -1)))
        const copy = structuredClone(before)
        const last = outcomes.at(-1)
        if (last !== undefined) record(before, last)
        expect(before).toEqual(copy)
      }),
    )
  })
})
