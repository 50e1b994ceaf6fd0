import { beforeAll, describe, expect, it, test } from 'vitest'
import { EVERY_SCREEN } from '../../src/gallery/every-screen.ts'
import { at, factsOf, HERE, LAN, LAN_2, signingIn, stampOf } from '../../src/gallery/facts-of.ts'
import { ATTIC, CELLAR, historyFrom, says } from '../../src/gallery/said.ts'
import { speak } from '../../src/i18n/language.ts'
import { PICTURES, pictureOf, type Picture } from '../../src/painter/pictures.ts'
import type { Facts } from '../../src/wizard/facts/facts.ts'
import { askingWords } from '../../src/wizard/words/asking-words.ts'
import { knownOf } from '../../src/wizard/screen/known.ts'
import { screenOf } from '../../src/wizard/screen/screen-of.ts'

beforeAll(() => speak('en'))

function pictureFor(facts: Facts): Picture | null {
  const known = knownOf(facts)
  return pictureOf(known, screenOf(known))
}
const nameFor = (facts: Facts): string | null => pictureFor(facts)?.name ?? null

const unclaimed = historyFrom('unclaimed')
const PIN = { code: 'ABCD', expiresAtMs: Number.MAX_SAFE_INTEGER }
const attic = stampOf(ATTIC, { friendlyName: 'Attic', platform: 'Linux' })
const withPin = { ...attic, signIn: PIN }
const OWN = { source: 'own-origin' } as const
const server = (history = unclaimed, more: Parameters<typeof factsOf>[1] = {}) =>
  factsOf([at(LAN, history)], { stamp: attic, ...more })
const away = (...how: Parameters<typeof signingIn>) => ({ notes: { [ATTIC]: signingIn(...how) } })

describe('what is painted', () => {
  it.each([
    ['while nobody has answered', EVERY_SCREEN.looking, 'looking'],
    ['of a server that says for the first time that it is starting', server(historyFrom('503')), 'starting'],
    ['of a first "claimed"', server(historyFrom('claimed')), 'found'],
    ['of a server that can be linked', server(), 'unclaimed'],
    ['where a code leads to a tab beside the file', server(unclaimed, { stamp: withPin }), 'unclaimed'],
    [
      'where a code leads back here',
      factsOf([at(LAN, unclaimed, OWN)], { stamp: withPin }),
      'unclaimed-here',
    ],
    ['while somebody signs in', server(unclaimed, away()), 'confirming'],
    ['of a server of this computer', factsOf([at(HERE, unclaimed, { source: 'loopback' })]), 'unclaimed'],
  ] as const)('%s', (_when, facts, name) => {
    expect(nameFor(facts)).toBe(name)
    expect(PICTURES).toContain(name)
  })

  it('says what the app says of the server', () => {
    const picture = pictureFor(server(historyFrom(says('unclaimed', { atMs: 1_000 }))))
    expect(picture?.values).toEqual({
      name: 'Attic',
      version: 'Linux · 1.43.4.9999-abcdef012',
      line: '192.168.1.10:32400 · 1.43.4',
      tail: ATTIC.slice(-6),
      tookMs: 20,
    })
    expect(picture?.signIn).toMatchObject({ opens: 'beside', href: expect.stringContaining(ATTIC) as string })
  })

  it('says when it last checked, and what comes next, while somebody signs in', () => {
    const { values } = pictureFor(server(unclaimed, away())) ?? {}
    expect(values).toMatchObject({
      name: 'Attic',
      iso: '2026-11-23T09:00:01.000Z',
      lead: expect.anything() as unknown,
    })
  })

  it('says whom it asks first, while it looks', () => {
    const { values } = pictureFor(EVERY_SCREEN.looking) ?? {}
    expect(values).toEqual({ asking: askingWords(at(LAN, null)) })
  })

  it('leads nowhere while there is no server', () => {
    expect(pictureFor(EVERY_SCREEN.looking)).toMatchObject({ signIn: null })
    expect(pictureFor(server(historyFrom('503')))).toMatchObject({ signIn: null, values: {} })
  })
})

describe('nothing is painted, since the app alone tells it right', () => {
  const startState = historyFrom(says('unclaimed', { startState: true }))
  const noVersion = {
    ...unclaimed,
    good: unclaimed.good && { ...unclaimed.good, identity: { ...unclaimed.good.identity, version: null } },
  }
  it.each([
    ['of a file that can only be read in part', server(unclaimed, { stamp: { ...attic, broken: true } })],
    ['of a link that can not be read', server(unclaimed, { unreadableAt: true })],
    ['of a device that is offline, while it looks', factsOf([at(LAN, null)], { online: false })],
    ['where nobody is asked', factsOf([])],
    ['of a server that is known already and starts', server(startState)],
    [
      'of a server that answers for the first time, and starts',
      server(historyFrom(says('claimed', { startState: true }))),
    ],
    ['of a server that starts for the second time', server(historyFrom('503', 'refused', '503'))],
    [
      'of one that starts for the second time within a second',
      server(historyFrom('503', says('refused', { atMs: 1_200 }), says('503', { atMs: 1_400 }))),
    ],
    ['of a start that goes on for some seconds', server(historyFrom('503'), { laterMs: 2_000 })],
    ['of a server whose version is not known', server(noVersion, { stamp: stampOf(ATTIC) })],
    ['of a server that fails by now', server(historyFrom('unclaimed', 'silent'))],
    ['of a first "claimed" before a failure', server(historyFrom('claimed', 'silent'))],
    [
      'of a server at an address that nobody named',
      factsOf([at(LAN, historyFrom('refused')), at(LAN_2, unclaimed, { source: 'used' })], {
        stamp: stampOf(ATTIC, { addresses: [LAN] }),
      }),
    ],
    ['where a claim code was fetched', server(unclaimed, { code: { result: null, fetchedAtMs: 1 } })],
    ['where a claim code was refused', server(unclaimed, { code: { result: 'refused', fetchedAtMs: null } })],
    ['where somebody left with a code', server(unclaimed, away(5_000, 600_000))],
    [
      'where somebody says that they have finished',
      server(unclaimed, away(60_000, null, { back: 9_000, finished: 5_000 })),
    ],
    ['while the server that is waited for starts', server(startState, away())],
    ['while it fails', server(historyFrom('unclaimed', 'silent'), away())],
    ['while it does not say whether it is linked', server(historyFrom('unknown'), away())],
    ['where the one that is waited for has not answered', server(historyFrom('silent'), away())],
    [
      'where the version of the one that is waited for is not known',
      server(noVersion, { stamp: stampOf(ATTIC), ...away() }),
    ],
    ['where somebody waits far away', server(unclaimed, { fromAfar: true, ...away() })],
    [
      'where somebody waits who can be sent back here',
      factsOf([at(LAN, unclaimed, OWN)], { stamp: withPin, ...away() }),
    ],
    ['of a linked server', EVERY_SCREEN.claimed],
    [
      'of another machine',
      factsOf([at(LAN, historyFrom(says('unclaimed', { by: CELLAR })))], { stamp: attic }),
    ],
  ])('%s', (_what, facts) => {
    expect(pictureFor(facts)).toBeNull()
  })

  test('while there is nobody to be asked yet', () => {
    const nobody = knownOf(factsOf([]))
    expect(pictureOf(nobody, { name: 'looking', server: null })).toBeNull()
  })

  test('while a claim code is on its way', () => {
    const facts = server(unclaimed, away())
    const notes = new Map(
      [...facts.notes].map(([machine, note]) => [machine, { ...note, decision: 'sent-code' as const }]),
    )
    expect(pictureFor({ ...facts, notes })).toBeNull()
  })
})
