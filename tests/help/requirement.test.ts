import { describe, expect, it } from 'vitest'
import { requirementFor, type History } from '../../src/help/requirement.ts'
import { PLACES, type Place } from '../../src/server/place.ts'

const GATE: Partial<Record<Place, readonly [below: string, at: string, above: string]>> = {
  'windows-app': ['1.32.1.6999-abc', '1.32.2.7100-abc', '1.43.4.9999-abcdef012'],
  'windows-service': ['1.32.1.6999-abc', '1.32.2.7100-abc', '1.43.4.9999-abcdef012'],
  mac: ['1.29.1.6316-abc', '1.29.2.6364-abc', '1.40.0.7998-abc'],
}
const ELSEWHERE = ['1.29.1', '1.32.2', '1.43.4.9999-abcdef012'] as const

/** The announcement, sentence by sentence, and what follows from it at or above the gate. */
const SENTENCES: readonly (readonly [sentence: string, History, boolean])[] = [
  [
    'It’s a new install (or a “reinstall” after a full data wipe) of Plex Media Server on a given machine',
    'new',
    true,
  ],
  [
    'Plex Media Server was claimed/signed-in at any time prior to installing v1.32.2 (or newer); was claimed/signed-in after installing v1.32.2 (or newer) and then you unclaim/sign-out that server',
    'signed-out',
    true,
  ],
  ['You have an existing installation that has never been claimed/signed-in.', 'never', false],
  ['Once claimed, your server does not need constant internet access', 'claimed', false],
]

describe.each(SENTENCES)('%s', (_, history, affectedFromTheGate) => {
  for (const place of PLACES) {
    const gate = GATE[place]
    const versions = gate ?? ELSEWHERE
    versions.forEach((version, index) => {
      // "This will continue rolling out to other platforms over time": nothing but Windows and macOS asks for it.
      const enforced = gate !== undefined && index > 0
      // "With this setting in place, this new requirement will not apply to your server and none of the rules … will be applicable."
      for (const override of [false, true]) {
        const affected = affectedFromTheGate && enforced && !override
        it(`${place} ${version}${override ? ', overridden' : ''}: ${affected ? 'must' : 'need not'} be claimed`, () => {
          expect(requirementFor({ place, version, history, override }).affected).toBe(affected)
        })
      }
    })
  }
})

describe('the reason', () => {
  const because = (place: Place, version: string | null, history: History, override = false): string =>
    requirementFor({ place, version, history, override }).because

  it('is the rule that decides', () => {
    expect(because('windows-app', '1.32.2', 'new')).toBe('new')
    expect(because('mac', '1.29.2', 'signed-out')).toBe('signed-out')
    expect(because('windows-app', '1.32.2', 'never')).toBe('never-claimed')
    expect(because('windows-app', '1.31.9', 'new')).toBe('too-old')
    expect(because('linux', '1.43.0', 'new')).toBe('not-enforced')
    expect(because('windows-app', '1.32.2', 'new', true)).toBe('overridden')
    expect(because('docker', '1.43.0', 'claimed')).toBe('claimed-already')
  })

  it.each([null, 'banana', '', '1', 'v', '1.x', '١.٣٢'])(
    'is unknown for the version %s, unless it does not matter',
    (version) => {
      expect(requirementFor({ place: 'mac', version, history: 'new', override: false }).affected).toBeNull()
      expect(because('mac', version, 'never')).toBe('never-claimed')
      expect(because('nas', version, 'new')).toBe('not-enforced')
    },
  )

  it.each([
    ['1.32.10', true],
    ['1.4.0', false],
    ['2.0', true],
    ['0.9.17.0', false],
    ['1.32', false],
    [' v1.32.2 ', true],
  ])('compares numbers, not letters: %s', (version, affected) => {
    expect(requirementFor({ place: 'windows-app', version, history: 'new', override: false }).affected).toBe(
      affected,
    )
  })
})
