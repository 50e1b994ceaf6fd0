import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import {
  hear,
  isGivenUp,
  isStarting,
  settledAmong,
  STEADY_AFTER_MS,
  type Heard,
} from '../../src/server/heard.ts'
import type { Outcome } from '../../src/server/outcome.ts'
import { ATTIC, CELLAR, heardFrom, outcomeOf, says } from '../../src/gallery/said.ts'

// A busy computer takes its time over thousands of examples.
vi.setConfig({ testTimeout: 60_000 })

const starts = says('unclaimed', { startState: true })
const cellarClaimed = says('claimed', { by: CELLAR })

describe('what may be shown as the claim state', () => {
  it.each([
    ['nothing before the first answer', heardFrom('silent'), null],
    ['nothing while it only says 503', heardFrom('503', '503'), null],
    ['unclaimed, at once', heardFrom('unclaimed'), 'unclaimed'],
    ['unknown, at once', heardFrom('unknown'), 'unknown'],
    ['not yet claimed', heardFrom('claimed'), null],
    ['not yet claimed after 499 ms', heardFrom('claimed', says('claimed', { atMs: 1_499 })), null],
    ['claimed after 500 ms', heardFrom('claimed', says('claimed', { atMs: 1_500 })), 'claimed'],
    [
      'claimed by many answers that are close together',
      heardFrom('claimed', says('claimed', { atMs: 1_300 }), says('claimed', { atMs: 1_600 })),
      'claimed',
    ],
    ['still unclaimed after the first "claimed"', heardFrom('unclaimed', 'claimed'), 'unclaimed'],
    ['still unknown after the first "claimed"', heardFrom('unknown', 'claimed'), 'unknown'],
    ['claimed after the second', heardFrom('unclaimed', 'claimed', 'claimed'), 'claimed'],
    ['an unclaimed in between starts anew', heardFrom('claimed', 'unclaimed', 'claimed'), 'unclaimed'],
    ['an unknown in between starts anew', heardFrom('claimed', 'unknown', 'claimed'), 'unknown'],
    ['a failure in between does not', heardFrom('claimed', 'silent', 'claimed'), 'claimed'],
    ['a 503 in between does not', heardFrom('claimed', '503', 'claimed'), 'claimed'],
    ['unclaimed again, at once', heardFrom('claimed', 'claimed', 'unclaimed'), 'unclaimed'],
    ['unknown again, at once', heardFrom('claimed', 'claimed', 'unknown'), 'unknown'],
    ['claimed through failures', heardFrom('claimed', 'claimed', 'silent', 'refused', '503'), 'claimed'],
    ['nothing of another machine', heardFrom('claimed', 'claimed', cellarClaimed), null],
    ['nothing of two machines that agree', heardFrom('claimed', cellarClaimed), null],
    ['claimed by the other one', heardFrom('unclaimed', cellarClaimed, cellarClaimed), 'claimed'],
    [
      'nothing when the first one comes back',
      heardFrom('claimed', 'claimed', cellarClaimed, 'claimed'),
      null,
    ],
  ])('%s', (_what, heard, expected) => {
    expect(heard.settled).toBe(expected)
  })
})

describe('what may be shown of one machine that is heard at several addresses', () => {
  const claimedOnce = (atMs: number) => heardFrom(says('claimed', { atMs }))
  it.each([
    ['unclaimed at both', [heardFrom('unclaimed'), heardFrom('unclaimed')], 'unclaimed'],
    ['claimed for the first time at one', [heardFrom('unclaimed'), claimedOnce(2_000)], 'unclaimed'],
    ['claimed for the first time at both, close together', [claimedOnce(1_000), claimedOnce(1_499)], null],
    ['claimed at both, 500 ms apart', [claimedOnce(1_000), claimedOnce(1_500)], 'claimed'],
    [
      'claimed at one, long after the other denied it',
      [heardFrom('unclaimed'), heardFrom(says('claimed', { atMs: 5_000 }), 'claimed')],
      'claimed',
    ],
    [
      'denied by the newest answer',
      [heardFrom('claimed', 'claimed'), heardFrom(says('unclaimed', { atMs: 9_000 }))],
      'unclaimed',
    ],
    [
      'left open by the newest answer',
      [heardFrom('claimed', 'claimed'), heardFrom(says('unknown', { atMs: 9_000 }))],
      'unknown',
    ],
    [
      'denied in between: two answers have to agree anew',
      [
        heardFrom('claimed', 'claimed', says('claimed', { atMs: 9_400 })),
        heardFrom(says('unclaimed', { atMs: 9_000 })),
      ],
      'unclaimed',
    ],
    [
      'denied in between at the same address',
      [heardFrom('claimed', 'claimed'), heardFrom(says('unclaimed', { atMs: 9_000 }), 'claimed')],
      'unclaimed',
    ],
    [
      'claimed, while the other address fails',
      [heardFrom('claimed', 'claimed'), heardFrom('silent')],
      'claimed',
    ],
    [
      'the newest denial counts',
      [heardFrom('unknown', says('claimed', { atMs: 9_000 })), heardFrom(says('unclaimed', { atMs: 5_000 }))],
      'unclaimed',
    ],
  ] as const)('%s', (_what, heard, expected) => {
    expect(settledAmong(heard)).toBe(expected)
    expect(settledAmong(heard.toReversed())).toBe(expected)
  })
})

describe('what is remembered', () => {
  it('the newest answer that could be read, through failures', () => {
    const heard = heardFrom('unclaimed', 'claimed', 'silent', '503')
    expect(heard.good).toMatchObject({ atMs: 2_000, tookMs: 20, identity: { claim: 'claimed' } })
    expect(heard.latest.kind).toBe('starting')
    expect(heard.answers).toBe(4)
  })

  it('who answered first', () => {
    const heard = heardFrom('silent', '503', 'unclaimed', cellarClaimed)
    expect(heard.first).toEqual({ machineIdentifier: ATTIC, atMs: 3_000 })
    expect(heard.good?.identity.machineIdentifier).toBe(CELLAR)
  })

  it.each([
    ['failures in a row', heardFrom('silent', 'refused', 'slow'), 3],
    ['none after an answer', heardFrom('silent', 'refused', 'unknown'), 0],
    ['none after a 503', heardFrom('silent', 'refused', '503'), 0],
    ['those after it', heardFrom('silent', 'unclaimed', 'refused'), 1],
  ])('%s', (_what, heard, expected) => {
    expect(heard.failures).toBe(expected)
  })
})

describe('starting', () => {
  it.each([
    ['never said so', heardFrom('unclaimed', 'silent'), false],
    ['503', heardFrom('503'), true],
    ['a start state', heardFrom(starts), true],
    ['503, and then nothing that can be read', heardFrom('503', 'silent', 'refused'), true],
    ['a gap in a flapping start state', heardFrom(starts, 'unclaimed', 'unclaimed'), true],
    ['almost steady', heardFrom(starts, says('unclaimed', { atMs: 999 + STEADY_AFTER_MS })), true],
    ['steady', heardFrom(starts, says('unclaimed', { atMs: 1_000 + STEADY_AFTER_MS })), false],
    ['there, gone, and there again', heardFrom(starts, says('unclaimed', { atMs: 9_000 }), starts), true],
    ['a server that answered before restarts', heardFrom('claimed', 'claimed', '503'), true],
    [
      'time without an answer does not count',
      heardFrom(starts, 'unclaimed', says('silent', { atMs: 60_000 })),
      true,
    ],
  ])('%s', (_what, heard, expected) => {
    expect(isStarting(heard)).toBe(expected)
  })

  it.each([
    ['since it said so first', heardFrom('503', '503', starts, 'unclaimed', starts), 1_000],
    ['not since an earlier start', heardFrom('503', says('unclaimed', { atMs: 20_000 }), starts), 21_000],
    ['not since a start that nobody saw the end of', heardFrom('503', says('503', { atMs: 11_000 })), 11_000],
    ['through a silence shorter than ten seconds', heardFrom('503', says('503', { atMs: 10_999 })), 1_000],
    ['since never', heardFrom('unclaimed'), null],
  ])('%s', (_what, heard, expected) => {
    expect(heard.startingSinceMs).toBe(expected)
  })
})

describe('given up', () => {
  const failing = heardFrom('unclaimed', 'silent', 'silent', 'silent')
  it.each([
    ['three failures, ten seconds after its last word', failing, 11_000, false],
    ['three failures, and a millisecond more', failing, 11_001, true],
    ['two failures, however long', heardFrom('unclaimed', 'silent', 'silent'), 3_600_000, false],
    [
      'three failures in all, but not in a row',
      heardFrom('silent', 'silent', 'unclaimed', 'silent'),
      3_600_000,
      false,
    ],
    ['three failures and never a word', heardFrom('silent', 'silent', 'silent'), 3_001, true],
    ['three failures after 503', heardFrom('503', 'silent', 'silent', 'silent'), 11_000, false],
    ['three failures long after 503', heardFrom('503', 'silent', 'silent', 'silent'), 11_001, true],
    [
      '503 is a word as well',
      heardFrom('unclaimed', says('503', { atMs: 30_000 }), 'silent', 'silent', 'silent'),
      40_000,
      false,
    ],
  ])('%s', (_what, heard, nowMs, expected) => {
    expect(isGivenUp(heard, nowMs)).toBe(expected)
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

  function heardAll(outcomes: readonly Outcome[]): Heard | null {
    return outcomes.reduce<Heard | null>(hear, null)
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
        expect(heardAll(outcomes)?.settled === 'claimed').toBe(agreed)
      }),
      { numRuns: 1_000 },
    )
  })

  it('says the same of a machine that is heard at one address only', () => {
    fc.assert(
      fc.property(answers, (outcomes) => {
        const heard = heardAll(outcomes)
        fc.pre(heard !== null && heard.good !== null)
        expect(settledAmong([heard])).toBe(heard.settled)
      }),
      { numRuns: 1_000 },
    )
  })

  it('settles on anything else as soon as it is said', () => {
    fc.assert(
      fc.property(answers, (outcomes) => {
        const newest = agreeing(outcomes)[0]?.identity.claim
        fc.pre(newest === 'unclaimed' || newest === 'unknown')
        expect(heardAll(outcomes)?.settled).toBe(newest)
      }),
    )
  })

  it('keeps what it knows of the server through anything that is not an identity', () => {
    fc.assert(
      fc.property(answers, (outcomes) => {
        const heard = heardAll(outcomes)
        const last = outcomes.findLastIndex(({ kind }) => kind === 'identity')
        const before = heardAll(outcomes.slice(0, last + 1))
        expect(heard?.good).toEqual(before?.good ?? null)
        expect(heard?.settled).toBe(before?.settled ?? null)
        expect(heard?.first).toEqual(before?.first ?? null)
      }),
    )
  })

  it('changes nothing that was heard before', () => {
    fc.assert(
      fc.property(answers, (outcomes) => {
        const before = Object.freeze(heardAll(outcomes.slice(0, -1)))
        const copy = structuredClone(before)
        const last = outcomes.at(-1)
        if (last !== undefined) hear(before, last)
        expect(before).toEqual(copy)
      }),
    )
  })
})
