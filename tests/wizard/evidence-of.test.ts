import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../src/diagnosis/evidence.ts'
import { accountMatters, evidenceOf } from '../../src/wizard/evidence-of.ts'
import type { Facts } from '../../src/wizard/facts.ts'
import { stageOf } from '../../src/wizard/stage.ts'
import {
  address,
  at,
  ATTIC,
  CELLAR,
  factsOf,
  heardFrom,
  LAN,
  says,
  signingIn,
  stampOf,
} from './facts-fixture.ts'

const of = (facts: Facts): Evidence => evidenceOf(facts, stageOf(facts))
const UNCLAIMED = at(LAN, heardFrom(says('unclaimed')))
const CLAIMED = at(LAN, heardFrom(says('claimed'), says('claimed')))
const MINUTE_MS = 60_000

describe('evidence', () => {
  it('tells what the server says and what kind of address it has, and never the address', () => {
    const evidence = of(factsOf([UNCLAIMED], { stamp: stampOf(ATTIC, { platform: 'Windows' }) }))
    expect(evidence.server).toMatchObject({ claim: 'unclaimed', kind: 'private', container: false })
    expect(evidence.identity).toBe('expected')
    expect(evidence.platform).toBe('Windows')
    expect(JSON.stringify(evidence)).not.toMatch(/192\.168|4e1b7c/)
  })

  it.each([
    ['http://172.16.0.2:32400', true],
    ['http://172.31.255.2:32400', true],
    ['http://172.32.0.2:32400', false],
    ['http://172.15.0.2:32400', false],
    ['http://10.172.20.1:32400', false],
  ])('knows addresses that containers use: %s, %s', (where, container) => {
    expect(of(factsOf([at(address(where), heardFrom(says('unclaimed')))])).server?.container).toBe(container)
  })

  it('says claimed only where the page does, and unknown where nobody knows', () => {
    expect(of(factsOf([CLAIMED])).server?.claim).toBe('claimed')
    expect(of(factsOf([at(LAN, heardFrom(says('unknown')))])).server?.claim).toBe('unknown')
  })

  it('notices another machine than the one remembered, and than the one of the file', () => {
    expect(of(factsOf([at(LAN, heardFrom(says('unclaimed')), { expects: CELLAR })])).identity).toBe('other')
    expect(of(factsOf([at(LAN, heardFrom(says('unclaimed')), { expects: ATTIC })])).identity).toBe('expected')
    expect(of(factsOf([UNCLAIMED])).identity).toBe('unremembered')
    const stranger = of(factsOf([UNCLAIMED], { stamp: stampOf(CELLAR) }))
    expect(stranger.identity).toBe('other')
    expect(stranger.server?.claim).toBe('unclaimed')
  })

  it('tells since when it has been starting', () => {
    const facts = factsOf([at(LAN, heardFrom(says('503'), says('503')))], { laterMs: 5_000 })
    expect(of(facts).startingForMs).toBe(6_000)
    expect(of(factsOf([UNCLAIMED])).startingForMs).toBeNull()
  })

  it('tells what each address said', () => {
    const { probes } = of(factsOf([at(LAN, heardFrom(says('refused')))]))
    expect(probes).toEqual([
      { kind: 'private', container: false, said: 'refused', tookMs: expect.any(Number) as number },
    ])
  })

  it('tells a sign-in in vain from a link that ran out, and from a claim code', () => {
    const waiting = (facts: Facts) => of(facts).waiting
    const notes = (forMs: number, goodForMs: number | null) => ({ [ATTIC]: signingIn(forMs, goodForMs) })
    expect(waiting(factsOf([UNCLAIMED], { notes: notes(31 * MINUTE_MS, null) }))).toEqual({
      forMs: 31 * MINUTE_MS,
      overdue: true,
      pinRanOut: false,
    })
    expect(waiting(factsOf([UNCLAIMED], { notes: notes(MINUTE_MS, 30_000) }))).toMatchObject({
      pinRanOut: true,
    })
    const sentCode = (nowMs: number) =>
      ({ decision: 'sent-code', atMs: nowMs - MINUTE_MS, expiresAtMs: nowMs - 1 }) as const
    expect(waiting(factsOf([UNCLAIMED], { notes: { [ATTIC]: sentCode } }))).toMatchObject({
      overdue: true,
      pinRanOut: false,
    })
  })

  it.each([
    [null, 'file'],
    ['http://192.168.1.10:32400', 'lan'],
    ['http://localhost:8000', 'this-computer'],
    ['http://203.0.113.80', 'outside'],
    ['https://nas.home.arpa', 'outside'],
  ])('a page from %s came by way of %s', (origin, way) => {
    const facts = factsOf([UNCLAIMED], { wayIn: { origin: origin === null ? null : address(origin) } })
    expect(of(facts).wayIn).toBe(way)
  })

  it('counts the permission only from outside, where it means something', () => {
    expect(of(factsOf([UNCLAIMED], { permission: 'denied' })).permission).toBe('unknown')
    const outside = { origin: address('http://203.0.113.80') }
    expect(of(factsOf([UNCLAIMED], { permission: 'denied', wayIn: outside })).permission).toBe('denied')
  })

  it('notices a search in which everything failed at once', () => {
    const search = {
      network: '192.168.1' as NonNullable<Facts['search']>['network'],
      phase: 'over',
      total: 254,
      asked: 254,
      answered: 0,
      failedAtOnce: 254,
      found: [],
      startedAtMs: 0,
    } as const
    expect(of(factsOf([], { search })).searchFailedAtOnce).toBe(true)
    expect(of(factsOf([], { search: { ...search, failedAtOnce: 253 } })).searchFailedAtOnce).toBe(false)
    expect(of(factsOf([], { search: { ...search, total: 0, failedAtOnce: 0 } })).searchFailedAtOnce).toBe(
      false,
    )
  })

  it.each([
    ['refused', 'refused'],
    ['accepted', 'accepted'],
    ['ran-out', 'ran-out'],
    ['not-local', null],
    ['not-the-server', null],
    ['starting', null],
    [null, null],
  ] as const)('a claim code that came to %s is %s', (result, code) => {
    expect(of(factsOf([UNCLAIMED], { code: { result, fetchedAtMs: null } })).code).toBe(code)
  })
})

describe('the account service is asked whether it can be reached', () => {
  const matters = (facts: Facts): boolean => accountMatters(facts, stageOf(facts))
  const notes = (forMs: number) => ({ [ATTIC]: signingIn(forMs) })
  const changed = (answer: 'password' | 'removed' | 'no') => ({
    answers: { changed: answer, moved: null, runs: null, sees: null },
  })
  const code = (result: Facts['code']['result']) => ({ code: { result, fetchedAtMs: null } })

  it.each<readonly [string, Facts, boolean]>([
    ['nothing is wrong', factsOf([UNCLAIMED]), false],
    ['somebody is signing in', factsOf([UNCLAIMED], { notes: notes(MINUTE_MS) }), false],
    ['nothing has come of it for half an hour', factsOf([UNCLAIMED], { notes: notes(31 * MINUTE_MS) }), true],
    ['it is claimed', factsOf([CLAIMED]), false],
    ['it is claimed, and nothing was changed', factsOf([CLAIMED], changed('no')), false],
    ['it is claimed, and the password was changed', factsOf([CLAIMED], changed('password')), true],
    ['the server took a claim code and is not claimed', factsOf([UNCLAIMED], code('accepted')), true],
    ['the server did not answer to a claim code', factsOf([UNCLAIMED], code('unanswered')), true],
    ['the server refused a claim code', factsOf([UNCLAIMED], code('refused')), false],
    ['nobody answers', factsOf([at(LAN, heardFrom(says('refused')))], changed('password')), false],
  ])('where %s: %s', (_, facts, asked) => {
    expect(matters(facts)).toBe(asked)
  })
})
