import { describe, expect, it } from 'vitest'
import { isFirstVisit } from '../../src/wizard/screen/first-visit.ts'
import { knownOf } from '../../src/wizard/screen/known.ts'
import type { Facts } from '../../src/wizard/facts/facts.ts'
import { EVERY_SCREEN } from '../../src/gallery/every-screen.ts'
import { EMPTY_STAMP } from '../../src/stamp/stamp.ts'
import { at, ATTIC, factsOf, FAR, HERE, historyFrom, LAN, stampOf } from './facts-fixture.ts'

const REFUSED = historyFrom('refused')
const LOOP = at(HERE, REFUSED, { source: 'loopback' })
const first = (facts: Facts): boolean => isFirstVisit(knownOf(facts))

describe('a first visit', () => {
  it('is one on which no server is known anywhere, and only this computer was tried', () => {
    expect(first(factsOf([LOOP]))).toBe(true)
    expect(first(factsOf([]))).toBe(true)
  })

  it('may be on a page from a web server that is none itself', () => {
    const own = at(FAR, historyFrom('another-product'), { source: 'own-origin' })
    const silent = at(HERE, historyFrom('silent'), { source: 'loopback' })
    expect(first(factsOf([own, silent], { pageOrigin: FAR }))).toBe(true)
  })

  it.each<readonly [string, Facts]>([
    ['the file belongs to a server', factsOf([LOOP], { stamp: stampOf(ATTIC) })],
    ['the file names an address', factsOf([at(LAN, REFUSED)])],
    [
      'the file names something that cannot be read',
      factsOf([LOOP], { stamp: { ...EMPTY_STAMP, broken: true } }),
    ],
    ['an address was used before', factsOf([at(LAN, REFUSED, { source: 'used', expects: ATTIC }), LOOP])],
    ['an address was asked for', factsOf([at(HERE, REFUSED, { source: 'url' })])],
    ['a network was searched in vain', factsOf([LOOP], { search: EVERY_SCREEN.searching.search })],
    [
      'something answers on this computer',
      factsOf([at(HERE, historyFrom('unreadable'), { source: 'loopback' })]),
    ],
  ])('is over where %s', (_what, facts) => {
    expect(first(facts)).toBe(false)
  })
})
