import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CAUSES, type CauseCode } from '../../src/diagnosis/cause.ts'
import { NO_EVIDENCE, type Evidence, type ProbeEvidence } from '../../src/diagnosis/evidence.ts'
import { readingOf } from '../../src/diagnosis/reading.ts'
import { verdictOf } from '../../src/diagnosis/verdict.ts'
import { PLACES } from '../../src/server/place.ts'

type Given = Omit<Partial<Evidence>, 'answers'> & { readonly answers?: Partial<Evidence['answers']> }

function evidence({ answers = {}, ...given }: Given): Evidence {
  return { ...NO_EVIDENCE, ...given, answers: { ...NO_EVIDENCE.answers, ...answers } }
}

type Server = NonNullable<Evidence['server']>
const server = (claim: Server['claim'], more: Partial<Server> = {}): Server => ({
  claim,
  kind: 'private',
  container: false,
  version: '1.43.4.9999-abcdef012',
  ...more,
})
const UNCLAIMED = server('unclaimed')
const CLAIMED = server('claimed')
const IN_VAIN: Evidence['waiting'] = { forMs: 31 * 60_000, overdue: true, pinRanOut: false }
const probe = (said: ProbeEvidence['said'], more: Partial<ProbeEvidence> = {}): ProbeEvidence => ({
  kind: 'private',
  container: false,
  said,
  tookMs: 5,
  ...more,
})
const REFUSED = [probe('refused')]
const SILENT = [probe('silent', { tookMs: 5_000 })]
const MINUTE_MS = 60_000

/** What leads to a cause first, and what looks much like it and does not. */
const TABLE: Record<
  CauseCode,
  { readonly yes: readonly (readonly [string, Given])[]; readonly no: readonly (readonly [string, Given])[] }
> = {
  C1: {
    yes: [
      ['the server says that it is not claimed', { server: UNCLAIMED }],
      [
        'the same on this very computer',
        { server: server('unclaimed', { kind: 'loopback' }), platform: 'Windows' },
      ],
      ['installed again, and still not claimed', { server: UNCLAIMED, answers: { moved: 'reinstalled' } }],
      ['nothing changed, nothing moved', { server: UNCLAIMED, answers: { changed: 'no', moved: 'no' } }],
    ],
    no: [
      ['it is claimed', { server: CLAIMED }],
      ['it does not say', { server: server('unknown') }],
      ['another machine answers than the one before', { server: UNCLAIMED, identity: 'other' }],
    ],
  },
  C2: {
    yes: [
      ['claimed, and a new password', { server: CLAIMED, answers: { changed: 'password' } }],
      [
        'the same, and the account can be reached from here',
        { server: CLAIMED, answers: { changed: 'password' }, account: 'reached' },
      ],
      ['claimed, and recognised in words', { server: CLAIMED, answers: { sees: 'C2' } }],
      [
        'a claim code turned away after a new password',
        { server: UNCLAIMED, code: 'turned-away', answers: { changed: 'password' } },
      ],
    ],
    no: [
      ['claimed, and nothing was changed', { server: CLAIMED, answers: { changed: 'no' } }],
      [
        'a new password, and a server that nobody has claimed',
        { server: UNCLAIMED, answers: { changed: 'password' } },
      ],
      ['claimed, and a device was removed', { server: CLAIMED, answers: { changed: 'removed' } }],
    ],
  },
  C3: {
    yes: [
      ['claimed, and a device was removed', { server: CLAIMED, answers: { changed: 'removed' } }],
      ['not claimed, and a device was removed', { server: UNCLAIMED, answers: { changed: 'removed' } }],
      [
        'claimed and removed, on Linux, with the account in reach',
        { server: CLAIMED, account: 'reached', answers: { changed: 'removed', runs: 'linux' } },
      ],
    ],
    no: [
      ['claimed, and a new password', { server: CLAIMED, answers: { changed: 'password' } }],
      [
        'removed, but the server refuses the connection',
        { probes: REFUSED, answers: { changed: 'removed' } },
      ],
    ],
  },
  C4: {
    yes: [
      ['claimed, and recognised in words', { server: CLAIMED, answers: { sees: 'C4' } }],
      ['a claim code refused because it is claimed', { server: CLAIMED, code: 'turned-away' }],
      ['the same with any other refusal', { server: CLAIMED, code: 'refused', answers: { changed: 'no' } }],
    ],
    no: [
      ['recognised in words, and nobody has claimed it', { server: UNCLAIMED, answers: { sees: 'C4' } }],
      ['claimed, and nothing else', { server: CLAIMED }],
    ],
  },
  C5: {
    yes: [
      ['another machine than before, not claimed', { server: UNCLAIMED, identity: 'other' }],
      ['another machine than before, claimed', { server: CLAIMED, identity: 'other' }],
      ['not claimed, and it was moved', { server: UNCLAIMED, answers: { moved: 'moved' } }],
    ],
    no: [
      [
        'moved, but the very same machine',
        { server: UNCLAIMED, identity: 'expected', answers: { moved: 'moved' } },
      ],
      ['not claimed, and never moved', { server: UNCLAIMED, answers: { moved: 'no' } }],
    ],
  },
  C6: {
    yes: [
      [
        'a Windows service that nobody has claimed',
        { server: UNCLAIMED, answers: { runs: 'windows-service' } },
      ],
      [
        'the same, with another machine than before',
        { server: UNCLAIMED, identity: 'other', platform: 'Windows', answers: { runs: 'windows-service' } },
      ],
      [
        'a Windows service, never moved, nothing changed',
        { server: UNCLAIMED, answers: { runs: 'windows-service', moved: 'no', changed: 'no' } },
      ],
    ],
    no: [
      ['a Windows program', { server: UNCLAIMED, answers: { runs: 'windows-app' } }],
      ['a Windows service that is claimed', { server: CLAIMED, answers: { runs: 'windows-service' } }],
    ],
  },
  C7: {
    yes: [
      ['not claimed, at a public address', { server: server('unclaimed', { kind: 'public' }) }],
      ['not claimed, in 100.64/10', { server: server('unclaimed', { kind: 'shared' }) }],
      ['not claimed, by a name', { server: server('unclaimed', { kind: 'name' }) }],
      ['not claimed, on a rented computer', { server: UNCLAIMED, answers: { runs: 'rented' } }],
      ['a claim code turned away', { server: UNCLAIMED, code: 'turned-away' }],
      [
        'a container at an address for containers',
        { server: server('unclaimed', { container: true }), answers: { runs: 'docker' } },
      ],
    ],
    no: [
      [
        'at an address for containers, which homes have too',
        { server: server('unclaimed', { container: true }) },
      ],
      ['claimed, at a public address', { server: server('claimed', { kind: 'public' }) }],
    ],
  },
  C8: {
    yes: [
      ['somebody signed in, and nothing came of it', { server: UNCLAIMED, waiting: IN_VAIN }],
      ['the same, and the account is in reach', { server: UNCLAIMED, waiting: IN_VAIN, account: 'reached' }],
      ['the server took the claim code, and nothing came of it', { server: UNCLAIMED, code: 'accepted' }],
      [
        'the same on a rented computer in vain',
        {
          server: server('unclaimed', { kind: 'public' }),
          waiting: IN_VAIN,
          account: 'reached',
          answers: { runs: 'linux' },
        },
      ],
    ],
    no: [
      ['nobody has tried yet', { server: UNCLAIMED, account: 'reached' }],
      ['the sign-in link ran out', { server: UNCLAIMED, waiting: { ...IN_VAIN, pinRanOut: true } }],
      ['it is claimed', { server: CLAIMED, account: 'reached' }],
    ],
  },
  C9: {
    yes: [
      ['refused at once', { probes: REFUSED }],
      ['silence', { probes: SILENT }],
      ['something else answers', { probes: [probe('another-product')] }],
      ['starting', { startingForMs: 20_000 }],
      ['this device is offline', { online: false, probes: SILENT }],
      ['errors of its own', { probes: [probe('faulty')] }],
    ],
    no: [
      ['a page from the internet, and everything refused', { wayIn: 'outside', probes: REFUSED }],
      ['starting for a quarter of an hour', { startingForMs: 15 * MINUTE_MS }],
      ['it answers', { server: UNCLAIMED, probes: [probe('unclaimed'), ...REFUSED] }],
    ],
  },
  C10: {
    yes: [
      ['starting for ten minutes', { startingForMs: 10 * MINUTE_MS }],
      ['starting for an hour', { startingForMs: 60 * MINUTE_MS, answers: { changed: 'password' } }],
      [
        'starting for six minutes, and recognised in words',
        { startingForMs: 6 * MINUTE_MS, answers: { sees: 'C10', moved: 'no' } },
      ],
    ],
    no: [
      ['starting for a minute', { startingForMs: MINUTE_MS, answers: { sees: 'C10' } }],
      ['it answers well', { server: UNCLAIMED, answers: { sees: 'C10' } }],
    ],
  },
  C11: {
    yes: [
      ['recognised in words, on Windows', { server: CLAIMED, answers: { sees: 'C11', runs: 'windows-app' } }],
      [
        'after a new password, on Windows by the file',
        { server: CLAIMED, platform: 'Windows', answers: { sees: 'C11', changed: 'password' } },
      ],
      ['recognised in words, nothing else known', { server: CLAIMED, answers: { sees: 'C11' } }],
    ],
    no: [
      [
        'a new password on Windows, and no word of the registry',
        { server: CLAIMED, platform: 'Windows', answers: { changed: 'password' } },
      ],
      ['on Linux, which has no registry', { server: CLAIMED, answers: { sees: 'C11', runs: 'linux' } }],
    ],
  },
  C12: {
    yes: [
      ['claimed, and nothing was changed', { server: CLAIMED, answers: { changed: 'no' } }],
      [
        'claimed, nothing changed, nothing moved',
        { server: CLAIMED, identity: 'expected', answers: { changed: 'no', moved: 'no' } },
      ],
      ['claimed, and recognised in words', { server: CLAIMED, answers: { sees: 'C12' } }],
    ],
    no: [
      ['claimed, and a new password', { server: CLAIMED, answers: { changed: 'password' } }],
      ['not claimed', { server: UNCLAIMED, answers: { sees: 'C12' } }],
    ],
  },
  C13: {
    yes: [
      ['a page from the internet, and everything refused', { wayIn: 'outside', probes: REFUSED }],
      ['the same, and the browser says so', { wayIn: 'outside', permission: 'denied', probes: REFUSED }],
      [
        'every address of a network failed at once',
        { searchFailedAtOnce: true, probes: REFUSED, browser: { family: 'firefox', onMac: true } },
      ],
    ],
    no: [
      ['a file, and one address refused', { probes: REFUSED, permission: 'denied' }],
      ['a page from the internet that asked nobody', { wayIn: 'outside' }],
      ['a page from the internet, and silence', { wayIn: 'outside', probes: SILENT }],
      ['something else answered', { wayIn: 'outside', probes: [probe('another-product'), ...REFUSED] }],
    ],
  },
  C14: {
    yes: [
      ['the four minutes are over', { server: UNCLAIMED, code: 'ran-out' }],
      ['the server refused the code', { server: UNCLAIMED, code: 'refused' }],
      ['the sign-in link ran out', { server: UNCLAIMED, waiting: { ...IN_VAIN, pinRanOut: true } }],
    ],
    no: [
      ['the server took the code', { server: UNCLAIMED, code: 'accepted' }],
      ['claimed after all', { server: CLAIMED, code: 'ran-out' }],
      ['turned away because of who sent it', { server: UNCLAIMED, code: 'turned-away' }],
    ],
  },
  C15: {
    yes: [
      ['nothing is known', {}],
      ['somebody answers and hides it', { probes: [probe('unreadable')] }],
      ['the server does not say whether it is claimed', { server: server('unknown') }],
    ],
    no: [
      [
        'somebody answers and hides it after a new password',
        { probes: [probe('unreadable')], answers: { changed: 'password' } },
      ],
      ['silence', { probes: SILENT }],
    ],
  },
}

const firstOf = (given: Given): CauseCode => verdictOf(evidence(given)).findings[0].cause

describe.each(Object.entries(TABLE))('%s', (cause, { yes, no }) => {
  it.each(yes)('comes first: %s', (_, given) => {
    expect(firstOf(given)).toBe(cause)
  })
  it.each(no)('does not: %s', (_, given) => {
    expect(firstOf(given)).not.toBe(cause)
  })
})

it('has three ways and two near misses for every cause', () => {
  for (const cause of CAUSES) {
    expect(TABLE[cause].yes.length, cause).toBeGreaterThanOrEqual(3)
    expect(TABLE[cause].no.length, cause).toBeGreaterThanOrEqual(2)
  }
})

it('does not name what an answer has ruled out, not even as a possibility', () => {
  const named = (given: Given) => verdictOf(evidence(given)).findings.map(({ cause }) => cause)
  const nothingChanged = named({ server: CLAIMED, answers: { changed: 'no' } })
  expect(nothingChanged).not.toContain('C2')
  expect(nothingChanged).not.toContain('C3')
  expect(named({ server: UNCLAIMED, identity: 'other', answers: { moved: 'no' } })).not.toContain('C5')
  expect(named({ server: UNCLAIMED, answers: { runs: 'linux', sees: 'C6' } })).not.toContain('C6')
  expect(named({ server: CLAIMED, answers: { runs: 'linux', sees: 'C11' } })).not.toContain('C11')
})

it('takes a clock that is minutes off for a reason, and one that is seconds off for none', () => {
  const named = (clockOffMs: number) =>
    verdictOf(evidence({ server: UNCLAIMED, clockOffMs })).findings.map(({ cause }) => cause)
  for (const off of [6 * MINUTE_MS, -6 * MINUTE_MS]) expect(named(off)).toContain('C8')
  for (const off of [0, 30_000, -30_000]) expect(named(off)).not.toContain('C8')
})

describe('certain', () => {
  const confidenceOf = (given: Given) => verdictOf(evidence(given)).findings[0].confidence

  it.each<readonly [string, Given]>([
    ['a server that says it is starting', { startingForMs: 20_000 }],
    [
      'nobody has claimed it, and everything else was asked for',
      { server: UNCLAIMED, answers: { changed: 'no', moved: 'no', runs: 'windows-app' } },
    ],
    [
      'a page from the internet that the browser keeps off',
      { wayIn: 'outside', permission: 'denied', probes: REFUSED },
    ],
    [
      'the code ran out, and everything else was asked for',
      { server: UNCLAIMED, code: 'ran-out', answers: { changed: 'no', moved: 'no', runs: 'linux' } },
    ],
  ])('is said of %s', (_, given) => {
    expect(confidenceOf(given)).toBe('certain')
  })

  it.each<readonly [string, Given]>([
    ['nobody has claimed it, and nobody was asked', { server: UNCLAIMED }],
    [
      'nobody has claimed it, and where it runs is not known',
      { server: UNCLAIMED, answers: { changed: 'no', moved: 'no' } },
    ],
    [
      'a page from the internet, and nobody says why',
      { wayIn: 'outside', permission: 'prompt', probes: REFUSED },
    ],
    ['it starts for six minutes', { startingForMs: 6 * MINUTE_MS }],
    ['refused', { probes: REFUSED }],
    [
      'claimed, and a new password',
      { server: CLAIMED, account: 'reached', answers: { changed: 'password' } },
    ],
  ])('is not said of %s', (_, given) => {
    expect(confidenceOf(given)).not.toBe('certain')
  })
})

describe('the questions', () => {
  const questionsOf = (given: Given) => verdictOf(evidence(given)).questions

  it('are asked where the answers lead to different causes', () => {
    expect(questionsOf({ server: UNCLAIMED })).toEqual(['changed', 'moved', 'runs'])
    expect(questionsOf({ server: CLAIMED })).toContain('changed')
  })

  it('are not asked where no answer would change anything', () => {
    expect(questionsOf({ startingForMs: 20_000 })).toEqual([])
    expect(questionsOf({ server: UNCLAIMED, code: 'ran-out' })).toEqual([])
  })

  it('are not asked twice', () => {
    expect(questionsOf({ server: CLAIMED, answers: { changed: 'no' } })).not.toContain('changed')
  })
})

const anyProbe = fc.record({
  kind: fc.constantFrom('loopback', 'private', 'shared', 'public', 'name', 'local-name'),
  container: fc.boolean(),
  said: fc.constantFrom(
    'claimed',
    'unclaimed',
    'unknown',
    'starting',
    'silent',
    'refused',
    'unreadable',
    'another-product',
    'faulty',
    'turned-away',
  ),
  tookMs: fc.nat(5_000),
})

const anyEvidence: fc.Arbitrary<Evidence> = fc.record({
  server: fc.option(
    fc.record({
      claim: fc.constantFrom('claimed', 'unclaimed', 'unknown'),
      kind: fc.constantFrom('loopback', 'private', 'shared', 'public', 'name'),
      container: fc.boolean(),
      version: fc.constantFrom(null, '1.40.0.1-a'),
    }),
  ),
  identity: fc.constantFrom('expected', 'other', 'unremembered'),
  startingForMs: fc.option(fc.nat(3_600_000)),
  probes: fc.array(anyProbe, { maxLength: 3 }),
  searchFailedAtOnce: fc.boolean(),
  wayIn: fc.constantFrom('file', 'this-computer', 'lan', 'outside'),
  permission: fc.constantFrom('granted', 'denied', 'prompt', 'unknown'),
  browser: fc.record({
    family: fc.constantFrom('chromium', 'firefox', 'safari', 'other'),
    onMac: fc.boolean(),
  }),
  online: fc.boolean(),
  platform: fc.constantFrom(null, 'Windows', 'MacOSX', 'Linux'),
  waiting: fc.option(fc.record({ forMs: fc.nat(), overdue: fc.boolean(), pinRanOut: fc.boolean() })),
  code: fc.constantFrom(null, 'ran-out', 'turned-away', 'refused', 'accepted', 'unanswered'),
  account: fc.constantFrom('reached', 'unreachable', 'unasked'),
  clockOffMs: fc.option(fc.integer({ min: -3_600_000, max: 3_600_000 })),
  answers: fc.record({
    changed: fc.constantFrom(null, 'password', 'removed', 'no'),
    moved: fc.constantFrom(null, 'moved', 'reinstalled', 'no'),
    runs: fc.constantFrom(null, ...PLACES),
    sees: fc.constantFrom(null, ...CAUSES),
  }),
})

/** Said in other words than in the code: what has to be known before anybody may be certain. */
const NEEDED: Partial<Record<CauseCode, (evidence: Evidence) => boolean>> = {
  C1: (all) =>
    readingOf(all) === 'unclaimed' &&
    all.identity !== 'other' &&
    all.code === null &&
    all.waiting?.overdue !== true &&
    all.answers.changed !== null &&
    (all.identity === 'expected' || all.answers.moved === 'no') &&
    all.answers.runs !== 'windows-service' &&
    (all.answers.runs !== null || all.platform === 'MacOSX' || all.platform === 'Linux'),
  C9: (all) => all.startingForMs !== null && all.startingForMs < 5 * MINUTE_MS,
  C13: (all) =>
    all.permission === 'denied' &&
    all.wayIn === 'outside' &&
    all.probes.every(({ said }) => said === 'refused'),
  C14: (all) => readingOf(all) === 'unclaimed' && all.code === 'ran-out',
}

describe('for any evidence', () => {
  it('there is a verdict, each cause at most once, the surest first', () => {
    fc.assert(
      fc.property(anyEvidence, (all) => {
        const { findings } = verdictOf(all)
        expect(findings.length).toBeGreaterThan(0)
        expect(new Set(findings.map(({ cause }) => cause)).size).toBe(findings.length)
        const ranks = findings.map(({ confidence }) => ['certain', 'likely', 'possible'].indexOf(confidence))
        expect(ranks).toEqual([...ranks].sort((one, other) => one - other))
      }),
    )
  })

  it('certain stands alone, and only with evidence that excludes the rest', () => {
    fc.assert(
      fc.property(anyEvidence, (all) => {
        const [first, ...others] = verdictOf(all).findings
        if (first.confidence !== 'certain') return
        expect(others).toEqual([])
        expect(NEEDED[first.cause]?.(all) ?? false, first.cause).toBe(true)
      }),
      { numRuns: 5_000 },
    )
  })

  it('at most three questions are asked, none of which was answered', () => {
    fc.assert(
      fc.property(anyEvidence, (all) => {
        const { questions } = verdictOf(all)
        expect(questions.length).toBeLessThanOrEqual(3)
        for (const question of questions) expect(all.answers[question]).toBeNull()
      }),
    )
  })
})
