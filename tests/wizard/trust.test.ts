import { describe, expect, it } from 'vitest'
import type { NamedAddress } from '../../src/wizard/facts/choices.ts'
import type { Facts } from '../../src/wizard/facts/facts.ts'
import { knownOf } from '../../src/wizard/screen/known.ts'
import { isNamed, standingOf } from '../../src/wizard/screen/trust.ts'
import { EMPTY_STAMP } from '../../src/stamp/stamp.ts'
import {
  address,
  at,
  ATTIC,
  CELLAR,
  factsOf,
  HERE,
  historyFrom,
  LAN,
  LAN_2,
  says,
  signingIn,
  stampOf,
  screenFor,
} from './facts-fixture.ts'

const OWN = { source: 'own-origin' } as const
const URL = { source: 'url' } as const
const USED = { source: 'used' } as const
const LOOP = { source: 'loopback' } as const
const SEARCH = { source: 'search' } as const
const stamped = { stamp: stampOf(ATTIC, { addresses: [LAN] }) }
const broken = { stamp: { ...EMPTY_STAMP, broken: true } }
const serversFor = (facts: Facts) => knownOf(facts).servers
const cellar = says('unclaimed', { by: CELLAR })

describe('an address is believed', () => {
  const standing = (where: Facts['candidates'][number]['address'], more: Parameters<typeof factsOf>[1]) =>
    standingOf(where, factsOf([at(where, historyFrom('unclaimed'), SEARCH)], more))
  const by = (how: NamedAddress['how'], where = LAN_2) => ({ named: [{ address: where, how }] })

  it('where the file names it', () => {
    expect(standing(LAN, stamped)).toBe('promised')
    expect(standing(LAN_2, stamped)).toBe('unnamed')
  })

  it('where the person typed it, or went through a tunnel to it, whatever the file says', () => {
    for (const more of [stamped, broken, {}])
      for (const how of ['typed', 'tunnel'] as const) {
        expect(standing(LAN_2, { ...more, ...by(how) })).toBe('promised')
        expect(standing(LAN_2, { ...more, ...by(how, HERE) })).toBe('unnamed')
      }
  })

  it('where the person picked it, unless the file names others or may have named them', () => {
    expect(standing(LAN_2, by('picked'))).toBe('promised')
    expect(standing(LAN_2, { ...by('picked'), stamp: stampOf(ATTIC) })).toBe('promised')
    expect(standing(LAN_2, { ...stamped, ...by('picked') })).toBe('unnamed')
    expect(standing(LAN_2, { ...broken, ...by('picked') })).toBe('unnamed')
  })

  it.each(['url', 'used', 'search'] as const)('from %s for no other reason than that', (source) => {
    for (const more of [stamped, broken, {}])
      expect(standingOf(LAN_2, factsOf([at(LAN_2, historyFrom('unclaimed'), { source })], more))).toBe(
        'unnamed',
      )
  })

  it('nowhere because a file says so that can only be read in part', () => {
    expect(standing(LAN, { stamp: stampOf(ATTIC, { addresses: [LAN], broken: true }) })).toBe('unnamed')
  })

  it('where the page came from, once a media server answers there', () => {
    const own = (word: Parameters<typeof historyFrom>[0] | null) =>
      standingOf(LAN, factsOf([at(LAN, word === null ? null : historyFrom(word), OWN)]))
    expect(own('unclaimed')).toBe('promised')
    expect(own('another-product')).toBe('unnamed')
    expect(own(null)).toBe('unnamed')
  })

  it('where the page came from, by what answers there and nowhere else', () => {
    const facts = factsOf([at(LAN_2, historyFrom('unclaimed'), URL), at(LAN, null, OWN)])
    expect(standingOf(LAN, facts)).toBe('unnamed')
    expect(standingOf(LAN, factsOf([], { pageOrigin: LAN }))).toBe('unnamed')
  })

  it('and is named, where it is believed at all', () => {
    expect(isNamed(LAN, factsOf([], stamped))).toBe(true)
    expect(isNamed(HERE, factsOf([]))).toBe(true)
    expect(isNamed(LAN_2, factsOf([], stamped))).toBe(false)
  })

  it('on this computer, if the page came from it or the file names no address', () => {
    expect(standing(HERE, { pageOrigin: address('http://127.0.0.1:32480'), ...stamped })).toBe('near')
    expect(standing(HERE, {})).toBe('near')
    expect(standing(HERE, stamped)).toBe('unnamed')
    expect(standing(HERE, broken)).toBe('unnamed')
    expect(standing(HERE, { pageOrigin: LAN })).toBe('unnamed')
  })
})

describe('the server on screen', () => {
  const shown = (facts: Facts) => serversFor(facts).map((server) => [server.address, server.standing])
  const impostor = historyFrom('claimed', 'claimed')

  it('is shown where nobody named its address, and is marked so', () => {
    const moved = factsOf(
      [at(LAN, historyFrom('silent')), at(LAN_2, historyFrom('unclaimed'), SEARCH)],
      stamped,
    )
    expect(shown(moved)).toEqual([[LAN_2, 'unnamed']])
  })

  it('is taken from where the file says, however fast another one answers like it', () => {
    const late = historyFrom(says('unclaimed', { atMs: 5_000 }))
    const facts = factsOf([at(LAN, late), at(LAN_2, historyFrom('unclaimed'), USED)], stamped)
    expect(shown(facts)).toEqual([[LAN, 'promised']])
  })

  it('is taken from a name that the file says rather than from a number that nobody said', () => {
    const name = address('http://attic.local:32400')
    const stamp = stampOf(ATTIC, { addresses: [name] })
    const facts = factsOf([at(name, historyFrom('unclaimed')), at(LAN_2, historyFrom('unclaimed'), USED)], {
      stamp,
    })
    expect(shown(facts)).toEqual([[name, 'promised']])
  })

  it.each([
    ['has not answered yet', null],
    ['is starting', historyFrom('503')],
    ['hides its answer', historyFrom('unreadable')],
  ] as const)('has nobody to stand in for it while the address in the file %s', (_what, history) => {
    expect(shown(factsOf([at(LAN, history), at(LAN_2, impostor, USED)], stamped))).toEqual([])
    expect(screenFor(factsOf([at(LAN, history), at(LAN_2, impostor, USED)], stamped)).name).not.toBe(
      'claimed',
    )
  })

  it('stays where it is after a lost answer, with what it said there', () => {
    const lost = historyFrom(says('unclaimed', { atMs: 0 }), says('silent', { atMs: 5_000 }))
    const facts = factsOf([at(LAN, lost), at(LAN_2, impostor, USED)], stamped)
    expect(serversFor(facts)).toMatchObject([{ address: LAN, standing: 'promised', settled: 'unclaimed' }])
  })

  it('does not wait for an address that nobody named', () => {
    const gone = at(LAN, historyFrom('refused'))
    const other = at(address('http://192.168.1.30:32400'), null, USED)
    expect(shown(factsOf([gone, at(LAN_2, impostor, USED), other], stamped))).toEqual([[LAN_2, 'unnamed']])
  })

  it.each(['another-product', 'turned-away', 'redirected', 'log-in', 'not-routed', 'too-large'] as const)(
    'is taken from elsewhere where what gave the page away is none: %s',
    (word) => {
      const facts = factsOf([at(LAN, historyFrom(word), OWN), at(LAN_2, historyFrom('unclaimed'), USED)])
      expect(shown(facts)).toEqual([[LAN_2, 'unnamed']])
    },
  )

  it.each(['silent', 'refused', 'unreadable', 'gateway', '503'] as const)(
    'is not taken from elsewhere while what gave the page away may be one: %s',
    (word) => {
      const facts = factsOf([at(LAN, historyFrom(word), OWN), at(LAN_2, historyFrom('unclaimed'), USED)])
      expect(shown(facts)).toEqual([])
    },
  )

  it('is only then taken from elsewhere when it was given up', () => {
    const gone = historyFrom(
      says('unclaimed', { atMs: 0 }),
      says('silent', { atMs: 5_000 }),
      says('silent', { atMs: 9_000 }),
      says('silent', { atMs: 13_000 }),
    )
    const facts = factsOf([at(LAN, gone), at(LAN_2, impostor, USED)], stamped)
    expect(shown(facts)).toEqual([[LAN_2, 'unnamed']])
  })

  it('is given up also where it hides its answer by now, or fell silent while it was starting', () => {
    const fails = (word: 'silent' | 'unreadable') =>
      [5_000, 9_000, 13_000].map((atMs) => says(word, { atMs }))
    for (const gone of [
      historyFrom(says('unclaimed', { atMs: 0 }), ...fails('unreadable')),
      historyFrom(says('503', { atMs: 0 }), ...fails('silent')),
    ]) {
      const facts = factsOf([at(LAN, gone), at(LAN_2, impostor, USED)], stamped)
      expect(shown(facts)).toEqual([[LAN_2, 'unnamed']])
    }
  })

  it('was linked, and stays so where it said so, whatever another one says', () => {
    const gone = historyFrom(
      says('claimed', { atMs: 0 }),
      says('claimed', { atMs: 1_000 }),
      says('refused', { atMs: 5_000 }),
      says('refused', { atMs: 9_000 }),
      says('refused', { atMs: 13_000 }),
    )
    const facts = factsOf([at(LAN, gone), at(LAN_2, historyFrom('unclaimed'), USED)], stamped)
    expect(serversFor(facts)).toMatchObject([{ address: LAN, standing: 'promised', settled: 'claimed' }])
  })

  it('does not become linked by the word of an address that may be believed less', () => {
    const attic = historyFrom(says('unclaimed', { atMs: 0 }))
    const facts = factsOf(
      [
        at(LAN, attic),
        at(LAN_2, historyFrom(says('claimed', { atMs: 10 }), says('claimed', { atMs: 900 })), USED),
      ],
      stamped,
    )
    expect(serversFor(facts)).toMatchObject([{ address: LAN, settled: 'unclaimed' }])
  })

  it('is not the faster program of this computer, where the file names another address', () => {
    const late = historyFrom(says('unclaimed', { atMs: 5_000 }))
    const facts = factsOf([at(LAN, late), at(HERE, historyFrom('unclaimed'), LOOP)], stamped)
    expect(shown(facts)).toEqual([[LAN, 'promised']])
  })

  it('is not one on this computer while the address in the file may still answer', () => {
    const origin = address('http://127.0.0.1:32480')
    const facts = factsOf(
      [at(LAN, null), at(origin, historyFrom('another-product'), OWN), at(HERE, impostor, LOOP)],
      stamped,
    )
    expect(shown(facts)).toEqual([])
  })

  it('is linked on this computer, and not only by hearsay, where nothing better was named', () => {
    expect(screenFor(factsOf([at(HERE, impostor, LOOP)])).name).toBe('claimed')
    expect(screenFor(factsOf([at(HERE, impostor, LOOP)], broken)).name).toBe('hearsay')
  })

  it('need not be heard where the page came from, if the file says which one it is', () => {
    const facts = factsOf([at(LAN, historyFrom('unclaimed')), at(LAN_2, null, OWN)], stamped)
    expect(shown(facts)).toEqual([[LAN, 'promised']])
  })

  it('is on this computer only after the machine that gave the page away, where both say the same', () => {
    const origin = address('http://127.0.0.1:32480')
    const late = historyFrom(says('unclaimed', { atMs: 5_000 }))
    const facts = factsOf([at(origin, late, OWN), at(HERE, historyFrom('unclaimed'), LOOP)])
    expect(shown(facts)).toEqual([[origin, 'promised']])
  })
})

describe('a note that this tab did not leave', () => {
  const two = [at(LAN, historyFrom('unclaimed'), USED), at(LAN_2, historyFrom(cellar), USED)]
  const forged = { notes: { [CELLAR]: signingIn() }, forged: true }

  it('does not answer which of two servers is meant', () => {
    expect(screenFor(factsOf(two, forged)).name).toBe('choosing')
    expect(screenFor(factsOf(two, { ...forged, forged: false }))).toMatchObject({
      name: 'confirming',
      machineIdentifier: CELLAR,
    })
  })

  it('does not make a machine wanted that nobody named', () => {
    const off = [at(LAN, historyFrom('silent'), { ...USED, expects: CELLAR })]
    expect(screenFor(factsOf(off, forged)).name).toBe('missing')
    expect(screenFor(factsOf(off, { ...forged, forged: false })).name).toBe('confirming')
  })
})

describe('a page that a machine gave away, with nothing stamped', () => {
  const stages = (facts: Facts) => screenFor(facts).name
  const addressOf = (facts: Facts) => {
    const stage = screenFor(facts)
    return 'address' in stage ? stage.address : null
  }

  it('waits for that machine to say who it is before another one is on screen', () => {
    const facts = factsOf([at(LAN, null, OWN), at(LAN_2, historyFrom(cellar), USED)])
    expect(stages(facts)).toBe('looking')
  })

  it.each(['silent', 'refused', 'faulty', 'busy', 'broken-off', 'slow', 'unreadable'] as const)(
    'does not carry on with another one while that machine is %s',
    (word) => {
      const facts = factsOf([at(LAN, historyFrom(word), OWN), at(LAN_2, historyFrom(cellar), USED)])
      expect(stages(facts)).not.toBe('unclaimed')
    },
  )

  it('says that it is starting when it is', () => {
    const facts = factsOf([at(LAN, historyFrom('503'), OWN), at(HERE, historyFrom(cellar), LOOP)])
    expect(stages(facts)).toBe('starting')
  })

  it.each(['another-product', 'turned-away', 'redirected', 'too-large'] as const)(
    'carries on with a server where a mere web server (%s) gave it away',
    (word) => {
      const facts = factsOf([at(LAN, historyFrom(word), OWN), at(LAN_2, historyFrom(cellar), USED)])
      expect(stages(facts)).toBe('unclaimed')
    },
  )

  it('asks before it carries on with the one that a link names', () => {
    const facts = factsOf([at(LAN_2, historyFrom(cellar), URL), at(LAN, historyFrom('claimed'), OWN)])
    expect([stages(facts), addressOf(facts)]).toEqual(['another-machine', LAN_2])
    expect(stages({ ...facts, chosen: CELLAR })).toBe('unclaimed')
  })

  it('asks also while the machine that gave it away is off', () => {
    const facts = factsOf([at(LAN_2, historyFrom(cellar), URL), at(LAN, historyFrom('silent'), OWN)])
    expect([stages(facts), addressOf(facts)]).toEqual(['another-machine', LAN_2])
    expect(stages({ ...facts, chosen: CELLAR })).toBe('unclaimed')
  })

  it('stays with that machine where a link names another address at which somebody answers like it', () => {
    const facts = factsOf([at(LAN_2, historyFrom('unclaimed'), URL), at(LAN, historyFrom('unclaimed'), OWN)])
    expect(serversFor(facts)).toMatchObject([{ address: LAN, standing: 'promised' }])
    expect(stages(facts)).toBe('unclaimed')
  })

  it('waits for the name that a link says, however soon that machine has answered', () => {
    const name = address('http://attic.local:32400')
    const facts = factsOf([at(name, null, URL), at(LAN, historyFrom('another-product'), OWN)])
    expect(stages(facts)).toBe('looking')
  })

  it('carries on at another address of the same machine that the person typed', () => {
    const gone = historyFrom('unclaimed', 'refused', 'refused', 'refused')
    const facts = factsOf([at(LAN_2, historyFrom('unclaimed'), URL), at(LAN, gone, OWN)], {
      laterMs: 20_000,
      named: [{ address: LAN_2, how: 'typed' }],
    })
    expect(serversFor(facts)).toMatchObject([{ address: LAN_2, standing: 'promised' }])
  })

  it('shows nobody else than the one that the link names', () => {
    const facts = factsOf([at(LAN_2, historyFrom('silent'), URL), at(LAN, historyFrom('unclaimed'), OWN)])
    const stage = screenFor(facts)
    expect(stage.name).toBe('missing')
    expect('tried' in stage && stage.tried.map((tried) => tried.address)).toEqual([LAN_2])
  })
})
