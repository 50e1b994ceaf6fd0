import { describe, expect, it } from 'vitest'
import type { Search } from '../../src/server/search.ts'
import { asksForRouter, secondsLeftOf } from '../../src/wizard/words/search-words.ts'
import { LAN, searchOf } from './facts-fixture.ts'

const NONE = { tallies: [] } as const

describe('the person is asked for the router', () => {
  it.each<[string, Search | null, boolean]>([
    ['not before a search', null, false],
    ['not while the routers are asked', searchOf('routers', NONE), false],
    ['where none answered', searchOf('over', { ...NONE, routerAnswered: false }), true],
    ['not where one answered', searchOf('over', { routerAnswered: true }), false],
    ['not where the search was stopped before that was known', searchOf('over', NONE), false],
    ['not where a known network was searched whose router is there', searchOf('over'), false],
    [
      'where a known network was searched in vain, and none answered',
      searchOf('over', { routerAnswered: false }),
      true,
    ],
    ['also while the silent ones are asked again', searchOf('again', { routerAnswered: false }), true],
    ['not where a server was found', searchOf('over', { routerAnswered: false, found: [LAN] }), false],
  ])('%s', (_what, search, asks) => {
    expect(asksForRouter(search)).toBe(asks)
  })
})

describe('how much longer a network takes', () => {
  it.each<[string, Search, number, number | null]>([
    ['nothing before the first second is over', searchOf('asking', { tally: { asked: 127 } }), 999, null],
    ['as long again at half of it', searchOf('asking', { tally: { asked: 127 } }), 3_000, 3],
    [
      'of this turn, and not of those before',
      searchOf('asking', { tally: { asked: 127 }, turnAtMs: 8_000 }),
      10_000,
      2,
    ],
    ['nothing for the last moments', searchOf('asking', { tally: { asked: 250 } }), 3_000, null],
    ['nothing where nobody was asked yet', searchOf('asking', { tally: { asked: 0 } }), 3_000, null],
    ['nothing while the routers are asked', searchOf('routers', NONE), 3_000, null],
  ])('%s', (_what, search, nowMs, seconds) => {
    expect(secondsLeftOf(search, nowMs)).toBe(seconds)
  })
})
