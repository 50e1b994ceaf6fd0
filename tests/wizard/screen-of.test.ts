import { describe, expect, it } from 'vitest'
import { STEADY_AFTER_MS } from '../../src/server/address-history.ts'
import type { Facts } from '../../src/wizard/facts/facts.ts'
import { healthOn, machineOn, type Screen, type ScreenName } from '../../src/wizard/screen/screen.ts'
import {
  at,
  ATTIC,
  CELLAR,
  factsOf,
  FAR,
  historyFrom,
  HERE,
  LAN,
  LAN_2,
  notNow,
  says,
  signingIn,
  stampOf,
  screenFor,
} from './facts-fixture.ts'

const OWN = { source: 'own-origin' } as const
const URL = { source: 'url' } as const
const USED = { source: 'used', expects: ATTIC } as const
const stamped = { stamp: stampOf(ATTIC) }
const away = { notes: { [ATTIC]: signingIn() } }
const awayTooLong = { notes: { [ATTIC]: signingIn(31 * 60_000) } }
const codeRanOut = { notes: { [ATTIC]: signingIn(16 * 60_000, 15 * 60_000) } }
const backLong = { notes: { [ATTIC]: signingIn(60_000, null, { back: 30_000 }) } }
const UNCLAIMED = at(LAN, historyFrom('unclaimed'))
/** A minute after somebody left, when the server answered at one second; `agoMs` is when the person was last seen to come back. */
const back = (agoMs: number): Facts =>
  factsOf([UNCLAIMED], { notes: { [ATTIC]: signingIn(60_000) }, returnedAtMs: 1_000 - agoMs })
const declined = { notes: { [ATTIC]: notNow() } }

type Summary = { readonly name: ScreenName; readonly server?: string; readonly health?: string }

/** What a person would notice of a screen. */
function summaryOf(screen: Screen): Summary {
  const health = healthOn(screen)
  return {
    name: screen.name,
    ...(screen.server === null ? {} : { server: screen.server.identity.machineIdentifier }),
    ...(health === null ? {} : { health }),
  }
}

type Row = readonly [what: string, facts: Facts, expected: Summary]

function rows(name: string, table: readonly Row[]): void {
  it.each(table)(`${name}: %s`, (_what, facts, expected) => {
    expect(summaryOf(screenFor(facts))).toEqual(expected)
  })
}

describe('each stage has its facts', () => {
  rows('looking', [
    ['nobody was heard yet', factsOf([at(LAN, null)]), { name: 'looking' }],
    [
      'one address is still to be heard, the others failed',
      factsOf([at(LAN, historyFrom('refused')), at(HERE, null)]),
      { name: 'looking' },
    ],
    [
      'a first "claimed" waits for the second',
      factsOf([at(LAN, historyFrom('claimed'))]),
      { name: 'found', server: ATTIC },
    ],
  ])

  rows('choosing', [
    [
      'two servers answer and none is meant',
      factsOf([at(LAN, historyFrom('unclaimed')), at(LAN_2, historyFrom(says('unclaimed', { by: CELLAR })))]),
      { name: 'choosing' },
    ],
    [
      'they are at different stages',
      factsOf([
        at(LAN, historyFrom('503', says('unknown', { startState: true }))),
        at(LAN_2, historyFrom(says('claimed', { by: CELLAR }), says('claimed', { by: CELLAR }))),
      ]),
      { name: 'choosing' },
    ],
  ])

  rows('missing', [
    [
      'all addresses failed',
      factsOf([at(LAN, historyFrom('refused')), at(HERE, historyFrom('silent'))]),
      { name: 'missing' },
    ],
    ['nobody was there to ask', factsOf([]), { name: 'missing' }],
    [
      'an address far away is contacted only when the person agrees',
      factsOf([at(LAN, historyFrom('claimed', 'claimed'))], { unasked: FAR }),
      { name: 'ask-first' },
    ],
  ])

  rows('blocked', [
    [
      'a page from https was refused everywhere',
      factsOf([at(LAN, historyFrom('refused'))], { pageOrigin: FAR }),
      { name: 'blocked' },
    ],
  ])

  rows('unreadable', [
    ['somebody hides the reply', factsOf([at(LAN, historyFrom('unreadable'))]), { name: 'hidden' }],
    [
      'a server does not say whether it is claimed',
      factsOf([at(LAN, historyFrom('unknown'))]),
      { name: 'no-claim-state', server: ATTIC },
    ],
  ])

  rows('stranger', [
    [
      'another product answers',
      factsOf([at(LAN, historyFrom('another-product'))]),
      { name: 'another-product' },
    ],
    [
      'another machine answers where the stamped one is wanted',
      factsOf([at(LAN, historyFrom(says('unclaimed', { by: CELLAR })))], stamped),
      { name: 'another-machine' },
    ],
    [
      'the machine at an address was exchanged',
      factsOf([at(LAN, historyFrom('unclaimed', says('unclaimed', { by: CELLAR })))]),
      { name: 'another-machine' },
    ],
  ])

  rows('starting', [
    ['503 before it ever said who it is', factsOf([at(LAN, historyFrom('503'))]), { name: 'starting' }],
    [
      'unclaimed, with a start state',
      factsOf([at(LAN, historyFrom(says('unclaimed', { startState: true })))]),
      { name: 'starting', server: ATTIC },
    ],
  ])

  rows('unclaimed', [
    ['found', factsOf([at(LAN, historyFrom('unclaimed'))]), { name: 'unclaimed', server: ATTIC }],
    [
      'the person said not now',
      factsOf([at(LAN, historyFrom('unclaimed'))], declined),
      { name: 'declined', server: ATTIC },
    ],
  ])

  rows('confirming', [
    [
      'somebody has gone to sign in',
      factsOf([at(LAN, historyFrom('unclaimed'))], away),
      { name: 'confirming', server: ATTIC, health: 'answering' },
    ],
    [
      'and has been gone for more than half an hour',
      factsOf([at(LAN, historyFrom('unclaimed'))], awayTooLong),
      { name: 'overdue', server: ATTIC, health: 'answering' },
    ],
    [
      'and the code they left with has run out',
      factsOf([at(LAN, historyFrom('unclaimed'))], codeRanOut),
      { name: 'overdue', server: ATTIC, health: 'answering' },
    ],
    [
      'the first "claimed" waits for the second',
      factsOf([at(LAN, historyFrom('unclaimed', 'claimed'))], away),
      { name: 'confirming', server: ATTIC, health: 'answering' },
    ],
    ['the person is just back', back(19_999), { name: 'confirming', server: ATTIC, health: 'answering' }],
    [
      'and has been for 20 s, in which nothing changed',
      back(20_000),
      { name: 'ask-finished', server: ATTIC, health: 'answering' },
    ],
    [
      'came back before they left: they are still away',
      back(60_001),
      { name: 'confirming', server: ATTIC, health: 'answering' },
    ],
    [
      'nobody is back while the tab is hidden',
      { ...back(30_000), visible: false },
      { name: 'confirming', server: ATTIC, health: 'answering' },
    ],
    [
      'a note knows that they were back before, whatever window is looked at now',
      factsOf([UNCLAIMED], {
        notes: { [ATTIC]: signingIn(60_000, null, { back: 25_000 }) },
        returnedAtMs: 900,
      }),
      { name: 'ask-finished', server: ATTIC, health: 'answering' },
    ],
    [
      'they have finished, they say',
      factsOf([UNCLAIMED], {
        notes: { [ATTIC]: signingIn(90_000, null, { back: 70_000, finished: 59_999 }) },
      }),
      { name: 'confirming', server: ATTIC, health: 'answering' },
    ],
    [
      'and a minute later it is overdue',
      factsOf([UNCLAIMED], {
        notes: { [ATTIC]: signingIn(90_000, null, { back: 80_000, finished: 60_000 }) },
      }),
      { name: 'overdue', server: ATTIC, health: 'answering' },
    ],
    [
      'a server that restarts meanwhile is no reason to ask',
      factsOf([at(LAN, historyFrom('unclaimed', '503'))], backLong),
      { name: 'confirming', server: ATTIC, health: 'starting' },
    ],
    [
      'one lost answer does not take the question away',
      factsOf([at(LAN, historyFrom('unclaimed', 'silent'))], backLong),
      { name: 'ask-finished', server: ATTIC, health: 'failing' },
    ],
    [
      'reopened, and the first answer says "claimed"',
      factsOf([at(LAN, historyFrom('claimed'))], backLong),
      { name: 'confirming', server: ATTIC, health: 'answering' },
    ],
    [
      'reopened, and the server has not been heard yet',
      factsOf([at(LAN, null)], { ...stamped, ...away }),
      { name: 'confirming', health: 'answering' },
    ],
    [
      'reopened without a stamp, at an address used before',
      factsOf([at(LAN, null, USED)], away),
      { name: 'confirming', health: 'answering' },
    ],
  ])

  rows('claimed', [
    [
      'two answers agree',
      factsOf([at(LAN, historyFrom('claimed', 'claimed'))]),
      { name: 'claimed', server: ATTIC, health: 'answering' },
    ],
  ])
})

describe('the server beats the note', () => {
  rows('note', [
    [
      'claimed, whatever the person decided',
      factsOf([at(LAN, historyFrom('claimed', 'claimed'))], away),
      { name: 'claimed', server: ATTIC, health: 'answering' },
    ],
    [
      'claimed, though it took too long',
      factsOf([at(LAN, historyFrom('claimed', 'claimed'))], awayTooLong),
      { name: 'claimed', server: ATTIC, health: 'answering' },
    ],
    [
      'claimed, though the person said not now',
      factsOf([at(LAN, historyFrom('claimed', 'claimed'))], declined),
      { name: 'claimed', server: ATTIC, health: 'answering' },
    ],
    [
      'an old note waits for the first settled answer',
      factsOf([at(LAN, historyFrom('claimed'))], awayTooLong),
      { name: 'found', server: ATTIC },
    ],
    [
      'a note about another server changes nothing',
      factsOf([at(LAN, historyFrom('unclaimed'))], { notes: { [CELLAR]: signingIn() } }),
      { name: 'unclaimed', server: ATTIC },
    ],
    [
      'an old note and a server that does not answer: nobody waits for ever',
      factsOf([at(LAN, historyFrom('silent'))], { ...stamped, ...awayTooLong }),
      { name: 'missing' },
    ],
    [
      '"not now" and a server that does not answer',
      factsOf([at(LAN, historyFrom('silent'))], { ...stamped, ...declined }),
      { name: 'missing' },
    ],
    [
      'signed out again while the page was open',
      factsOf([at(LAN, historyFrom('claimed', 'claimed', 'unclaimed'))]),
      { name: 'unclaimed', server: ATTIC },
    ],
  ])
})

describe('the last good answer beats the latest failure', () => {
  rows('failure', [
    [
      'one lost packet while unclaimed',
      factsOf([at(LAN, historyFrom('unclaimed', 'silent'))]),
      { name: 'unclaimed', server: ATTIC },
    ],
    [
      'three failures within ten seconds',
      factsOf([at(LAN, historyFrom('unclaimed', 'silent', 'silent', 'silent'))]),
      { name: 'unclaimed', server: ATTIC },
    ],
    [
      'ten seconds, but only two failures',
      factsOf([at(LAN, historyFrom('unclaimed', 'silent', 'silent'))], { laterMs: 60_000 }),
      { name: 'unclaimed', server: ATTIC },
    ],
    [
      'three failures and more than ten seconds: given up',
      factsOf([at(LAN, historyFrom('unclaimed', 'silent', 'silent', 'silent'))], { laterMs: 7_001 }),
      { name: 'missing' },
    ],
    [
      'given up, and back again',
      factsOf([
        at(LAN, historyFrom('unclaimed', 'silent', 'silent', says('silent', { atMs: 60_000 }), 'unclaimed')),
      ]),
      { name: 'unclaimed', server: ATTIC },
    ],
    [
      'claimed stays claimed while it is switched off',
      factsOf([at(LAN, historyFrom('claimed', 'claimed', 'refused', 'refused', 'refused', 'refused'))], {
        laterMs: 3_600_000,
      }),
      { name: 'claimed', server: ATTIC, health: 'failing' },
    ],
    [
      'claimed, and it hides its replies now',
      factsOf([at(LAN, historyFrom('claimed', 'claimed', 'unreadable'))]),
      { name: 'claimed', server: ATTIC, health: 'unreadable' },
    ],
    [
      'claimed, and it restarts',
      factsOf([at(LAN, historyFrom('claimed', 'claimed', '503'))]),
      { name: 'claimed', server: ATTIC, health: 'starting' },
    ],
    [
      'claimed, restarted, and then switched off: it is not starting any more',
      factsOf([at(LAN, historyFrom('claimed', 'claimed', '503', 'refused', 'refused', 'refused'))], {
        laterMs: 3_600_000,
      }),
      { name: 'claimed', server: ATTIC, health: 'failing' },
    ],
    [
      'another machine, and one lost packet',
      factsOf([at(LAN, historyFrom(says('unclaimed', { by: CELLAR }), 'silent'))], stamped),
      { name: 'another-machine' },
    ],
  ])
})

describe('waiting survives', () => {
  rows('survives', [
    [
      'one lost packet',
      factsOf([at(LAN, historyFrom('unclaimed', 'silent'))], away),
      { name: 'confirming', server: ATTIC, health: 'failing' },
    ],
    [
      'a restart',
      factsOf([at(LAN, historyFrom('unclaimed', '503'))], away),
      { name: 'confirming', server: ATTIC, health: 'starting' },
    ],
    [
      'a server that hides its replies',
      factsOf([at(LAN, historyFrom('unclaimed', 'unreadable'))], away),
      { name: 'confirming', server: ATTIC, health: 'unreadable' },
    ],
    [
      'a server that stopped saying whether it is claimed',
      factsOf([at(LAN, historyFrom('unclaimed', 'unknown'))], away),
      { name: 'confirming', server: ATTIC, health: 'answering' },
    ],
    [
      'a stamped server that is off',
      factsOf([at(LAN, historyFrom('refused'))], { ...stamped, ...away }),
      { name: 'confirming', health: 'failing' },
    ],
    [
      'a stamped server that is off at one address, and still to be heard at another',
      factsOf([at(LAN, historyFrom('refused')), at(LAN_2, null)], { ...stamped, ...away }),
      { name: 'confirming', health: 'answering' },
    ],
    [
      'a stamped server that only says 503',
      factsOf([at(LAN, historyFrom('503'))], { ...stamped, ...away }),
      { name: 'confirming', health: 'starting' },
    ],
    [
      'a stamped server that cannot be read',
      factsOf([at(LAN, historyFrom('unreadable'))], { ...stamped, ...away }),
      { name: 'confirming', health: 'unreadable' },
    ],
    [
      'some other product at its address',
      factsOf([at(LAN, historyFrom('another-product'))], { ...stamped, ...away }),
      { name: 'confirming', health: 'failing' },
    ],
    [
      'a stamped server given up at its address',
      factsOf([at(LAN, historyFrom('unclaimed', 'silent', 'silent', 'silent'))], {
        ...stamped,
        ...away,
        laterMs: 60_000,
      }),
      { name: 'confirming', health: 'failing' },
    ],
    [
      'a server at an address used before that is off',
      factsOf(
        [at(LAN, historyFrom('silent'), USED), at(HERE, historyFrom('refused'), { source: 'loopback' })],
        away,
      ),
      { name: 'confirming', health: 'failing' },
    ],
    [
      'a changed address',
      factsOf(
        [
          at(LAN, historyFrom('unclaimed', 'silent')),
          at(LAN_2, historyFrom(says('unclaimed', { atMs: 2_500 }))),
        ],
        {
          ...stamped,
          ...away,
        },
      ),
      { name: 'confirming', server: ATTIC, health: 'answering' },
    ],
  ])
})

describe('another machine is never taken for the one that is wanted', () => {
  rows('machine', [
    [
      'another one voids the note',
      factsOf([at(LAN, historyFrom(says('unclaimed', { by: CELLAR })))], { ...stamped, ...away }),
      { name: 'another-machine' },
    ],
    [
      'also without a stamp, where the address was used before',
      factsOf([at(LAN, historyFrom(says('unclaimed', { by: CELLAR })), USED)], away),
      { name: 'another-machine' },
    ],
    [
      'also when the right one was there a moment ago',
      factsOf(
        [at(LAN, historyFrom('unclaimed', says('claimed', { by: CELLAR }), says('claimed', { by: CELLAR })))],
        away,
      ),
      { name: 'another-machine' },
    ],
    [
      'its own note does not help it either',
      factsOf([at(LAN, historyFrom(says('unclaimed', { by: CELLAR })))], {
        ...stamped,
        notes: { [CELLAR]: signingIn() },
      }),
      { name: 'another-machine' },
    ],
    [
      'the stamped one is on screen, whoever else answers',
      factsOf(
        [at(LAN, historyFrom(says('unclaimed', { by: CELLAR }))), at(LAN_2, historyFrom('unclaimed'))],
        stamped,
      ),
      { name: 'unclaimed', server: ATTIC },
    ],
    [
      'the stamped one is starting, another one is ready',
      factsOf(
        [at(LAN, historyFrom(says('unclaimed', { by: CELLAR }))), at(LAN_2, historyFrom('503'))],
        stamped,
      ),
      { name: 'starting' },
    ],
    [
      'the stamp holds for the address in the URL as well',
      factsOf(
        [at(LAN, historyFrom(says('claimed', { by: CELLAR }), says('claimed', { by: CELLAR })), URL)],
        stamped,
      ),
      { name: 'another-machine' },
    ],
    [
      'unless the person chose it',
      factsOf([at(LAN, historyFrom(says('unclaimed', { by: CELLAR })))], { ...stamped, chosen: CELLAR }),
      { name: 'unclaimed', server: CELLAR },
    ],
    [
      'and then the stamped one is the stranger',
      factsOf([at(LAN, historyFrom('unclaimed'))], { ...stamped, chosen: CELLAR }),
      { name: 'another-machine' },
    ],
    [
      'where a server serves this page, the first that answered there is the one',
      factsOf([at(LAN, historyFrom('unclaimed', says('unclaimed', { by: CELLAR })), OWN)]),
      { name: 'another-machine' },
    ],
    [
      'where a server serves this page, no other is offered',
      factsOf([
        at(LAN, historyFrom('unclaimed'), OWN),
        at(LAN_2, historyFrom(says('unclaimed', { by: CELLAR })), { source: 'used' }),
      ]),
      { name: 'unclaimed', server: ATTIC },
    ],
    [
      'where a server serves this page and has gone, no other is offered',
      factsOf(
        [
          at(LAN, historyFrom('unclaimed', 'refused', 'refused', 'refused'), OWN),
          at(LAN_2, historyFrom(says('unclaimed', { by: CELLAR })), { source: 'used' }),
        ],
        { laterMs: 60_000 },
      ),
      { name: 'missing' },
    ],
    [
      'the stamp beats the server that serves this page',
      factsOf(
        [at(LAN, historyFrom(says('unclaimed', { by: CELLAR })), OWN), at(LAN_2, historyFrom('unclaimed'))],
        stamped,
      ),
      { name: 'unclaimed', server: ATTIC },
    ],
    [
      'an earlier visit alone promises nothing: whoever is there now',
      factsOf([at(LAN, historyFrom(says('unclaimed', { by: CELLAR })), USED)]),
      { name: 'unclaimed', server: CELLAR },
    ],
    [
      'nor does a note that is too old',
      factsOf([at(LAN, historyFrom(says('unclaimed', { by: CELLAR })), USED)], awayTooLong),
      { name: 'unclaimed', server: CELLAR },
    ],
    [
      'at the address in the URL, whoever it is',
      factsOf([at(LAN, historyFrom(says('unclaimed', { by: CELLAR })), URL)]),
      { name: 'unclaimed', server: CELLAR },
    ],
    [
      'a note about another server does not make the one in the URL a stranger',
      factsOf([at(LAN, historyFrom(says('unclaimed', { by: CELLAR })), URL)], away),
      { name: 'unclaimed', server: CELLAR },
    ],
  ])
})

describe('several servers', () => {
  const both = [at(LAN, historyFrom('unclaimed')), at(LAN_2, historyFrom(says('unclaimed', { by: CELLAR })))]
  rows('several', [
    [
      'the awaited one is on screen',
      factsOf(both, { notes: { [CELLAR]: signingIn() } }),
      { name: 'confirming', server: CELLAR, health: 'answering' },
    ],
    [
      'a note that is too old decides nothing',
      factsOf(both, { notes: { [CELLAR]: signingIn(31 * 60_000) } }),
      { name: 'choosing' },
    ],
    ['"not now" decides nothing', factsOf(both, { notes: { [CELLAR]: notNow() } }), { name: 'choosing' }],
    ['the chosen one is on screen', factsOf(both, { chosen: CELLAR }), { name: 'unclaimed', server: CELLAR }],
    [
      'one of them is given up',
      factsOf([
        at(LAN, historyFrom('unclaimed', 'silent', 'silent', 'silent', says('silent', { atMs: 30_000 }))),
        both[1] ?? at(LAN_2, null),
      ]),
      { name: 'unclaimed', server: CELLAR },
    ],
    [
      'the same server at two addresses is one',
      factsOf([at(LAN, historyFrom('unclaimed')), at(LAN_2, historyFrom('unclaimed'))]),
      { name: 'unclaimed', server: ATTIC },
    ],
  ])

  it('are offered once each, at the address that answered first', () => {
    const stage = screenFor(
      factsOf([
        at(LAN, historyFrom(says('unclaimed', { atMs: 300 }))),
        at(LAN_2, historyFrom(says('unclaimed', { atMs: 200 }))),
        at(HERE, historyFrom(says('unclaimed', { by: CELLAR }))),
      ]),
    )
    expect(stage).toMatchObject({ name: 'choosing', servers: [{ address: LAN_2 }, { address: HERE }] })
  })
})

describe('one server at two addresses', () => {
  it('is asked at the one that answers', () => {
    const stage = screenFor(
      factsOf([
        at(LAN, historyFrom('unclaimed', 'silent')),
        at(LAN_2, historyFrom(says('unclaimed', { atMs: 1_500 }))),
      ]),
    )
    expect(stage.server?.address).toBe(LAN_2)
  })

  it('keeps its address while nothing is the matter', () => {
    const stage = screenFor(
      factsOf([
        at(LAN, historyFrom('unclaimed', 'unclaimed')),
        at(LAN_2, historyFrom(says('unclaimed', { atMs: 900 }))),
      ]),
    )
    expect(stage.server?.address).toBe(LAN_2)
  })

  // The other address was heard once, in the beginning, and is not asked while the first one answers.
  rows('an answer from before the claim is not news', [
    [
      'claimed at one address, which then drops a packet',
      factsOf([
        at(LAN, historyFrom('unclaimed', 'claimed', 'claimed', 'silent')),
        at(LAN_2, historyFrom('unclaimed')),
      ]),
      { name: 'claimed', server: ATTIC, health: 'failing' },
    ],
    [
      'claimed all along, asked twice at one address only',
      factsOf([at(LAN, historyFrom('claimed', 'claimed', 'silent')), at(LAN_2, historyFrom('claimed'))]),
      { name: 'claimed', server: ATTIC, health: 'failing' },
    ],
    [
      'claimed, and the other address never said whether it is',
      factsOf([
        at(LAN, historyFrom('unknown', 'claimed', 'claimed', 'silent')),
        at(LAN_2, historyFrom('unknown')),
      ]),
      { name: 'claimed', server: ATTIC, health: 'failing' },
    ],
    [
      'claimed, and it restarts',
      factsOf([
        at(LAN, historyFrom('unclaimed', 'claimed', 'claimed', '503')),
        at(LAN_2, historyFrom('unclaimed')),
      ]),
      { name: 'claimed', server: ATTIC, health: 'starting' },
    ],
    [
      'a newer answer of the other address is news',
      factsOf([
        at(LAN, historyFrom('claimed', 'claimed', 'silent')),
        at(LAN_2, historyFrom('claimed', says('unclaimed', { atMs: 9_000 }))),
      ]),
      { name: 'unclaimed', server: ATTIC },
    ],
  ])
})

describe('claimed at one address, which then fails, while the other one is asked again', () => {
  const failing = historyFrom('unclaimed', 'claimed', 'claimed', 'silent')
  const claimedLater = says('claimed', { atMs: 6_000 })
  it.each([
    ['and says claimed for the first time', failing, historyFrom(claimedLater)],
    ['and says claimed, unclaimed before', failing, historyFrom('unclaimed', claimedLater)],
    ['and says claimed, then nothing', failing, historyFrom('unclaimed', claimedLater, 'silent')],
    [
      'and says claimed, and the first one restarts',
      historyFrom('claimed', 'claimed', '503'),
      historyFrom('unclaimed', claimedLater),
    ],
    ['and says 503', failing, historyFrom('unclaimed', says('503', { atMs: 6_000 }))],
    ['and says nothing', failing, historyFrom('unclaimed', says('silent', { atMs: 6_000 }))],
  ])('stays claimed: %s', (_what, first, second) => {
    expect(screenFor(factsOf([at(LAN, first), at(LAN_2, second)])).name).toBe('claimed')
    expect(screenFor(factsOf([at(LAN_2, second), at(LAN, first)])).name).toBe('claimed')
  })
})

describe('starting', () => {
  rows('flaps', [
    [
      'in a gap of the start state',
      factsOf([at(LAN, historyFrom(says('unclaimed', { startState: true }), 'unclaimed'))]),
      { name: 'starting', server: ATTIC },
    ],
    [
      'until it has been steady for a while',
      factsOf([
        at(
          LAN,
          historyFrom(
            says('unclaimed', { startState: true }),
            says('unclaimed', { atMs: 1_000 + STEADY_AFTER_MS }),
          ),
        ),
      ]),
      { name: 'unclaimed', server: ATTIC },
    ],
    [
      'and one millisecond less is not enough',
      factsOf([
        at(
          LAN,
          historyFrom(
            says('unclaimed', { startState: true }),
            says('unclaimed', { atMs: 999 + STEADY_AFTER_MS }),
          ),
        ),
      ]),
      { name: 'starting', server: ATTIC },
    ],
    ['through a lost packet', factsOf([at(LAN, historyFrom('503', 'silent'))]), { name: 'starting' }],
    [
      'but not for ever',
      factsOf([at(LAN, historyFrom('503', 'silent', 'silent', 'silent'))], { laterMs: 7_001 }),
      { name: 'missing' },
    ],
    [
      'with a first "claimed"',
      factsOf([at(LAN, historyFrom(says('claimed', { startState: true })))]),
      { name: 'starting', server: ATTIC },
    ],
    [
      'and what is claimed is claimed while it starts',
      factsOf([
        at(LAN, historyFrom(says('claimed', { startState: true }), says('claimed', { startState: true }))),
      ]),
      { name: 'claimed', server: ATTIC, health: 'starting' },
    ],
    [
      'while somebody signs in',
      factsOf([at(LAN, historyFrom(says('unclaimed', { startState: true })))], away),
      { name: 'confirming', server: ATTIC, health: 'starting' },
    ],
    [
      'without a word about being claimed',
      factsOf([at(LAN, historyFrom(says('unknown', { startState: true })))]),
      { name: 'starting', server: ATTIC },
    ],
  ])

  it('says since when, gaps included', () => {
    const history = historyFrom('503', 'silent', says('unclaimed', { startState: true }), 'unclaimed')
    expect(screenFor(factsOf([at(LAN, history)]))).toMatchObject({ name: 'starting', sinceMs: 1_000 })
  })
})

describe('claimed needs two agreeing answers', () => {
  rows('agreement', [
    [
      '499 ms apart',
      factsOf([at(LAN, historyFrom('claimed', says('claimed', { atMs: 1_499 })))]),
      { name: 'found', server: ATTIC },
    ],
    [
      '500 ms apart',
      factsOf([at(LAN, historyFrom('claimed', says('claimed', { atMs: 1_500 })))]),
      { name: 'claimed', server: ATTIC, health: 'answering' },
    ],
    [
      'from two addresses at the same moment',
      factsOf([at(LAN, historyFrom('claimed')), at(LAN_2, historyFrom(says('claimed', { atMs: 1_100 })))]),
      { name: 'found', server: ATTIC },
    ],
    [
      'unclaimed until then',
      factsOf([at(LAN, historyFrom('unclaimed', 'claimed'))]),
      { name: 'unclaimed', server: ATTIC },
    ],
    [
      'never after a flag that cannot be read',
      factsOf([at(LAN, historyFrom('claimed', 'claimed', 'unknown'))]),
      { name: 'no-claim-state', server: ATTIC },
    ],
  ])
})

describe('an address that nobody agreed to', () => {
  it('is named, and nothing else is on screen', () => {
    const facts = factsOf([at(LAN, historyFrom('unclaimed'))], { unasked: FAR })
    expect(screenFor(facts)).toEqual({ name: 'ask-first', server: null, address: FAR })
  })
})

describe('the machine for automation', () => {
  it.each([
    ['of the server on screen', factsOf([at(LAN, historyFrom('unclaimed'))]), ATTIC],
    ['of one that is about to be shown as claimed', factsOf([at(LAN, historyFrom('claimed'))]), ATTIC],
    [
      'of the one that is waited for, though it is silent',
      factsOf([at(LAN, historyFrom('silent'))], { ...stamped, ...away }),
      ATTIC,
    ],
    [
      'of nobody while the person has to choose',
      factsOf([at(LAN, historyFrom('unclaimed')), at(LAN_2, historyFrom(says('unclaimed', { by: CELLAR })))]),
      null,
    ],
    [
      'of nobody when a stranger answers',
      factsOf([at(LAN, historyFrom(says('unclaimed', { by: CELLAR })))], stamped),
      null,
    ],
    ['of nobody when nobody answers', factsOf([at(LAN, historyFrom('silent'))], stamped), null],
  ])('is that %s', (_what, facts, expected) => {
    expect(machineOn(screenFor(facts))).toBe(expected)
  })
})
