import { describe, expect, it } from 'vitest'
import { CAUSES, type Cause } from '../../src/diagnosis/cause.ts'
import { isProven, isRuledOut } from '../../src/diagnosis/exclusions.ts'
import { CLAIMED, evidence, MINUTE_MS, probe, server, UNCLAIMED, type Given } from './evidence-fixture.ts'

const WAITING = { by: 'sign-in', forMs: 31 * MINUTE_MS, overdue: true, pinRanOut: false } as const
const KEPT_OFF: Given = { openedFrom: 'outside', probes: [probe('refused')], permission: 'denied' }

type Rows = readonly (readonly [what: string, given: Given])[]

const TABLE: Record<Cause, { readonly out: Rows; readonly left: Rows }> = {
  'not-claimed': {
    out: [
      ['it is claimed', { server: CLAIMED }],
      ['it is not claimed, since the code ran out', { server: UNCLAIMED, code: 'ran-out' }],
    ],
    left: [
      ['it is not claimed', { server: UNCLAIMED }],
      ['a code ran out, and nobody knows whether it is claimed', { code: 'ran-out' }],
      ['a code was refused', { server: UNCLAIMED, code: 'refused' }],
    ],
  },
  revoked: {
    out: [
      ['nothing was changed', { server: CLAIMED, answers: { changed: 'no' } }],
      ['the server was removed from the account', { server: CLAIMED, answers: { changed: 'removed' } }],
      ['nobody has claimed it', { server: UNCLAIMED }],
      [
        'nobody has claimed it, and a password is new',
        { server: UNCLAIMED, answers: { changed: 'password' } },
      ],
    ],
    left: [
      ['a password is new', { server: CLAIMED, answers: { changed: 'password' } }],
      ['a code was turned away', { server: UNCLAIMED, code: 'turned-away' }],
      [
        'somebody recognised it, and nobody has claimed it',
        { server: UNCLAIMED, answers: { sees: 'revoked' } },
      ],
      ['nothing is known', {}],
    ],
  },
  'removed-from-account': {
    out: [
      ['nothing was changed', { server: CLAIMED, answers: { changed: 'no' } }],
      ['a password is new', { server: CLAIMED, answers: { changed: 'password' } }],
    ],
    left: [
      ['it was removed', { server: CLAIMED, answers: { changed: 'removed' } }],
      ['nobody said', { server: CLAIMED }],
    ],
  },
  'another-account': {
    out: [['nobody has claimed it', { server: UNCLAIMED, answers: { sees: 'another-account' } }]],
    left: [
      ['it is claimed', { server: CLAIMED }],
      ['nothing is known', {}],
    ],
  },
  'lost-identity': {
    out: [
      ['nothing was moved', { server: UNCLAIMED, answers: { moved: 'no' } }],
      ['it is claimed, and the one that is expected', { server: CLAIMED, identity: 'expected' }],
    ],
    left: [
      ['two answer in turn', { server: UNCLAIMED, answering: 'in-turn', answers: { moved: 'no' } }],
      ['it is claimed, and another one', { server: CLAIMED, identity: 'other' }],
      [
        'it is not claimed, and the one that is expected',
        { server: UNCLAIMED, identity: 'expected', answers: { moved: 'reinstalled' } },
      ],
      [
        'it is the one that is expected, and was moved',
        { server: CLAIMED, identity: 'expected', answers: { moved: 'moved' } },
      ],
      [
        'it is the one that is expected, and somebody recognised this',
        { server: CLAIMED, identity: 'expected', answers: { sees: 'lost-identity' } },
      ],
    ],
  },
  'another-user': {
    out: [
      ['it runs as an app', { server: UNCLAIMED, answers: { runs: 'windows-app' } }],
      ['it runs on Linux, as the file says', { server: UNCLAIMED, platform: 'Linux' }],
    ],
    left: [
      ['it runs as a service of Windows', { server: UNCLAIMED, answers: { runs: 'windows-service' } }],
      ['it runs on Windows, as the file says', { server: UNCLAIMED, platform: 'Windows' }],
      ['nobody knows where it runs', { server: UNCLAIMED }],
    ],
  },
  'not-local': {
    out: [
      ['it is claimed', { server: server('claimed', { kind: 'public' }) }],
      ['its address is one of home', { server: UNCLAIMED }],
    ],
    left: [
      ['its address is a public one', { server: server('unclaimed', { kind: 'public' }) }],
      ['its address is that of a container', { server: server('unclaimed', { container: true }) }],
      ['it turned a code away', { server: UNCLAIMED, code: 'turned-away' }],
      ['it is rented', { server: UNCLAIMED, answers: { runs: 'rented' } }],
      ['somebody recognised it', { server: UNCLAIMED, answers: { sees: 'not-local' } }],
      ['nothing answers', {}],
    ],
  },
  'account-out-of-reach': {
    out: [
      ['it is claimed', { server: CLAIMED, account: 'unreachable' }],
      ['nobody has tried', { server: UNCLAIMED }],
      ['a code ran out here, and was never sent', { server: UNCLAIMED, code: 'ran-out' }],
    ],
    left: [
      ['a sign-in takes too long', { server: UNCLAIMED, waiting: WAITING }],
      [
        'a sign-in takes long',
        { server: UNCLAIMED, waiting: { ...WAITING, overdue: false, forMs: 6 * MINUTE_MS } },
      ],
      ['a code was sent', { server: UNCLAIMED, code: 'accepted' }],
      ['a clock is off', { server: UNCLAIMED, clockOffMs: 6 * MINUTE_MS }],
      ['nobody reaches the account from here', { server: UNCLAIMED, account: 'unreachable' }],
      ['somebody recognised it', { server: UNCLAIMED, answers: { sees: 'account-out-of-reach' } }],
    ],
  },
  'not-running': {
    out: [['it answers', { server: UNCLAIMED }]],
    left: [
      ['it does not answer any more', { server: server('claimed', { health: 'failing' }) }],
      ['nothing answers', { probes: [probe('silent')] }],
    ],
  },
  'damaged-database': {
    out: [
      ['it answers', { server: UNCLAIMED }],
      ['it has only begun to start', { startingForMs: MINUTE_MS }],
    ],
    left: [
      ['it starts for six minutes', { startingForMs: 6 * MINUTE_MS }],
      ['somebody recognised it', { server: UNCLAIMED, answers: { sees: 'damaged-database' } }],
    ],
  },
  'afraid-of-registry': {
    out: [
      ['nobody has claimed it', { server: UNCLAIMED, platform: 'Windows' }],
      ['it runs on Linux', { server: CLAIMED, answers: { runs: 'linux' } }],
      ['it runs on Linux, as the file says', { server: CLAIMED, platform: 'Linux' }],
    ],
    left: [
      ['it turned a code away', { server: UNCLAIMED, code: 'turned-away' }],
      ['it runs on Windows', { server: CLAIMED, answers: { runs: 'windows-app' } }],
      ['it runs on Windows, as the file says', { server: CLAIMED, platform: 'Windows' }],
      ['nobody knows where it runs', { server: CLAIMED }],
    ],
  },
  'broken-route': {
    out: [
      ['it is not claimed', { server: UNCLAIMED, answers: { sees: 'broken-route' } }],
      ['it is claimed, and off', { server: server('claimed', { health: 'failing' }) }],
      ['nothing answers, and nobody recognised it', { probes: [probe('silent')] }],
    ],
    left: [
      ['it is claimed, and answers', { server: CLAIMED }],
      ['nothing answers, and somebody recognised it', { answers: { sees: 'broken-route' } }],
      ['its port closes at once', { probes: [probe('refused')] }],
    ],
  },
  blocked: {
    out: [
      ['a server answers', { server: UNCLAIMED }],
      ['somebody answers', { probes: [probe('refused'), probe('another-product')] }],
    ],
    left: [
      ['all are silent or refused', { probes: [probe('refused'), probe('silent')] }],
      ['nobody was asked', {}],
    ],
  },
  'code-spent': {
    out: [
      ['it is claimed', { server: CLAIMED, code: 'refused' }],
      ['the server took the code', { server: UNCLAIMED, code: 'accepted' }],
      ['nobody has a code', { server: UNCLAIMED }],
      ['nobody answered to the code', { server: UNCLAIMED, code: 'unanswered' }],
      ['a sign-in takes too long', { server: UNCLAIMED, waiting: WAITING }],
    ],
    left: [
      ['the code was refused', { server: UNCLAIMED, code: 'refused' }],
      ['the PIN ran out', { server: UNCLAIMED, waiting: { ...WAITING, pinRanOut: true } }],
      ['somebody recognised it', { server: UNCLAIMED, answers: { sees: 'code-spent' } }],
    ],
  },
  unknown: {
    out: [],
    left: [
      ['nothing is known', {}],
      ['all is well', { server: CLAIMED, answers: { changed: 'no', moved: 'no', runs: 'linux' } }],
    ],
  },
}

describe.each(Object.entries(TABLE) as [Cause, (typeof TABLE)[Cause]][])('%s', (cause, { out, left }) => {
  it.each(out)('is ruled out where %s', (_what, given) => {
    expect(isRuledOut(cause, evidence(given))).toBe(true)
  })
  it.each(left)('may be where %s', (_what, given) => {
    expect(isRuledOut(cause, evidence(given))).toBe(false)
  })
})

it('while a server starts, nothing is left but that, and a database that takes too long', () => {
  const left = CAUSES.filter((cause) => !isRuledOut(cause, evidence({ startingForMs: 6 * MINUTE_MS })))
  expect(left).toEqual(['not-running', 'damaged-database'])
})

it('where the browser says that it keeps everything from the page, nothing else is left', () => {
  expect(CAUSES.filter((cause) => !isRuledOut(cause, evidence(KEPT_OFF)))).toEqual(['blocked'])
  const asked = evidence({ ...KEPT_OFF, permission: 'prompt' })
  expect(CAUSES.filter((cause) => !isRuledOut(cause, asked)).length).toBeGreaterThan(1)
})

describe('beyond doubt', () => {
  const proven = (given: Given): readonly Cause[] =>
    CAUSES.filter((cause) => isProven(cause, evidence(given)))

  it.each<readonly [what: string, given: Given, causes: readonly Cause[]]>([
    ['nobody has claimed it', { server: UNCLAIMED }, ['not-claimed']],
    [
      'nobody has claimed it, and the file says that it must be',
      { server: UNCLAIMED, enforced: true },
      ['not-claimed'],
    ],
    ['nobody has claimed it, and it needn’t be', { server: UNCLAIMED, enforced: false }, []],
    ['it is another machine, which nobody has claimed', { server: UNCLAIMED, identity: 'other' }, []],
    ['a sign-in took too long', { server: UNCLAIMED, waiting: WAITING }, []],
    ['the server refused a code', { server: UNCLAIMED, code: 'refused' }, []],
    [
      'a code ran out here, and was never sent',
      { server: UNCLAIMED, code: 'ran-out' },
      ['not-claimed', 'code-spent'],
    ],
    ['a code ran out, and it is claimed by now', { server: CLAIMED, code: 'ran-out' }, []],
    ['it says that it starts', { startingForMs: 0 }, ['not-running']],
    ['the browser keeps the page off', KEPT_OFF, ['blocked']],
    ['nothing answers', { probes: [probe('silent')] }, []],
    ['nothing is known', {}, []],
  ])('%s', (_what, given, causes) => {
    expect(proven(given).toSorted()).toEqual(causes.toSorted())
  })
})
