import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { CAUSES, type Cause } from '../../src/diagnosis/cause.ts'
import type { Evidence, ProbeEvidence } from '../../src/diagnosis/evidence.ts'
import { readingOf } from '../../src/diagnosis/reading.ts'
import type { SignName } from '../../src/diagnosis/sign-name.ts'
import { verdictOf } from '../../src/diagnosis/verdict.ts'
import { PLACES } from '../../src/server/place.ts'
import { CLAIMED, evidence, MINUTE_MS, probe, server, UNCLAIMED, type Given } from './evidence-fixture.ts'

// A busy computer takes its time over thousands of examples.
vi.setConfig({ testTimeout: 60_000 })

const CLAIMED_AND_OFF = server('claimed', { health: 'failing' })
type Waiting = NonNullable<Evidence['waiting']>
const IN_VAIN: Waiting = { by: 'sign-in', forMs: 31 * 60_000, overdue: true, pinRanOut: false }
const CODE_IN_VAIN: Waiting = { ...IN_VAIN, by: 'code', forMs: 80_000 }
const REFUSED = [probe('refused')]
const SILENT = [probe('silent', { tookMs: 5_000 })]
/** What a network says of an address that nobody in it has (browsers.md rule 5). */
const NOBODY = [probe('silent', { tookMs: 3_050 })]

/** What leads to a cause first, and what looks much like it and does not. */
const TABLE: Record<
  Cause,
  { readonly yes: readonly (readonly [string, Given])[]; readonly no: readonly (readonly [string, Given])[] }
> = {
  'not-claimed': {
    yes: [
      ['the server says that it is not claimed', { server: UNCLAIMED }],
      [
        'the same on this very computer',
        { server: server('unclaimed', { kind: 'loopback' }), platform: 'Windows' },
      ],
      ['installed again, and still not claimed', { server: UNCLAIMED, answers: { moved: 'reinstalled' } }],
      ['nothing changed, nothing moved', { server: UNCLAIMED, answers: { changed: 'no', moved: 'no' } }],
      ['the file says that it has to be claimed', { server: UNCLAIMED, enforced: true, platform: 'Linux' }],
      [
        'somebody has been signing in for a minute',
        { server: UNCLAIMED, waiting: { by: 'sign-in', forMs: MINUTE_MS, overdue: false, pinRanOut: false } },
      ],
      [
        'at a name of the home network, which may or may not matter',
        { server: server('unclaimed', { kind: 'local-name' }) },
      ],
    ],
    no: [
      ['it is claimed', { server: CLAIMED }],
      ['it does not say', { server: server('unknown') }],
      ['another machine answers than the one before', { server: UNCLAIMED, identity: 'other' }],
      [
        'it was moved, and is the machine that wrote the file',
        { server: UNCLAIMED, identity: 'expected', answers: { moved: 'moved', changed: 'no' } },
      ],
    ],
  },
  revoked: {
    yes: [
      ['claimed, and a new password', { server: CLAIMED, answers: { changed: 'password' } }],
      [
        'the same, and the account can be reached from here',
        { server: CLAIMED, answers: { changed: 'password' }, account: 'reached' },
      ],
      ['claimed, and recognised in words', { server: CLAIMED, answers: { sees: 'revoked' } }],
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
      [
        'a new password, and the server is off now',
        { server: CLAIMED_AND_OFF, answers: { changed: 'password' } },
      ],
    ],
  },
  'removed-from-account': {
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
  'another-account': {
    yes: [
      ['claimed, and recognised in words', { server: CLAIMED, answers: { sees: 'another-account' } }],
      [
        'the same, and nothing was changed',
        { server: CLAIMED, answers: { sees: 'another-account', changed: 'no' } },
      ],
      [
        'the same, of a machine that was here before',
        {
          server: CLAIMED,
          identity: 'expected',
          answers: { sees: 'another-account', changed: 'no', moved: 'no' },
        },
      ],
    ],
    no: [
      [
        'recognised in words, and nobody has claimed it',
        { server: UNCLAIMED, answers: { sees: 'another-account' } },
      ],
      ['claimed, and nothing else', { server: CLAIMED }],
      ['claimed by now, after a code was refused', { server: CLAIMED, code: 'refused' }],
    ],
  },
  'lost-identity': {
    yes: [
      ['another machine than before, not claimed', { server: UNCLAIMED, identity: 'other' }],
      ['another machine than before, claimed', { server: CLAIMED, identity: 'other' }],
      ['not claimed, and it was moved', { server: UNCLAIMED, answers: { moved: 'moved' } }],
      // A new server writes a file of its own, and is remembered after one visit.
      [
        'moved, and the machine that wrote the file',
        { server: UNCLAIMED, identity: 'expected', platform: 'Windows', answers: { moved: 'moved' } },
      ],
      [
        'installed again, and the machine that wrote the file',
        { server: UNCLAIMED, identity: 'expected', answers: { moved: 'reinstalled' } },
      ],
      [
        'claimed, and recognised in words',
        { server: CLAIMED, identity: 'expected', answers: { sees: 'lost-identity' } },
      ],
    ],
    no: [
      [
        'moved, and it kept both its identity and its account',
        { server: CLAIMED, identity: 'expected', answers: { moved: 'moved', changed: 'no' } },
      ],
      ['not claimed, and never moved', { server: UNCLAIMED, answers: { moved: 'no' } }],
    ],
  },
  'another-user': {
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
  'not-local': {
    yes: [
      ['not claimed, at a public address', { server: server('unclaimed', { kind: 'public' }) }],
      ['not claimed, in 100.64/10', { server: server('unclaimed', { kind: 'shared' }) }],
      ['not claimed, by a name', { server: server('unclaimed', { kind: 'name' }) }],
      ['not claimed, and recognised in words', { server: UNCLAIMED, answers: { sees: 'not-local' } }],
      [
        'silence at an address for containers, and it runs in one',
        { probes: [probe('silent', { container: true, tookMs: 5_000 })], answers: { runs: 'docker' } },
      ],
      ['not claimed, on a rented computer', { server: UNCLAIMED, answers: { runs: 'rented' } }],
      [
        'a claim code turned away, in a container',
        { server: UNCLAIMED, code: 'turned-away', answers: { runs: 'docker' } },
      ],
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
      ['claimed, and recognised in words', { server: CLAIMED, answers: { sees: 'not-local' } }],
      [
        'silence at an address for containers, which homes have too',
        { probes: [probe('silent', { container: true, tookMs: 5_000 })] },
      ],
    ],
  },
  'account-out-of-reach': {
    yes: [
      ['somebody signed in, and nothing came of it', { server: UNCLAIMED, waiting: IN_VAIN }],
      ['the same, and the account is in reach', { server: UNCLAIMED, waiting: IN_VAIN, account: 'reached' }],
      ['the server took the claim code, and nothing came of it', { server: UNCLAIMED, code: 'accepted' }],
      ['a claim code went there, and nothing came of it', { server: UNCLAIMED, waiting: CODE_IN_VAIN }],
      ['recognised in words', { server: UNCLAIMED, answers: { sees: 'account-out-of-reach' } }],
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
      [
        'recognised in words, but it is claimed',
        { server: CLAIMED, answers: { sees: 'account-out-of-reach' } },
      ],
      ['it went away meanwhile', { probes: REFUSED, waiting: { ...IN_VAIN, overdue: false } }],
      ['it is starting meanwhile', { startingForMs: 20_000, waiting: IN_VAIN }],
      ['the sign-in link ran out', { server: UNCLAIMED, waiting: { ...IN_VAIN, pinRanOut: true } }],
      ['it is claimed', { server: CLAIMED, account: 'reached' }],
    ],
  },
  'not-running': {
    yes: [
      ['refused at once', { probes: REFUSED }],
      ['silence', { probes: SILENT }],
      ['something else answers', { probes: [probe('another-product')] }],
      ['starting', { startingForMs: 20_000 }],
      ['this device is offline', { online: false, probes: SILENT }],
      ['errors of its own', { probes: [probe('faulty')] }],
      ['claimed, and switched off since', { server: CLAIMED_AND_OFF, probes: SILENT }],
      [
        'claimed, and starting again',
        {
          server: server('claimed', { health: 'starting' }),
          startingForMs: 20_000,
          answers: { changed: 'no' },
        },
      ],
      [
        'starting while a sign-in is waited for',
        { startingForMs: 20_000, waiting: { ...IN_VAIN, overdue: false } },
      ],
      [
        'a page from the internet that may, and everything refused',
        { openedFrom: 'outside', permission: 'granted', probes: REFUSED },
      ],
    ],
    no: [
      ['a page from the internet, and everything refused', { openedFrom: 'outside', probes: REFUSED }],
      ['starting for three quarters of an hour', { startingForMs: 45 * MINUTE_MS }],
      ['it answers', { server: UNCLAIMED, probes: [probe('unclaimed'), ...REFUSED] }],
      ['several answer, and one is silent', { probes: [probe('unclaimed'), probe('claimed'), ...SILENT] }],
    ],
  },
  'damaged-database': {
    yes: [
      ['starting for half an hour', { startingForMs: 30 * MINUTE_MS }],
      ['starting for an hour', { startingForMs: 60 * MINUTE_MS, answers: { changed: 'password' } }],
      [
        'starting for six minutes, and recognised in words',
        { startingForMs: 6 * MINUTE_MS, answers: { sees: 'damaged-database', moved: 'no' } },
      ],
      ['claimed, and recognised in words', { server: CLAIMED, answers: { sees: 'damaged-database' } }],
      ['refused, and recognised in words', { probes: REFUSED, answers: { sees: 'damaged-database' } }],
      [
        'claimed, and starting for half an hour',
        { server: server('claimed', { health: 'starting' }), startingForMs: 30 * MINUTE_MS },
      ],
    ],
    no: [
      ['starting for a minute', { startingForMs: MINUTE_MS, answers: { sees: 'damaged-database' } }],
      ['it answers well', { server: UNCLAIMED, answers: { sees: 'damaged-database' } }],
    ],
  },
  'afraid-of-registry': {
    yes: [
      [
        'recognised in words, on Windows',
        { server: CLAIMED, answers: { sees: 'afraid-of-registry', runs: 'windows-app' } },
      ],
      [
        'after a new password, on Windows by the file',
        {
          server: CLAIMED,
          platform: 'Windows',
          answers: { sees: 'afraid-of-registry', changed: 'password' },
        },
      ],
      [
        'recognised in words, nothing else known',
        { server: CLAIMED, answers: { sees: 'afraid-of-registry' } },
      ],
    ],
    no: [
      [
        'a new password on Windows, and no word of the registry',
        { server: CLAIMED, platform: 'Windows', answers: { changed: 'password' } },
      ],
      [
        'on Linux, which has no registry',
        { server: CLAIMED, answers: { sees: 'afraid-of-registry', runs: 'linux' } },
      ],
    ],
  },
  'broken-route': {
    yes: [
      ['claimed, and nothing was changed', { server: CLAIMED, answers: { changed: 'no' } }],
      [
        'claimed, nothing changed, nothing moved',
        { server: CLAIMED, identity: 'expected', answers: { changed: 'no', moved: 'no' } },
      ],
      ['claimed, and recognised in words', { server: CLAIMED, answers: { sees: 'broken-route' } }],
    ],
    no: [
      ['claimed, and a new password', { server: CLAIMED, answers: { changed: 'password' } }],
      ['not claimed', { server: UNCLAIMED, answers: { sees: 'broken-route' } }],
      [
        'claimed, and off since',
        { server: CLAIMED_AND_OFF, answers: { changed: 'no', sees: 'broken-route' } },
      ],
    ],
  },
  blocked: {
    yes: [
      ['a page from the internet, and everything refused', { openedFrom: 'outside', probes: REFUSED }],
      ['the same, and the browser says so', { openedFrom: 'outside', permission: 'denied', probes: REFUSED }],
      [
        'every address of a network failed at once',
        { searchFailedAtOnce: true, probes: REFUSED, browser: { family: 'firefox', onMac: true } },
      ],
      [
        'nothing answers, and recognised in words',
        { probes: SILENT, permission: 'prompt', openedFrom: 'outside', answers: { sees: 'blocked' } },
      ],
    ],
    no: [
      ['a file, and one address refused', { probes: REFUSED, permission: 'denied' }],
      ['a page from the internet that asked nobody', { openedFrom: 'outside' }],
      ['a page from the internet, and silence', { openedFrom: 'outside', probes: SILENT }],
      ['something else answered', { openedFrom: 'outside', probes: [probe('another-product'), ...REFUSED] }],
      [
        'the same refused, and the browser says that it may',
        { openedFrom: 'outside', permission: 'granted', probes: REFUSED },
      ],
      ['it was read a while ago', { server: CLAIMED_AND_OFF, answers: { sees: 'blocked' } }],
    ],
  },
  'code-spent': {
    yes: [
      ['the four minutes are over', { server: UNCLAIMED, code: 'ran-out' }],
      ['the server refused the code', { server: UNCLAIMED, code: 'refused' }],
      ['L1: the server turned the code away', { server: UNCLAIMED, code: 'turned-away' }],
      ['the sign-in link ran out', { server: UNCLAIMED, waiting: { ...IN_VAIN, pinRanOut: true } }],
      [
        'recognised in words: codes are used elsewhere, too',
        { server: UNCLAIMED, answers: { sees: 'code-spent' } },
      ],
    ],
    no: [
      ['the server took the code', { server: UNCLAIMED, code: 'accepted' }],
      ['claimed after all', { server: CLAIMED, code: 'ran-out' }],
      ['the account service failed', { server: UNCLAIMED, code: 'account-failed' }],
    ],
  },
  unknown: {
    yes: [
      ['nothing is known', {}],
      ['somebody answers and hides it', { probes: [probe('unreadable')] }],
      ['the server does not say whether it is claimed', { server: server('unknown') }],
      ['several answer, and nobody has picked one', { probes: [probe('unclaimed'), probe('claimed')] }],
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

const firstOf = (given: Given): Cause => verdictOf(evidence(given)).findings[0].cause

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
  expect(nothingChanged).not.toContain('revoked')
  expect(nothingChanged).not.toContain('removed-from-account')
  expect(named({ server: UNCLAIMED, identity: 'other', answers: { moved: 'no' } })).not.toContain(
    'lost-identity',
  )
  expect(named({ server: UNCLAIMED, answers: { runs: 'linux', sees: 'another-user' } })).not.toContain(
    'another-user',
  )
  expect(named({ server: CLAIMED, answers: { runs: 'linux', sees: 'afraid-of-registry' } })).not.toContain(
    'afraid-of-registry',
  )
})

it.each<readonly [string, Cause, Given]>([
  ['a tunnel, on a server at home', 'not-local', { server: UNCLAIMED }],
  ['a provider, before anybody tried', 'account-out-of-reach', { server: UNCLAIMED }],
  ['a damaged database, while it answers', 'damaged-database', { server: UNCLAIMED }],
  ['a damaged database, while it starts', 'damaged-database', { startingForMs: MINUTE_MS }],
  ['a code, which was used elsewhere', 'code-spent', { server: UNCLAIMED, code: 'unanswered' }],
  ['a new password, and nobody has claimed it', 'revoked', { server: UNCLAIMED }],
  ['a broken route, and nothing answers here', 'broken-route', { probes: SILENT }],
])('keeps what the person recognised: %s', (_, sees, given) => {
  const { findings } = verdictOf(evidence({ ...given, answers: { sees } }))
  expect(findings.map(({ cause }) => cause)).toContain(sees)
  expect(findings[0].confidence).not.toBe('certain')
})

it.each<readonly [string, Cause, Given]>([
  ['a code, and the server took one', 'code-spent', { server: UNCLAIMED, code: 'accepted' }],
  ['another account, and nobody has claimed it', 'another-account', { server: UNCLAIMED }],
  ['a route, and nobody has claimed it', 'broken-route', { server: UNCLAIMED }],
  ['the account service, and it is claimed', 'account-out-of-reach', { server: CLAIMED }],
])('drops what the evidence disproves, recognised or not: %s', (_, sees, given) => {
  const { findings } = verdictOf(evidence({ ...given, answers: { sees } }))
  expect(findings.map(({ cause }) => cause)).not.toContain(sees)
})

it('takes a clock that is minutes off for a reason, and one that is seconds off for none', () => {
  const named = (clockOffMs: number) =>
    verdictOf(evidence({ server: UNCLAIMED, clockOffMs })).findings.map(({ cause }) => cause)
  for (const off of [6 * MINUTE_MS, -6 * MINUTE_MS]) expect(named(off)).toContain('account-out-of-reach')
  for (const off of [0, 30_000, -30_000]) expect(named(off)).not.toContain('account-out-of-reach')
})

describe('what speaks for it', () => {
  const signsFor = (cause: Cause, given: Given) =>
    verdictOf(evidence(given)).findings.find((found) => found.cause === cause)?.signs ?? []
  const v6Refused = probe('refused', { kind: 'unique-local' })

  it.each<readonly [string, Given['probes'], string]>([
    ['the first address is silent, another refused', [...SILENT, v6Refused], 'silent'],
    ['the first address is refused, another silent', [...REFUSED, ...SILENT], 'refused'],
    ['nobody in the network has the address', NOBODY, 'nobody-there'],
    ['nothing comes back at all', SILENT, 'silent'],
    ['a name that is slow to fail', [probe('silent', { kind: 'local-name', tookMs: 3_050 })], 'silent'],
    ['this computer refused', [probe('refused', { kind: 'loopback' })], 'not-here'],
    ['a name failed at once', [probe('refused', { kind: 'local-name' })], 'name-failed'],
    ['something else answers', [probe('another-product'), ...SILENT], 'somebody-else'],
    ['something speaks like a server, and is none', [probe('odd-identifier')], 'somebody-else'],
  ])('the address of first preference decides: %s', (_, probes = [], sign) => {
    expect(signsFor('not-running', { probes })).toEqual([sign])
  })

  it('of a server that answered before, that it does so no more, and how', () => {
    expect(signsFor('not-running', { server: CLAIMED_AND_OFF, probes: SILENT })).toEqual([
      'no-longer-answers',
      'silent',
    ])
    expect(signsFor('broken-route', { server: CLAIMED_AND_OFF, probes: SILENT })).toEqual([])
    expect(signsFor('not-running', { server: server('unclaimed', { health: 'failing' }) })).toEqual([
      'no-longer-answers',
    ])
    expect(signsFor('not-running', { server: UNCLAIMED })).toEqual([])
  })

  it.each<readonly [string, Given, string | null]>([
    ['Windows, from the gate on', { platform: 'Windows' }, 'past-the-gate'],
    ['a Mac, from its gate on', { answers: { runs: 'mac' } }, 'past-the-gate'],
    ['Linux, where nothing is known', { platform: 'Linux' }, null],
    ['Linux, whose file says so', { platform: 'Linux', enforced: true }, 'enforced'],
    ['Windows, whose file says that it needn’t', { platform: 'Windows', enforced: false }, null],
    ['another machine than the one of the file', { identity: 'other', enforced: true }, null],
  ])('that it has to be claimed: %s', (_, given, sign) => {
    const signs = signsFor('not-claimed', { server: UNCLAIMED, ...given })
    const said = signs.filter((name) => name === 'past-the-gate' || name === 'enforced')
    expect(said).toEqual(sign === null ? [] : [sign])
  })

  it('that it has to be claimed: not below the gate, where it is less likely to matter', () => {
    const old = {
      server: server('unclaimed', { version: '1.29.1.0-abcdef012' }),
      platform: 'MacOSX',
    } as const
    expect(signsFor('not-claimed', old)).toEqual(['says-unclaimed'])
    expect(verdictOf(evidence(old)).findings[0].confidence).toBe('possible')
    const at = (version: string) =>
      signsFor('not-claimed', { server: server('unclaimed', { version }), platform: 'Windows' })
    expect(at('1.32.2.7100-abcdef012')).toContain('past-the-gate')
    expect(at('1.32.1.7100-abcdef012')).not.toContain('past-the-gate')
  })

  it('a sign-in in vain, or a code in vain, whichever it was', () => {
    const waits = (waiting: Waiting) => signsFor('account-out-of-reach', { server: UNCLAIMED, waiting })
    expect(waits(IN_VAIN)).toEqual(['waited-in-vain'])
    expect(waits(CODE_IN_VAIN)).toEqual(['code-in-vain'])
    expect(waits({ ...IN_VAIN, overdue: false, forMs: 6 * MINUTE_MS })).toEqual(['waiting-long'])
    expect(waits({ ...IN_VAIN, overdue: false, forMs: MINUTE_MS })).toEqual([])
  })

  it('a code that was turned away, for each of the three reasons that there may be', () => {
    const given: Given = { server: UNCLAIMED, code: 'turned-away' }
    expect(signsFor('not-local', given)).toContain('turned-away')
    expect(signsFor('revoked', given)).toContain('turned-away')
    expect(signsFor('revoked', { ...given, answers: { changed: 'no' } })).toEqual([])
  })

  it('a name by which the server may take anybody for somebody from outside', () => {
    expect(signsFor('not-local', { server: server('unclaimed', { kind: 'local-name' }) })).toEqual([
      'by-name',
    ])
    expect(signsFor('not-local', { server: server('unclaimed', { kind: 'name' }) })).toEqual(['by-name'])
  })

  it('an address for containers at which nothing answers', () => {
    const probes = [probe('silent', { container: true, tookMs: 3_050 })]
    expect(signsFor('not-local', { probes })).toEqual(['container-unreached'])
    expect(signsFor('not-local', { probes: NOBODY })).toEqual([])
  })

  it('a browser that may be waiting to be allowed, only where all is silent and the page came from outside', () => {
    const outside: Given = { openedFrom: 'outside', permission: 'prompt', probes: SILENT }
    expect(signsFor('blocked', outside)).toEqual(['permission-asked'])
    expect(
      signsFor('blocked', {
        ...outside,
        permission: 'unknown',
        browser: { family: 'firefox', onMac: false },
      }),
    ).toEqual(['permission-asked'])
    expect(signsFor('blocked', { ...outside, permission: 'unknown' })).toEqual([])
    expect(signsFor('blocked', { ...outside, permission: 'granted' })).toEqual([])
    expect(signsFor('blocked', { ...outside, openedFrom: 'file' })).toEqual([])
    expect(signsFor('blocked', { ...outside, probes: [...SILENT, ...REFUSED] })).toEqual([])
  })

  describe('a file in Firefox, whose tab may have shown a page from the internet', () => {
    const FIREFOX: Given = { browser: { family: 'firefox', onMac: false }, permission: 'prompt' }
    const ranked = (given: Given) =>
      verdictOf(evidence({ ...FIREFOX, ...given })).findings.map(({ cause, confidence }) => [
        cause,
        confidence,
      ])

    it('may be held where a question hangs, which a server that is off explains better', () => {
      expect(signsFor('blocked', { ...FIREFOX, probes: SILENT })).toEqual(['may-be-held'])
      expect(ranked({ probes: SILENT }).slice(0, 2)).toEqual([
        ['not-running', 'likely'],
        ['blocked', 'possible'],
      ])
    })

    it('is likely held where a question to this computer hangs, which is else refused or answered', () => {
      const probes = [probe('silent', { kind: 'loopback', tookMs: 5_000 })]
      expect(ranked({ probes }).slice(0, 2)).toEqual([
        ['not-running', 'likely'],
        ['blocked', 'likely'],
      ])
    })

    it('may be held where one of two questions hangs: the second made the first fail', () => {
      expect(signsFor('blocked', { ...FIREFOX, probes: [...REFUSED, ...SILENT] })).toEqual(['may-be-held'])
      // The second question to the same address hangs, after the first has failed.
      expect(signsFor('blocked', { ...FIREFOX, probes: [probe('silent', { tookMs: 300 })] })).toEqual([
        'may-be-held',
      ])
    })

    it('was refused where it says so and questions fail at once', () => {
      expect(ranked({ permission: 'denied', probes: REFUSED })[0]).toEqual(['blocked', 'likely'])
    })

    it.each<readonly [string, Given]>([
      ['everything is refused', { probes: REFUSED }],
      ['the network looked for a device in vain', { probes: NOBODY }],
      ['nothing was asked', { probes: [] }],
      ['something answered', { probes: [...SILENT, probe('another-product')] }],
      ['it says that the page may', { permission: 'granted', probes: SILENT }],
      ['it knows of no such permission', { permission: 'unknown', probes: SILENT }],
      ['it says that the page may not, and questions hang', { permission: 'denied', probes: SILENT }],
      ['the page came through the network', { openedFrom: 'lan', probes: SILENT }],
      [
        'it is another browser, which says the same of any file',
        { browser: { family: 'chromium', onMac: false }, probes: SILENT },
      ],
      [
        'another browser says that the file may not',
        { browser: { family: 'chromium', onMac: false }, permission: 'denied', probes: REFUSED },
      ],
    ])('is not suspected where %s', (_where, given) => {
      expect(signsFor('blocked', { ...FIREFOX, ...given })).toEqual([])
    })
  })

  it('a browser that says that the page may, which leaves little of the suspicion', () => {
    const given: Given = { openedFrom: 'outside', permission: 'granted', probes: REFUSED }
    const { findings } = verdictOf(evidence(given))
    expect(findings.map(({ cause, confidence }) => [cause, confidence])).toEqual([
      ['not-running', 'likely'],
      ['broken-route', 'possible'],
      ['blocked', 'possible'],
    ])
  })

  it('a browser on a Mac, but not one that came through the network it is said to be kept from', () => {
    const mac: Given = { browser: { family: 'chromium', onMac: true }, probes: [...REFUSED, ...REFUSED] }
    expect(signsFor('blocked', mac)).toEqual(['mac-network'])
    expect(signsFor('blocked', { ...mac, openedFrom: 'lan' })).toEqual([])
  })
})

/** For each thing that can be seen: what shows it, as the strongest sign of a cause, and what looks much like it. */
const SEEN: Partial<
  Record<
    SignName,
    {
      readonly cause: Cause
      readonly yes: readonly (readonly [string, Given])[]
      readonly no: readonly (readonly [string, Given])[]
    }
  >
> = {
  'behind-proxy': {
    cause: 'not-running',
    yes: [
      ['a proxy says that nobody is behind it', { probes: [probe('gateway')] }],
      ['the same by its name', { probes: [probe('gateway', { kind: 'name' })] }],
      ['a proxy that knows no way yet', { probes: [probe('not-routed', { kind: 'local-name' })] }],
    ],
    no: [
      ['an error of its own', { probes: [probe('faulty')] }],
      ['another product, which knows no such page', { probes: [probe('another-product')] }],
    ],
  },
  'kept-out': {
    cause: 'not-running',
    yes: [
      ['a sign-in in front', { probes: [probe('log-in')] }],
      ['the same by its name', { probes: [probe('log-in', { kind: 'name' })] }],
      ['people are sent elsewhere', { probes: [probe('redirected')] }],
    ],
    no: [
      ['a server that turns this page away itself', { probes: [probe('turned-away')] }],
      ['somebody who hides the answer', { probes: [probe('unreadable')] }],
    ],
  },
  'keeps-restarting': {
    cause: 'not-running',
    yes: [
      ['the second time', { startingForMs: 90_000, restarts: 2 }],
      ['for longer than a start takes', { startingForMs: 45 * MINUTE_MS, restarts: 40 }],
      [
        'while somebody is away to sign in',
        { server: server('unclaimed', { health: 'starting' }), startingForMs: 120_000, restarts: 3 },
      ],
    ],
    no: [
      ['once, as after an update', { startingForMs: 90_000, restarts: 1 }],
      ['often, but it is well by now', { server: UNCLAIMED, restarts: 3 }],
    ],
  },
  'two-in-turn': {
    cause: 'lost-identity',
    yes: [
      ['neither is claimed', { server: UNCLAIMED, identity: 'other', answering: 'in-turn' }],
      ['both are claimed', { server: CLAIMED, identity: 'other', answering: 'in-turn' }],
      [
        'nothing was moved',
        { server: UNCLAIMED, identity: 'other', answering: 'in-turn', answers: { moved: 'no' } },
      ],
    ],
    no: [
      ['another one, and only that', { server: UNCLAIMED, identity: 'other' }],
      ['the one that was here before', { server: UNCLAIMED, identity: 'expected' }],
    ],
  },
  renewed: {
    cause: 'lost-identity',
    yes: [
      ['unclaimed each time', { server: UNCLAIMED, identity: 'other', answering: 'renewed' }],
      [
        'installed in a container',
        { server: UNCLAIMED, identity: 'other', answering: 'renewed', answers: { runs: 'docker' } },
      ],
      ['claimed with a code at each start', { server: CLAIMED, identity: 'other', answering: 'renewed' }],
    ],
    no: [
      ['a new one, once', { server: UNCLAIMED, identity: 'other', answers: { runs: 'docker' } }],
      ['two in turn', { server: UNCLAIMED, identity: 'other', answering: 'in-turn' }],
    ],
  },
  'may-be-old': {
    cause: 'code-spent',
    yes: [
      ['L1: turned away at home', { server: UNCLAIMED, code: 'turned-away' }],
      ['on this computer', { server: server('unclaimed', { kind: 'loopback' }), code: 'turned-away' }],
      ['on a NAS', { server: UNCLAIMED, code: 'turned-away', answers: { runs: 'nas' } }],
    ],
    no: [
      ['the account service failed', { server: UNCLAIMED, code: 'account-failed' }],
      ['the code ran out here', { server: UNCLAIMED, code: 'ran-out' }],
      ['claimed', { server: CLAIMED, code: 'turned-away' }],
    ],
  },
  'turned-away-as-linked': {
    cause: 'removed-from-account',
    yes: [
      ['L3: claimed, and the code turned away', { server: CLAIMED, code: 'turned-away' }],
      ['the same in a container', { server: CLAIMED, code: 'turned-away', answers: { runs: 'docker' } }],
      [
        'the same where nothing was moved',
        { server: CLAIMED, code: 'turned-away', answers: { moved: 'no' } },
      ],
    ],
    no: [
      ['unclaimed', { server: UNCLAIMED, code: 'turned-away', answers: { changed: 'removed' } }],
      ['claimed, and no code was sent', { server: CLAIMED, answers: { changed: 'removed' } }],
    ],
  },
  'account-failed': {
    cause: 'account-out-of-reach',
    yes: [
      ['L7: the account service failed', { server: UNCLAIMED, code: 'account-failed' }],
      [
        'the same, and it is out of reach from here',
        { server: UNCLAIMED, code: 'account-failed', account: 'unreachable' },
      ],
      ['the same in a container', { server: UNCLAIMED, code: 'account-failed', answers: { runs: 'docker' } }],
    ],
    no: [
      ['the server turned the code away', { server: UNCLAIMED, code: 'turned-away' }],
      ['the server took the code, and nothing came of it', { server: UNCLAIMED, code: 'accepted' }],
    ],
  },
  'no-longer-answers': {
    cause: 'not-running',
    yes: [
      ['P13: a claimed server fell silent', { server: CLAIMED_AND_OFF, probes: SILENT }],
      ['it was given up', { probes: [probe('silent', { tookMs: 5_000, answeredBefore: true })] }],
      ['it refuses by now', { probes: [probe('refused', { answeredBefore: true })] }],
    ],
    no: [
      ['it never answered', { probes: SILENT }],
      ['it does, but another address did not', { server: CLAIMED, probes: SILENT }],
    ],
  },
  'linked-and-nothing-to-add': {
    cause: 'unknown',
    yes: [
      ['P12: claimed, and libraries can’t be added', { server: CLAIMED, answers: { sees: 'not-claimed' } }],
      [
        'the same, and nothing was changed or moved',
        { server: CLAIMED, answers: { sees: 'not-claimed', moved: 'no' } },
      ],
      ['the same on a NAS', { server: CLAIMED, answers: { sees: 'not-claimed', runs: 'nas' } }],
    ],
    no: [
      ['nobody has claimed it', { server: UNCLAIMED, answers: { sees: 'not-claimed' } }],
      ['claimed, and nothing was recognised', { server: CLAIMED }],
      ['it does not answer now', { server: CLAIMED_AND_OFF, answers: { sees: 'not-claimed' } }],
    ],
  },
  'may-demand-secure': {
    cause: 'broken-route',
    yes: [
      ['refused by number', { probes: REFUSED }],
      ['refused by name', { probes: [probe('refused', { kind: 'local-name' })] }],
      ['refused, and another one silent', { probes: [...REFUSED, ...SILENT] }],
    ],
    no: [
      ['nothing comes back', { probes: SILENT }],
      ['only this computer refused', { probes: [probe('refused', { kind: 'loopback' })] }],
    ],
  },
}

describe.each(Object.entries(SEEN) as [SignName, NonNullable<(typeof SEEN)[SignName]>][])(
  'it is seen: %s',
  (sign, { cause, yes, no }) => {
    const strongest = (given: Given) =>
      verdictOf(evidence(given)).findings.find((found) => found.cause === cause)?.signs[0]

    it('by at least three sets of evidence, and not by two that look much like it', () => {
      expect(yes.length).toBeGreaterThanOrEqual(3)
      expect(no.length).toBeGreaterThanOrEqual(2)
    })
    it.each(yes)('%s', (_, given) => {
      expect(strongest(given)).toBe(sign)
      // What may be is named beside what is likelier.
      if (sign !== 'may-demand-secure') expect(verdictOf(evidence(given)).findings[0].cause).toBe(cause)
    })
    it.each(no)('not: %s', (_, given) => {
      expect(strongest(given)).not.toBe(sign)
    })
  },
)

it('F10: after ten minutes of starting a damaged database is possible, and patience likelier', () => {
  const { findings } = verdictOf(evidence({ startingForMs: 11 * MINUTE_MS }))
  expect(findings.map(({ cause, confidence }) => [cause, confidence])).toEqual([
    ['not-running', 'likely'],
    ['damaged-database', 'possible'],
  ])
})

it('F21: names a server that demands secure connections beside one that does not run', () => {
  const { findings } = verdictOf(evidence({ probes: REFUSED }))
  expect(findings.slice(0, 2).map(({ cause, confidence }) => [cause, confidence])).toEqual([
    ['not-running', 'likely'],
    ['broken-route', 'possible'],
  ])
})

it('a program is told which of them it is, also on this computer', () => {
  const causes = (probes: readonly ProbeEvidence[]) =>
    verdictOf(evidence({ probes })).findings.map(({ cause, confidence }) => [cause, confidence])
  for (const kind of ['private', 'loopback'] as const) {
    expect(causes([probe('refused', { kind, hungUp: true })])).toEqual([['broken-route', 'likely']])
    expect(causes([probe('refused', { kind, hungUp: false })])).toEqual([['not-running', 'likely']])
  }
})

it("what the server's own computer does not reach comes before that it is not claimed", () => {
  const given: Given = { server: UNCLAIMED, account: 'unreachable' }
  expect(verdictOf(evidence(given)).findings[0].cause).toBe('not-claimed')
  const there = verdictOf(evidence({ ...given, lookedFrom: 'server' })).findings
  expect(there.map(({ cause }) => cause)).toEqual(['account-out-of-reach', 'not-claimed'])
})

it('P12: a server that is linked and offers nothing to add is not unclaimed; what may be is said', () => {
  const { findings } = verdictOf(evidence({ server: CLAIMED, answers: { sees: 'not-claimed' } }))
  expect(findings[0].cause).toBe('unknown')
  expect(findings.map(({ cause }) => cause)).not.toContain('not-claimed')
  const changed = evidence({ server: CLAIMED, answers: { sees: 'not-claimed', changed: 'password' } })
  expect(verdictOf(changed).findings[0].cause).toBe('revoked')
})

it('a cause that as much speaks for as for none comes before that nothing is known', () => {
  const moved = evidence({ server: CLAIMED, answers: { sees: 'not-claimed', moved: 'moved' } })
  const { findings } = verdictOf(moved)
  expect(findings[0].cause).toBe('lost-identity')
  expect(findings.at(-1)).toEqual({
    cause: 'unknown',
    confidence: 'possible',
    signs: ['linked-and-nothing-to-add'],
  })
})

it.each<readonly [string, Given]>([
  ['a claimed one', { server: CLAIMED_AND_OFF, probes: SILENT }],
  ['one that was given up', { probes: [probe('silent', { tookMs: 5_000, answeredBefore: true })] }],
  ['one whose whole network went down', { server: CLAIMED_AND_OFF, probes: [...SILENT, ...SILENT] }],
])('P13: a server that is gone after having answered does not run: %s', (_, given) => {
  const [first] = verdictOf(evidence(given)).findings
  expect(first).toMatchObject({ cause: 'not-running', confidence: 'likely' })
  expect(first.signs).toContain('no-longer-answers')
})

it('X5: says which half is missing where only the internet is', () => {
  const half = (account: Evidence['account']) =>
    verdictOf(evidence({ server: UNCLAIMED, waiting: IN_VAIN, account })).findings[0]
  expect(half('unreachable')).toMatchObject({ cause: 'account-out-of-reach', confidence: 'likely' })
  expect(half('unreachable').signs).toContain('account-unreachable')
  expect(half('reached').signs).toContain('account-reached')
})

it('X4: claimed by nobody that anyone knows is another account, with the way out', () => {
  const { findings } = verdictOf(evidence({ server: CLAIMED, answers: { sees: 'another-account' } }))
  expect(findings[0]).toMatchObject({ cause: 'another-account', confidence: 'likely' })
})

it.each<readonly [string, Given, Cause]>([
  [
    'L6: claimed in a container, and a new password',
    { server: CLAIMED, answers: { changed: 'password', runs: 'docker' } },
    'revoked',
  ],
  [
    'L12, L37: a code that was taken, and nothing came of it',
    { server: UNCLAIMED, code: 'accepted', answers: { runs: 'docker' } },
    'account-out-of-reach',
  ],
  [
    'L16: a server whose number is a public one',
    { server: server('unclaimed', { kind: 'public' }) },
    'not-local',
  ],
  [
    'L22: by a number of IPv6 that is at home',
    { server: server('unclaimed', { kind: 'unique-local' }) },
    'not-claimed',
  ],
  ['L36, L39: by a name behind a proxy', { server: server('unclaimed', { kind: 'name' }) }, 'not-local'],
])('%s', (_, given, cause) => {
  expect(verdictOf(evidence(given)).findings[0].cause).toBe(cause)
})

describe('a code that was turned away', () => {
  const turnedAway = (given: Given = {}) =>
    verdictOf(evidence({ server: UNCLAIMED, code: 'turned-away', ...given })).findings

  it.each<readonly [string, Given]>([
    ['at home', {}],
    [
      'L18: by a container that takes every client for its gateway',
      { server: server('unclaimed', { kind: 'private' }) },
    ],
    ['L20: by an app of TrueNAS', { answers: { runs: 'nas' } }],
    ['L21: at the address of a container', { server: server('unclaimed', { container: true }) }],
    ['on this computer', { server: server('unclaimed', { kind: 'loopback' }) }],
  ])('L1: is too old before anything else, and then from outside: %s', (_, given) => {
    expect(
      turnedAway(given)
        .map(({ cause }) => cause)
        .slice(0, 2),
    ).toEqual(['code-spent', 'not-local'])
  })

  it.each<readonly [string, Cause, Given]>([
    ['L18: in a container, whose network may be its own', 'not-local', { answers: { runs: 'docker' } }],
    ['rented', 'not-local', { answers: { runs: 'rented' } }],
    ['after a new password', 'revoked', { answers: { changed: 'password' } }],
    ['after the server was removed', 'removed-from-account', { answers: { changed: 'removed' } }],
    ['L3: and claimed, so that an old sign-in is in the way', 'removed-from-account', { server: CLAIMED }],
  ])('is something else once that is known: %s', (_, cause, given) => {
    expect(turnedAway(given)[0]?.cause).toBe(cause)
  })
})

it.each<readonly [string, Given]>([
  ['at home', {}],
  ['in a container', { answers: { runs: 'docker' } }],
  ['where this browser does not reach the account either', { account: 'unreachable' }],
])('L7: an account service that failed is the cause, and not the code: %s', (_, given) => {
  const { findings } = verdictOf(evidence({ server: UNCLAIMED, code: 'account-failed', ...given }))
  expect(findings[0]).toMatchObject({ cause: 'account-out-of-reach', confidence: 'likely' })
  expect(findings.map(({ cause }) => cause)).not.toContain('code-spent')
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
      { openedFrom: 'outside', permission: 'denied', probes: REFUSED },
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
      { openedFrom: 'outside', permission: 'prompt', probes: REFUSED },
    ],
    ['it starts for six minutes', { startingForMs: 6 * MINUTE_MS }],
    [
      'nobody has claimed it, and whether it was moved is not known',
      { server: UNCLAIMED, identity: 'expected', answers: { changed: 'no', runs: 'windows-app' } },
    ],
    [
      'nobody has claimed it, and it needn’t be',
      { server: UNCLAIMED, enforced: false, answers: { changed: 'no', moved: 'no', runs: 'windows-app' } },
    ],
    [
      'nobody has claimed it, and it does not answer just now',
      {
        server: server('unclaimed', { health: 'failing' }),
        answers: { changed: 'no', moved: 'no', runs: 'windows-app' },
      },
    ],
    [
      'nobody has claimed it, and a sign-in takes minutes',
      {
        server: UNCLAIMED,
        waiting: { ...IN_VAIN, overdue: false, forMs: 6 * MINUTE_MS },
        answers: { changed: 'no', moved: 'no', runs: 'windows-app' },
      },
    ],
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
    expect(questionsOf({ server: UNCLAIMED }).toSorted()).toEqual(['changed', 'moved', 'runs'])
    expect(questionsOf({ server: CLAIMED })).toContain('changed')
  })

  it('come in the order of how many causes their answers lead to', () => {
    expect(questionsOf({ server: UNCLAIMED })).toEqual(['runs', 'changed', 'moved'])
    expect(questionsOf({ server: UNCLAIMED, answers: { runs: 'docker' } })).not.toContain('runs')
  })

  it('are not asked where no answer would change anything', () => {
    expect(questionsOf({ startingForMs: 20_000 })).toEqual([])
    expect(questionsOf({ server: UNCLAIMED, code: 'ran-out' })).toEqual([])
  })

  it('are not asked where all is certain, although an answer would be another verdict', () => {
    const given: Given = { server: UNCLAIMED, platform: 'Linux', answers: { changed: 'no', moved: 'no' } }
    expect(verdictOf(evidence(given))).toMatchObject({ findings: [{ confidence: 'certain' }], questions: [] })
    const asService = { ...given, answers: { ...given.answers, runs: 'windows-service' as const } }
    expect(verdictOf(evidence(asService)).findings[0].cause).toBe('another-user')
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
    'odd-identifier',
    'gateway',
    'not-routed',
    'log-in',
    'redirected',
    'faulty',
    'turned-away',
  ),
  tookMs: fc.nat(5_000),
})

const anyEvidence: fc.Arbitrary<Evidence> = fc.record({
  server: fc.option(
    fc.record({
      claim: fc.constantFrom('claimed', 'unclaimed', 'unknown'),
      health: fc.constantFrom('answering', 'starting', 'failing', 'unreadable'),
      kind: fc.constantFrom('loopback', 'private', 'shared', 'public', 'name', 'local-name'),
      container: fc.boolean(),
      version: fc.constantFrom(null, '1.40.0.1-a', '1.25.0.1-a'),
    }),
  ),
  enforced: fc.constantFrom(null, true, false),
  identity: fc.constantFrom('expected', 'other', 'unremembered'),
  answering: fc.constantFrom('one', 'in-turn', 'renewed'),
  restarts: fc.nat(4),
  startingForMs: fc.option(fc.nat(3_600_000)),
  probes: fc.array(anyProbe, { maxLength: 3 }),
  searchFailedAtOnce: fc.boolean(),
  openedFrom: fc.constantFrom('file', 'this-computer', 'lan', 'outside'),
  permission: fc.constantFrom('granted', 'denied', 'prompt', 'unknown'),
  browser: fc.record({
    family: fc.constantFrom('chromium', 'firefox', 'safari', 'other'),
    onMac: fc.boolean(),
  }),
  online: fc.boolean(),
  platform: fc.constantFrom(null, 'Windows', 'MacOSX', 'Linux'),
  waiting: fc.option(
    fc.record({
      by: fc.constantFrom('sign-in', 'code'),
      forMs: fc.nat(3_600_000),
      overdue: fc.boolean(),
      pinRanOut: fc.boolean(),
    }),
  ),
  code: fc.constantFrom(
    null,
    'ran-out',
    'turned-away',
    'account-failed',
    'refused',
    'accepted',
    'unanswered',
  ),
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
const NEEDED: Partial<Record<Cause, (evidence: Evidence) => boolean>> = {
  'not-claimed': (all) =>
    readingOf(all) === 'unclaimed' &&
    all.server?.health === 'answering' &&
    all.identity !== 'other' &&
    all.enforced !== false &&
    all.code === null &&
    all.waiting?.overdue !== true &&
    all.answers.changed !== null &&
    all.answers.moved === 'no' &&
    all.answers.runs !== 'windows-service' &&
    (all.answers.runs !== null || all.platform === 'MacOSX' || all.platform === 'Linux'),
  'not-running': (all) =>
    all.startingForMs !== null &&
    all.startingForMs < 5 * MINUTE_MS &&
    all.answers.sees !== 'damaged-database',
  blocked: (all) =>
    all.permission === 'denied' &&
    all.openedFrom === 'outside' &&
    all.probes.every(({ said }) => said === 'refused'),
  'code-spent': (all) => readingOf(all) === 'unclaimed' && all.code === 'ran-out',
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
