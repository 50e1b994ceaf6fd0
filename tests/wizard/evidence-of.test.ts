import { describe, expect, it } from 'vitest'
import { newNote, type Note } from '../../src/account/note.ts'
import type { Evidence } from '../../src/diagnosis/evidence.ts'
import { verdictOf } from '../../src/diagnosis/verdict.ts'
import { accountMatters, evidenceOf } from '../../src/wizard/screen/evidence-of.ts'
import type { Facts } from '../../src/wizard/facts/facts.ts'
import { knownOf } from '../../src/wizard/screen/known.ts'
import {
  address,
  at,
  ATTIC,
  CELLAR,
  factsOf,
  searchOf,
  historyFrom,
  HERE,
  LAN,
  LAN_2,
  says,
  signingIn,
  stampOf,
  screenFor,
} from './facts-fixture.ts'

const of = (facts: Facts): Evidence => evidenceOf(knownOf(facts), screenFor(facts))
const UNCLAIMED = at(LAN, historyFrom(says('unclaimed')))
const CLAIMED = at(LAN, historyFrom(says('claimed'), says('claimed')))
const V6 = address('http://[fd00::10]:32400')
const MINUTE_MS = 60_000

/** A server that was claimed, and has been silent ever since. */
const OFF = at(LAN, historyFrom(says('claimed'), says('claimed'), says('silent'), says('silent')))
const sentCode = (nowMs: number): Note =>
  newNote('sent-code', nowMs - MINUTE_MS, { expiresAtMs: nowMs + MINUTE_MS })

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
    expect(of(factsOf([at(address(where), historyFrom(says('unclaimed')))])).server?.container).toBe(
      container,
    )
  })

  it('says claimed only where the page does, and unknown where nobody knows', () => {
    expect(of(factsOf([CLAIMED])).server?.claim).toBe('claimed')
    expect(of(factsOf([at(LAN, historyFrom(says('unknown')))])).server?.claim).toBe('unknown')
  })

  it('notices another machine than the one remembered, and than the one of the file', () => {
    expect(of(factsOf([at(LAN, historyFrom(says('unclaimed')), { expects: CELLAR })])).identity).toBe('other')
    expect(of(factsOf([at(LAN, historyFrom(says('unclaimed')), { expects: ATTIC })])).identity).toBe(
      'expected',
    )
    expect(of(factsOf([UNCLAIMED])).identity).toBe('unremembered')
    const stranger = of(factsOf([UNCLAIMED], { stamp: stampOf(CELLAR) }))
    expect(stranger.identity).toBe('other')
    expect(stranger.server?.claim).toBe('unclaimed')
  })

  it('tells since when it has been starting', () => {
    const facts = factsOf([at(LAN, historyFrom(says('503'), says('503')))], { laterMs: 5_000 })
    expect(of(facts).startingForMs).toBe(6_000)
    expect(of(factsOf([UNCLAIMED])).startingForMs).toBeNull()
  })

  it.each<readonly [string, Facts, string]>([
    [
      'claimed',
      factsOf([at(LAN, historyFrom(says('claimed'), says('claimed'), says('503')))]),
      'not-running',
    ],
    [
      'waited for, and read before',
      factsOf([at(LAN, historyFrom(says('unclaimed'), says('503')))], { notes: { [ATTIC]: signingIn() } }),
      'not-running',
    ],
    [
      'waited for, and not read yet',
      factsOf([at(LAN, historyFrom(says('503'), says('503')))], {
        stamp: stampOf(ATTIC),
        notes: { [ATTIC]: signingIn() },
      }),
      'not-running',
    ],
    [
      'waited for, and starting for half an hour',
      factsOf([at(LAN, historyFrom(says('503'), says('503')))], {
        stamp: stampOf(ATTIC),
        notes: { [ATTIC]: signingIn() },
        laterMs: 30 * MINUTE_MS,
      }),
      'damaged-database',
    ],
  ])('tells that it is starting on every stage: %s', (_, facts, cause) => {
    const evidence = of(facts)
    expect(evidence.startingForMs).toEqual(expect.any(Number))
    expect(verdictOf(evidence).findings[0].cause).toBe(cause)
  })

  it('tells how the server does, whatever it said before', () => {
    expect(of(factsOf([UNCLAIMED])).server?.health).toBe('answering')
    expect(of(factsOf([CLAIMED])).server?.health).toBe('answering')
    const off = of(factsOf([OFF]))
    expect(off.server).toMatchObject({ claim: 'claimed', health: 'failing' })
    expect(verdictOf(off).findings[0].cause).toBe('not-running')
    const once = of(factsOf([at(LAN, historyFrom(says('unclaimed'), says('silent')))]))
    expect(once.server).toMatchObject({ claim: 'unclaimed', health: 'failing' })
    const hidden = of(factsOf([at(LAN, historyFrom(says('claimed'), says('claimed'), says('unreadable')))]))
    expect(hidden.server?.health).toBe('unreadable')
  })

  it('knows that somebody is there where several servers answer, found by a search or not', () => {
    const other = historyFrom(says('claimed', { by: CELLAR }), says('claimed', { by: CELLAR }))
    const refused = at(HERE, historyFrom(says('refused')), { source: 'loopback' })
    for (const source of ['used', 'search'] as const) {
      const facts = factsOf([
        refused,
        at(LAN, historyFrom(says('unclaimed')), { source }),
        at(LAN_2, other, { source }),
      ])
      expect(screenFor(facts).name).toBe('choosing')
      const evidence = of(facts)
      expect(evidence.probes.map(({ said }) => said)).toEqual(
        expect.arrayContaining(['unclaimed', 'claimed']),
      )
      expect(verdictOf(evidence).findings.map(({ cause }) => cause)).not.toContain('not-running')
    }
  })

  it('tells whether the file says that it has to be claimed', () => {
    expect(of(factsOf([UNCLAIMED], { stamp: stampOf(ATTIC, { enforced: true }) })).enforced).toBe(true)
    expect(of(factsOf([UNCLAIMED])).enforced).toBeNull()
  })

  it('tells what each address said', () => {
    const { probes } = of(factsOf([at(LAN, historyFrom(says('refused')))]))
    expect(probes).toEqual([
      { kind: 'private', container: false, said: 'refused', tookMs: expect.any(Number) as number },
    ])
  })

  it('tells a sign-in in vain from a link that ran out, and from a claim code', () => {
    const waiting = (facts: Facts) => of(facts).waiting
    const codeOver = (nowMs: number) => ({ ...sentCode(nowMs), expiresAtMs: nowMs - 1 })
    const notes = (forMs: number, goodForMs: number | null) => ({ [ATTIC]: signingIn(forMs, goodForMs) })
    expect(waiting(factsOf([UNCLAIMED], { notes: notes(31 * MINUTE_MS, null) }))).toEqual({
      by: 'sign-in',
      forMs: 31 * MINUTE_MS,
      overdue: true,
      pinRanOut: false,
    })
    expect(waiting(factsOf([UNCLAIMED], { notes: notes(MINUTE_MS, 30_000) }))).toMatchObject({
      pinRanOut: true,
    })
    expect(waiting(factsOf([UNCLAIMED], { notes: { [ATTIC]: codeOver } }))).toMatchObject({
      by: 'code',
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
    const facts = factsOf([UNCLAIMED], { pageOrigin: origin === null ? null : address(origin) })
    expect(of(facts).openedFrom).toBe(way)
  })

  it('counts the permission only from outside and for a file in Firefox, where it means something', () => {
    const file = { permission: 'denied', pageOrigin: null } as const
    const firefox = { family: 'firefox', onMac: false } as const
    expect(of(factsOf([UNCLAIMED], file)).permission).toBe('unknown')
    expect(of(factsOf([UNCLAIMED], { ...file, browser: firefox })).permission).toBe('denied')
    const served = { pageOrigin: address('http://192.168.1.10:32400'), browser: firefox } as const
    expect(of(factsOf([UNCLAIMED], { ...file, ...served })).permission).toBe('unknown')
    const outside = address('http://203.0.113.80')
    expect(of(factsOf([UNCLAIMED], { permission: 'denied', pageOrigin: outside })).permission).toBe('denied')
  })

  it('notices a search in which everything failed at once', () => {
    const failing = { total: 254, asked: 254, failedAtOnce: 254 }
    const noticed = (...args: Parameters<typeof searchOf>): boolean =>
      of(factsOf([], { search: searchOf(...args) })).searchFailedAtOnce
    expect(noticed('over', { tally: failing })).toBe(true)
    expect(noticed('over', { tally: { ...failing, failedAtOnce: 253 } })).toBe(false)
    expect(noticed('over', { tally: { total: 0, asked: 0, failedAtOnce: 0 } })).toBe(false)
    expect(noticed('over', { tallies: [] })).toBe(false)
  })

  it('does not take one network for all that were searched', () => {
    const [one] = searchOf('over', { tally: { total: 254, asked: 254, failedAtOnce: 254 } }).tallies
    const [other] = searchOf('over', { tally: { total: 254, asked: 254, failedAtOnce: 0 } }).tallies
    if (one === undefined || other === undefined) throw new Error('no tallies')
    const search = searchOf('over', { tallies: [other, one] })
    expect(of(factsOf([], { search })).searchFailedAtOnce).toBe(false)
  })

  describe('of a claim code', () => {
    const code = (result: Facts['code']['result'], meantFor = ATTIC) => ({
      code: { result, fetchedAtMs: null, meantFor },
    })

    it.each([
      ['refused', 'refused'],
      ['accepted', 'accepted'],
      ['turned-away', 'turned-away'],
      ['account-failed', 'account-failed'],
      ['behind-proxy', 'unanswered'],
      ['not-local', null],
      ['already-claimed', null],
      ['not-the-server', null],
      ['starting', null],
      [null, null],
    ] as const)('that came to %s is %s', (result, expected) => {
      expect(of(factsOf([UNCLAIMED], code(result))).code).toBe(expected)
    })

    it('that was never sent is that of whoever is on screen', () => {
      expect(of(factsOf([UNCLAIMED], { code: { result: 'ran-out', fetchedAtMs: 0 } })).code).toBe('ran-out')
    })

    it('says nothing about another server than the one that it was meant for', () => {
      expect(of(factsOf([UNCLAIMED], code('refused', CELLAR))).code).toBeNull()
      expect(of(factsOf([at(LAN, historyFrom(says('refused')))], code('refused'))).code).toBeNull()
    })

    it('says nothing about a server that is claimed since', () => {
      for (const result of ['refused', 'account-failed', 'ran-out', 'accepted'] as const) {
        const evidence = of(factsOf([CLAIMED], code(result)))
        expect(evidence.code).toBeNull()
        expect(verdictOf(evidence).findings.map(({ cause }) => cause)).not.toContain('another-account')
      }
    })

    it('L3: that a claimed server turned away tells of an old sign-in in the way', () => {
      const evidence = of(factsOf([CLAIMED], code('turned-away')))
      expect(evidence.code).toBe('turned-away')
      expect(verdictOf(evidence).findings[0].cause).toBe('removed-from-account')
      expect(of(factsOf([CLAIMED], code('turned-away', CELLAR))).code).toBeNull()
    })

    it('says nothing once somebody has gone to sign in', () => {
      const facts = (notes: Parameters<typeof factsOf>[1]) =>
        of(factsOf([UNCLAIMED], { ...code('refused'), ...notes })).code
      expect(facts({ notes: { [ATTIC]: signingIn(MINUTE_MS) } })).toBeNull()
      expect(facts({ notes: { [ATTIC]: signingIn(31 * MINUTE_MS) } })).toBeNull()
      expect(facts({ notes: { [ATTIC]: sentCode } })).toBe('refused')
    })
  })

  describe('of several addresses', () => {
    const saidBy = (facts: Facts) => of(facts).probes.map(({ kind, said }) => `${kind} ${said}`)

    it('tells first what the best of them said', () => {
      const facts = factsOf([at(LAN, historyFrom(says('silent'))), at(LAN_2, historyFrom(says('refused')))])
      expect(saidBy(facts)).toEqual(['private silent', 'private refused'])
    })

    it('tells first what the one on screen said', () => {
      const facts = factsOf([
        at(LAN, historyFrom(says('silent'))),
        at(LAN_2, historyFrom(says('another-product'))),
      ])
      expect(screenFor(facts).name).toBe('another-product')
      expect(saidBy(facts)).toEqual(['private another-product', 'private silent'])
    })

    it('tells last of IPv6 that failed at once, as it does in every home without a route', () => {
      const facts = factsOf([at(V6, historyFrom(says('refused'))), at(LAN, historyFrom(says('silent')))])
      expect(saidBy(facts)).toEqual(['private silent', 'unique-local refused'])
      const slow = factsOf([at(V6, historyFrom(says('silent'))), at(LAN, historyFrom(says('refused')))])
      expect(saidBy(slow)).toEqual(['unique-local silent', 'private refused'])
    })

    it('leaves out tries of this computer, unless there is nothing else', () => {
      const here = at(HERE, historyFrom(says('refused')), { source: 'loopback' })
      const used = at(LAN, historyFrom(says('silent')), { source: 'used' })
      expect(saidBy(factsOf([here, used]))).toEqual(['private silent'])
      expect(saidBy(factsOf([here]))).toEqual(['loopback refused'])
    })
  })
})

describe('the account service is asked whether it can be reached', () => {
  const matters = (facts: Facts): boolean => accountMatters(knownOf(facts), screenFor(facts))
  const notes = (forMs: number) => ({ [ATTIC]: signingIn(forMs) })
  const changed = (answer: 'password' | 'removed' | 'no') => ({
    answers: { changed: answer, moved: null, runs: null, sees: null },
  })
  const code = (result: Facts['code']['result'], meantFor = ATTIC) => ({
    code: { result, fetchedAtMs: null, meantFor },
  })

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
    ['another server took a claim code', factsOf([UNCLAIMED], code('accepted', CELLAR)), false],
    ['nobody answers', factsOf([at(LAN, historyFrom(says('refused')))], changed('password')), false],
  ])('where %s: %s', (_, facts, asked) => {
    expect(matters(facts)).toBe(asked)
  })
})
