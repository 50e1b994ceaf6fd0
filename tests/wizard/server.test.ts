import { describe, expect, it } from 'vitest'
import { newNote } from '../../src/account/note.ts'
import type { Facts } from '../../src/wizard/facts/facts.ts'
import { knownOf } from '../../src/wizard/screen/known.ts'
import { isAwaitedHere } from '../../src/wizard/screen/server.ts'
import {
  at,
  ATTIC,
  CELLAR,
  factsOf,
  historyFrom,
  LAN,
  LAN_2,
  says,
  signingIn,
  stampOf,
  screenFor,
} from './facts-fixture.ts'

const bySecond = says('unclaimed', { by: CELLAR })
const stamped = { stamp: stampOf(ATTIC, { addresses: [LAN, LAN_2] }) }
const shown = (facts: Facts) => knownOf(facts).servers.map(({ address }) => address)

describe('the server on screen', () => {
  it('is there as soon as one of the addresses in the file has answered, while others have not', () => {
    for (const other of [null, historyFrom('503'), historyFrom('unreadable')]) {
      expect(shown(factsOf([at(LAN, other), at(LAN_2, historyFrom('unclaimed'))], stamped))).toEqual([LAN_2])
    }
  })

  it('is nobody where two machines take turns at its address', () => {
    const inTurn = historyFrom('unclaimed', bySecond, 'unclaimed', bySecond, 'unclaimed')
    const facts = factsOf([at(LAN, inTurn)], { stamp: stampOf(ATTIC) })
    expect(shown(facts)).toEqual([])
    expect(screenFor(facts)).toMatchObject({ name: 'another-machine', answering: 'in-turn' })
  })

  it('stays at the address that stands first, where two answered last at the same moment', () => {
    const failing = historyFrom('unclaimed', 'silent')
    expect(shown(factsOf([at(LAN, failing), at(LAN_2, failing)], stamped))).toEqual([LAN])
  })

  it('at the address in the link is the only one that is meant, and where else it answers', () => {
    const url = { source: 'url' } as const
    const own = { source: 'own-origin' } as const
    const answers = historyFrom('unclaimed')
    // Where the page came from it may be believed, and where a link leads it may not.
    const same = factsOf([at(LAN, answers, url), at(LAN_2, historyFrom('unclaimed'), own)])
    expect(shown(same)).toEqual([LAN_2])
    const silent = factsOf([at(LAN, historyFrom('silent'), url), at(LAN_2, answers, own)])
    expect(shown(silent)).toEqual([])
    const another = factsOf([at(LAN, answers, url), at(LAN_2, historyFrom(bySecond), own)], {
      chosen: CELLAR,
    })
    expect(shown(another)).toEqual([])
  })
})

describe('somebody who left from this tab', () => {
  it('is waited for no more where the note is gone', () => {
    const left: Facts = { ...factsOf([at(LAN, historyFrom('unclaimed'))]), leftHere: new Set([ATTIC]) }
    expect(isAwaitedHere(ATTIC, left)).toBe(false)
    expect(screenFor(left).name).toBe('unclaimed')
  })

  it('is waited for while the note says so, and not after "not now"', () => {
    const away = factsOf([at(LAN, historyFrom('unclaimed'))], { notes: { [ATTIC]: signingIn() } })
    expect(isAwaitedHere(ATTIC, away)).toBe(true)
    const declined: Facts = { ...away, notes: new Map([[ATTIC, newNote('not-now', away.now.epochMs)]]) }
    expect(isAwaitedHere(ATTIC, declined)).toBe(false)
  })
})

describe('a person who comes back', () => {
  const returned = (facts: Facts, more: Partial<Facts> = {}) =>
    knownOf({ ...facts, ...more }).notes.get(ATTIC)?.backAtMs

  it('is back since they see the page again', () => {
    const facts = factsOf([at(LAN, historyFrom('unclaimed'))], { notes: { [ATTIC]: signingIn(5_000) } })
    const { monotonicMs, epochMs } = facts.now
    expect(returned(facts, { returnedAtMs: monotonicMs - 1_000 })).toBe(epochMs - 1_000)
    expect(returned(facts, { returnedAtMs: monotonicMs - 1_000, visible: false })).toBeNull()
    // At the very moment when they left, nobody is back.
    expect(returned(facts, { returnedAtMs: monotonicMs - 5_000 })).toBeNull()
  })

  it('is none where nobody went to sign in', () => {
    const facts = factsOf([at(LAN, historyFrom('unclaimed'))])
    const notes = new Map([[ATTIC, newNote('sent-code', facts.now.epochMs - 5_000)]])
    expect(returned(facts, { notes, returnedAtMs: facts.now.monotonicMs })).toBeNull()
  })
})
