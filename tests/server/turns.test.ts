import { describe, expect, it } from 'vitest'
import { ATTIC, CELLAR } from '../../src/gallery/said.ts'
import type { MachineIdentifier } from '../../src/lib/machine-identifier.ts'
import { afterPause, afterTurn, answeringOf, NO_TURNS, type Turns } from '../../src/server/turns.ts'

const SHED = '0'.repeat(40) as MachineIdentifier

/** Who answered, and when; null where nobody did. */
type Turn = readonly [MachineIdentifier | null, atMs: number]

function turnsOf(...all: readonly Turn[]): Turns {
  return all.reduce(
    (before, [machine, atMs]) => (machine === null ? afterPause(before) : afterTurn(before, machine, atMs)),
    NO_TURNS,
  )
}

/** Who answers there, at the moment of the last answer or so much later. */
function answering(turns: readonly Turn[], laterMs = 0) {
  const last = Math.max(...turns.flatMap(([machine, atMs]) => (machine === null ? [] : [atMs])))
  return answeringOf(turnsOf(...turns), last + laterMs)
}

const BACK_TWICE: readonly Turn[] = [
  [ATTIC, 1_000],
  [CELLAR, 2_000],
  [ATTIC, 3_000],
  [CELLAR, 4_000],
]

describe('an address', () => {
  it.each<readonly [string, readonly Turn[]]>([
    [
      'always the same machine',
      [
        [ATTIC, 1_000],
        [ATTIC, 2_000],
        [ATTIC, 3_000],
      ],
    ],
    [
      'one, and then another for good',
      [
        [ATTIC, 1_000],
        [CELLAR, 2_000],
        [CELLAR, 3_000],
      ],
    ],
    [
      'another stood there once, and left',
      [
        [ATTIC, 1_000],
        [CELLAR, 2_000],
        [ATTIC, 3_000],
        [ATTIC, 4_000],
      ],
    ],
    [
      'back twice, but seldom',
      [
        [ATTIC, 1_000],
        [CELLAR, 2_000],
        [ATTIC, 3_000],
        [ATTIC, 10_500],
        [CELLAR, 11_000],
      ],
    ],
    [
      'back after a pause each time: one at a time had the address',
      [
        [ATTIC, 1_000],
        [null, 0],
        [CELLAR, 2_000],
        [null, 0],
        [ATTIC, 3_000],
        [null, 0],
        [CELLAR, 4_000],
      ],
    ],
    [
      'new after one start',
      [
        [ATTIC, 1_000],
        [null, 0],
        [CELLAR, 2_000],
      ],
    ],
    [
      'new twice without a start',
      [
        [ATTIC, 1_000],
        [CELLAR, 2_000],
        [SHED, 3_000],
      ],
    ],
    [
      'first heard after pauses',
      [
        [null, 0],
        [ATTIC, 1_000],
        [null, 0],
        [CELLAR, 2_000],
      ],
    ],
    [
      'paused again and again',
      [
        [ATTIC, 1_000],
        [null, 0],
        [ATTIC, 2_000],
        [null, 0],
        [ATTIC, 3_000],
      ],
    ],
  ])('is one machine’s: %s', (_what, turns) => {
    expect(answering(turns)).toBe('one')
  })

  it('has two that take turns, once one is back for the second time within seconds', () => {
    expect(answering(BACK_TWICE.slice(0, 3))).toBe('one')
    expect(answering(BACK_TWICE)).toBe('in-turn')
    expect(answering([...BACK_TWICE.slice(0, 3), [CELLAR, 10_999]])).toBe('in-turn')
    expect(answering([...BACK_TWICE.slice(0, 3), [CELLAR, 11_000]])).toBe('one')
  })

  it('is one machine’s again where the other one was not heard for five seconds', () => {
    expect(answering([...BACK_TWICE, [CELLAR, 8_999]])).toBe('in-turn')
    expect(answering([...BACK_TWICE, [CELLAR, 9_000]])).toBe('one')
  })

  it('is renewed where a machine that nobody knew came after each of two starts', () => {
    const renewed: readonly Turn[] = [
      [ATTIC, 1_000],
      [null, 0],
      [CELLAR, 2_000],
      [null, 0],
      [SHED, 3_000],
    ]
    expect(answering(renewed)).toBe('renewed')
    expect(answering([...renewed, [SHED, 4_000]])).toBe('renewed')
    expect(answering([...renewed, [null, 0], [ATTIC, 5_000]])).toBe('renewed')
  })
})

describe('what is kept of it', () => {
  const named = (at: number) => String(at).padStart(40, '0') as MachineIdentifier
  const many = Array.from({ length: 9 }, (_, at): Turn => [named(at), at])

  it('is everybody once, the newest last, and no more than eight', () => {
    expect(turnsOf(...BACK_TWICE).machines).toEqual([ATTIC, CELLAR])
    expect(turnsOf(...many).machines).toEqual(many.slice(1).map(([machine]) => machine))
  })

  it('is that it paused, until somebody answers', () => {
    const paused = turnsOf([ATTIC, 1_000], [null, 0])
    expect(paused.interrupted).toBe(true)
    // Nothing new is nothing to draw anew.
    expect(afterPause(paused)).toBe(paused)
    expect(afterTurn(paused, ATTIC, 2_000).interrupted).toBe(false)
    expect(afterTurn(paused, CELLAR, 2_000).interrupted).toBe(false)
    expect(NO_TURNS.interrupted).toBe(false)
  })
})
