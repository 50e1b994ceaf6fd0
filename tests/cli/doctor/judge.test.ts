// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { DoctorFacts } from '../../../src/cli/doctor/facts.ts'
import { CHECKS, resultOf } from '../../../src/cli/doctor/found.ts'
import { findingsOf } from '../../../src/cli/doctor/judge.ts'
import { CELLAR, factsWith, LINKED, page, says } from './facts.ts'
import { folder, SITUATIONS } from './situations.ts'

describe('what the checks find', () => {
  it.each(SITUATIONS)('%s', (_what, facts, found) => {
    expect(findingsOf(facts)).toMatchObject(found)
  })

  it('is in this table, every word of it', () => {
    const known = Object.entries(CHECKS).flatMap(([check, words]) =>
      Object.keys(words).map((word) => `${check}: ${word}`),
    )
    const all = SITUATIONS.flatMap(([, facts]) =>
      Object.entries(findingsOf(facts)).map((each) => each.join(': ')),
    )
    // What the looks themselves say is handed on as it is.
    const handedOn = /^(account|folder|firewall): /
    expect(known.filter((word) => !handedOn.test(word) && !all.includes(word))).toEqual([])
    expect(all.filter((word) => !known.includes(word))).toEqual([])
  })
})

describe('all in all', () => {
  const resultFor = (facts: DoctorFacts) => resultOf(findingsOf(facts))

  it('is well where nothing has to be done', () => {
    expect(resultFor(LINKED)).toBe('well')
  })

  it.each([
    ['no page', { page: { kind: 'none' } }],
    ['an old page', { page: page({ machineIdentifier: CELLAR }) }],
    ['no folder', { folder: { kind: 'none' }, page: null }],
    ['a page that may not be read', { page: { kind: 'hidden' } }],
  ] as const)('is well on a linked server with %s', (_what, own) => {
    expect(resultFor(factsWith(says('claimed'), own))).toBe('well')
    expect(resultFor(factsWith(says('unclaimed'), own))).toBe('to-do')
  })

  it.each(['not-writable', 'read-only', 'full'] as const)(
    'is not well on a linked server whose folder is %s',
    (access) => {
      expect(resultFor(factsWith(says('claimed'), folder(access)))).toBe('to-do')
    },
  )

  it('says that it could not look where nothing else is wrong', () => {
    expect(resultFor(factsWith(says('unknown')))).toBe('not-seen')
    expect(resultFor(factsWith(says('claimed'), { account: { kind: 'reached', clockAheadMs: null } }))).toBe(
      'not-seen',
    )
  })

  it('never counts what no system tells', () => {
    expect(
      resultFor(factsWith(says('claimed'), { firewall: { kind: 'not-seen' }, ...folder('untold') })),
    ).toBe('well')
  })
})
