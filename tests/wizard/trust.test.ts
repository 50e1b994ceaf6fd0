import { describe, expect, it } from 'vitest'
import type { Facts } from '../../src/wizard/facts.ts'
import { serversOf } from '../../src/wizard/server-on-screen.ts'
import { stageOf } from '../../src/wizard/stage.ts'
import { isNamed, isNamedAddress } from '../../src/wizard/trust.ts'
import {
  address,
  at,
  ATTIC,
  CELLAR,
  factsOf,
  HERE,
  heardFrom,
  LAN,
  LAN_2,
  says,
  stampOf,
} from './facts-fixture.ts'

const OWN = { source: 'own-origin' } as const
const URL = { source: 'url' } as const
const USED = { source: 'used' } as const
const LOOP = { source: 'loopback' } as const
const SEARCH = { source: 'search' } as const
const stamped = { stamp: stampOf(ATTIC, { addresses: [LAN] }) }
const cellar = says('unclaimed', { by: CELLAR })

describe('an address counts as named', () => {
  const named = (source: Facts['candidates'][number]['source'], more: Parameters<typeof factsOf>[1]) => {
    const candidate = at(LAN_2, null, { source })
    return isNamed(candidate, factsOf([candidate], more))
  }

  it.each(['stamp', 'own-origin', 'loopback'] as const)('from %s, whatever the file says', (source) => {
    expect(named(source, stamped)).toBe(true)
  })

  it.each(['url', 'used', 'search'] as const)(
    'from %s only where the file names none, or the person says so',
    (source) => {
      expect(named(source, stamped)).toBe(false)
      expect(named(source, { stamp: stampOf(ATTIC) })).toBe(true)
      expect(named(source, {})).toBe(true)
      expect(named(source, { ...stamped, named: LAN_2 })).toBe(true)
      expect(named(source, { ...stamped, named: LAN })).toBe(false)
      expect(named(source, { ...stamped, chosen: CELLAR })).toBe(true)
    },
  )

  it('when the file names it, or while it is asked', () => {
    const facts = factsOf([at(LAN, null)], stamped)
    expect(isNamedAddress(LAN, facts)).toBe(true)
    expect(isNamedAddress(LAN_2, facts)).toBe(false)
  })
})

describe('the server on screen', () => {
  const shown = (facts: Facts) => serversOf(facts).map((server) => [server.address, server.named])

  it('is shown where nobody named its address, and is marked so', () => {
    const moved = factsOf([at(LAN, heardFrom('silent')), at(LAN_2, heardFrom('unclaimed'), SEARCH)], stamped)
    expect(shown(moved)).toEqual([[LAN_2, false]])
  })

  it('is taken from where the file says, however fast another one answers like it', () => {
    const late = heardFrom(says('unclaimed', { atMs: 5_000 }))
    const facts = factsOf([at(LAN, late), at(LAN_2, heardFrom('unclaimed'), USED)], stamped)
    expect(shown(facts)).toEqual([[LAN, true]])
  })

  it('is taken from a name that the file says rather than from a number that nobody said', () => {
    const name = address('http://attic.local:32400')
    const stamp = stampOf(ATTIC, { addresses: [name] })
    const facts = factsOf([at(name, heardFrom('unclaimed')), at(LAN_2, heardFrom('unclaimed'), USED)], {
      stamp,
    })
    expect(shown(facts)).toEqual([[name, true]])
  })
})

describe('a page that a machine gave away, with nothing stamped', () => {
  const stages = (facts: Facts) => stageOf(facts).name
  const addressOf = (facts: Facts) => {
    const stage = stageOf(facts)
    return 'address' in stage ? stage.address : null
  }

  it('waits for that machine to say who it is before another one is on screen', () => {
    const facts = factsOf([at(LAN, null, OWN), at(LAN_2, heardFrom(cellar), USED)])
    expect(stages(facts)).toBe('looking')
  })

  it.each(['silent', 'refused', 'faulty', 'busy', 'broken-off', 'slow', 'unreadable'] as const)(
    'does not carry on with another one while that machine is %s',
    (word) => {
      const facts = factsOf([at(LAN, heardFrom(word), OWN), at(LAN_2, heardFrom(cellar), USED)])
      expect(stages(facts)).not.toBe('unclaimed')
    },
  )

  it('says that it is starting when it is', () => {
    const facts = factsOf([at(LAN, heardFrom('503'), OWN), at(HERE, heardFrom(cellar), LOOP)])
    expect(stages(facts)).toBe('starting')
  })

  it.each(['another-product', 'turned-away', 'redirected', 'too-large'] as const)(
    'carries on with a server where a mere web server (%s) gave it away',
    (word) => {
      const facts = factsOf([at(LAN, heardFrom(word), OWN), at(LAN_2, heardFrom(cellar), USED)])
      expect(stages(facts)).toBe('unclaimed')
    },
  )

  it('asks before it carries on with the one that a link names', () => {
    const facts = factsOf([at(LAN_2, heardFrom(cellar), URL), at(LAN, heardFrom('claimed'), OWN)])
    expect([stages(facts), addressOf(facts)]).toEqual(['stranger', LAN_2])
    expect(stages({ ...facts, chosen: CELLAR })).toBe('unclaimed')
  })

  it('asks also while the machine that gave it away is off', () => {
    const facts = factsOf([at(LAN_2, heardFrom(cellar), URL), at(LAN, heardFrom('silent'), OWN)])
    expect([stages(facts), addressOf(facts)]).toEqual(['stranger', LAN_2])
    expect(stages({ ...facts, chosen: CELLAR })).toBe('unclaimed')
  })

  it('carries on where the link names the same machine by another address', () => {
    const facts = factsOf([at(LAN_2, heardFrom('unclaimed'), URL), at(LAN, heardFrom('unclaimed'), OWN)])
    const [server, ...others] = serversOf(facts)
    expect([stages(facts), server?.address, others.length]).toEqual(['unclaimed', LAN_2, 0])
  })

  it('shows nobody else than the one that the link names', () => {
    const facts = factsOf([at(LAN_2, heardFrom('silent'), URL), at(LAN, heardFrom('unclaimed'), OWN)])
    const stage = stageOf(facts)
    expect(stage.name).toBe('missing')
    expect('tried' in stage && stage.tried.map((tried) => tried.address)).toEqual([LAN_2])
  })
})
