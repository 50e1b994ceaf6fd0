import { afterEach, describe, expect, it } from 'vitest'
import {
  allowAddress,
  ALLOWED_KEY,
  chooseInstead,
  chosenKeyFor,
  NAMED_KEY,
  nameAddress,
  parseNamedAddresses,
  type NamedAddress,
} from '../../src/wizard/facts/choices.ts'
import { codeUseAt } from '../../src/wizard/facts/code-use.ts'
import { readStored } from '../../src/lib/storage.ts'
import { withoutStorage } from '../without-storage.ts'
import { address, ATTIC, CELLAR, LAN, LAN_2 } from './facts-fixture.ts'

afterEach(() => {
  sessionStorage.clear()
  localStorage.clear()
})

const named = (): readonly NamedAddress[] =>
  parseNamedAddresses(sessionStorage.getItem('setup-plex:named-addresses'))

describe('the addresses that the person named', () => {
  it('are kept with how they were, the newest first, for as long as the tab', () => {
    nameAddress({ address: LAN, how: 'typed' })
    nameAddress({ address: LAN_2, how: 'picked' })
    nameAddress({ address: LAN, how: 'tunnel' })
    expect(named()).toEqual([
      { address: LAN, how: 'tunnel' },
      { address: LAN_2, how: 'picked' },
      { address: LAN, how: 'typed' },
    ])
    expect(localStorage).toHaveLength(0)
  })

  it('are there once for each way', () => {
    for (const where of [LAN, LAN_2, LAN]) nameAddress({ address: where, how: 'typed' })
    expect(named()).toEqual([
      { address: LAN, how: 'typed' },
      { address: LAN_2, how: 'typed' },
    ])
  })

  it('are the newest sixteen', () => {
    const many = Array.from({ length: 20 }, (_, at) => address(`http://10.0.0.${at}:32400`))
    for (const each of many) nameAddress({ address: each, how: 'typed' })
    expect(named().map((each) => each.address)).toEqual(many.toReversed().slice(0, 16))
    const written = JSON.stringify(many.map((each) => ({ address: each, how: 'typed' })))
    expect(parseNamedAddresses(written)).toHaveLength(16)
    expect(sessionStorage.getItem('setup-plex:named-addresses')).not.toContain('10.0.0.3:')
  })

  it.each([
    ['nothing', null],
    ['no JSON', '[{'],
    ['no list', `{"0":{"address":"${LAN}","how":"typed"}}`],
    ['a list of texts', `["${LAN}"]`],
    ['an address that is none', '[{"address":"javascript:alert(1)","how":"typed"}]'],
    ['a way that is none', `[{"address":"${LAN}","how":"guessed"}]`],
    ['no way', `[{"address":"${LAN}"}]`],
  ])('are none in %s', (_what, text) => {
    expect(parseNamedAddresses(text)).toEqual([])
  })

  it.each(['typed', 'tunnel', 'picked'] as const)('may be %s', (how) => {
    expect(parseNamedAddresses(JSON.stringify([7, { address: LAN, how }]))).toEqual([{ address: LAN, how }])
  })
})

describe('what else the person chose', () => {
  it('lasts as long as the tab', () => {
    allowAddress(LAN)
    chooseInstead(chosenKeyFor(ATTIC), CELLAR)
    expect(readStored('session', 'allowed-address')).toBe(LAN)
    expect(readStored('session', chosenKeyFor(ATTIC))).toBe(CELLAR)
    expect(localStorage).toHaveLength(0)
  })

  it('has a place of its own for each machine or address that another one was taken for', () => {
    const keys = [ATTIC, CELLAR, LAN, null].map(chosenKeyFor)
    expect(new Set(keys).size).toBe(4)
    expect(chosenKeyFor(null)).toBe('chosen-instead-of:any')
  })
})

describe('where the browser denies storage', () => {
  it('all choices last until the page is closed', () => {
    withoutStorage([ALLOWED_KEY, NAMED_KEY, chosenKeyFor(ATTIC)], () => {
      allowAddress(LAN)
      chooseInstead(chosenKeyFor(ATTIC), CELLAR)
      nameAddress({ address: LAN, how: 'typed' })
      nameAddress({ address: LAN_2, how: 'picked' })
      expect(readStored('session', ALLOWED_KEY)).toBe(LAN)
      expect(readStored('session', chosenKeyFor(ATTIC))).toBe(CELLAR)
      expect(parseNamedAddresses(readStored('session', NAMED_KEY))).toEqual([
        { address: LAN_2, how: 'picked' },
        { address: LAN, how: 'typed' },
      ])
    })
  })
})

describe('a claim code that somebody has fetched', () => {
  const MINUTES_4 = 4 * 60_000
  it.each([
    ['is good for almost four minutes', null, 1_000, 1_000 + MINUTES_4 - 1, null],
    ['has run out after four minutes', null, 1_000, 1_000 + MINUTES_4, 'ran-out'],
    ['has run out only where it was not sent', 'refused', 1_000, 1_000 + MINUTES_4, 'refused'],
    ['is none where nobody fetched one', null, null, 1_000 + MINUTES_4, null],
  ] as const)('%s', (_what, result, fetchedAtMs, nowMs, expected) => {
    expect(codeUseAt({ result, meantFor: ATTIC, fetchedAtMs }, nowMs)).toEqual({
      result: expected,
      meantFor: ATTIC,
      fetchedAtMs,
    })
  })
})
