import { describe, expect, it } from 'vitest'
import { requirementFor, type ClaimHistory, type Requirement } from '../../src/help/requirement.ts'
import { PLACES, type Place } from '../../src/server/place.ts'

/** Sentences of the announcement, word by word. */
const SAYS = {
  CLAIMED: 'Servers will now, by default, need to be claimed (i.e. signed-in to a Plex account).',
  SETTING:
    'With this setting in place, this new requirement will not apply to your server and none of the rules under the “Am I affected?” section will be applicable.',
  NEVER: 'You have an existing installation that has never been claimed/signed-in.',
  OTHERS: 'This will continue rolling out to other platforms over time.',
  WINDOWS:
    'This behavior is now being brought to Plex Media Server for Windows starting with version 1.32.2.',
  MACOS: 'Back in Plex Media Server 1.29.2, we introduced some new behavior for macOS.',
  NEW: 'It’s a new install (or a “reinstall” after a full data wipe) of Plex Media Server on a given machine',
  BEFORE: 'Plex Media Server was claimed/signed-in at any time prior to installing v1.32.2 (or newer)',
  AFTER:
    'Plex Media Server was claimed/signed-in after installing v1.32.2 (or newer) and then you unclaim/sign-out that server.',
} as const

type Platform = 'Windows' | 'macOS' | 'other'
type Age = 'below' | 'at' | 'above'

const ON: Record<Platform, readonly Place[]> = {
  Windows: ['windows-app', 'windows-service'],
  macOS: ['mac'],
  other: ['linux', 'docker', 'nas', 'rented'],
}
const VERSIONS: Record<Platform, Record<Age, string>> = {
  Windows: { below: '1.31.3.6868-abc', at: '1.32.2.7100-abc', above: '1.43.4.9999-abcdef012' },
  macOS: { below: '1.29.1.6316-abc', at: '1.29.2.6364-abc', above: '1.40.0.7998-abc' },
  other: { below: '1.29.1.6316-abc', at: '1.32.2.7100-abc', above: '1.43.4.9999-abcdef012' },
}

type Row = readonly [
  Platform,
  Age,
  ClaimHistory,
  override: 'yes' | 'no',
  claim: 'must' | 'no',
  Requirement['because'],
  sentence: string,
]

// prettier-ignore
const TABLE: readonly Row[] = [
  ['Windows', 'below', 'new', 'no', 'no', 'too-old', SAYS.WINDOWS],
  ['Windows', 'below', 'new', 'yes', 'no', 'overridden', SAYS.SETTING],
  ['Windows', 'below', 'signed-out', 'no', 'no', 'too-old', SAYS.WINDOWS],
  ['Windows', 'below', 'signed-out', 'yes', 'no', 'overridden', SAYS.SETTING],
  ['Windows', 'below', 'never', 'no', 'no', 'never-claimed', SAYS.NEVER],
  ['Windows', 'below', 'never', 'yes', 'no', 'overridden', SAYS.SETTING],
  ['Windows', 'below', 'claimed', 'no', 'no', 'claimed-already', SAYS.CLAIMED],
  ['Windows', 'below', 'claimed', 'yes', 'no', 'claimed-already', SAYS.CLAIMED],
  ['Windows', 'at', 'new', 'no', 'must', 'new', SAYS.NEW],
  ['Windows', 'at', 'new', 'yes', 'no', 'overridden', SAYS.SETTING],
  ['Windows', 'at', 'signed-out', 'no', 'must', 'signed-out', SAYS.BEFORE],
  ['Windows', 'at', 'signed-out', 'yes', 'no', 'overridden', SAYS.SETTING],
  ['Windows', 'at', 'never', 'no', 'no', 'never-claimed', SAYS.NEVER],
  ['Windows', 'at', 'never', 'yes', 'no', 'overridden', SAYS.SETTING],
  ['Windows', 'at', 'claimed', 'no', 'no', 'claimed-already', SAYS.CLAIMED],
  ['Windows', 'at', 'claimed', 'yes', 'no', 'claimed-already', SAYS.CLAIMED],
  ['Windows', 'above', 'new', 'no', 'must', 'new', SAYS.NEW],
  ['Windows', 'above', 'new', 'yes', 'no', 'overridden', SAYS.SETTING],
  ['Windows', 'above', 'signed-out', 'no', 'must', 'signed-out', SAYS.AFTER],
  ['Windows', 'above', 'signed-out', 'yes', 'no', 'overridden', SAYS.SETTING],
  ['Windows', 'above', 'never', 'no', 'no', 'never-claimed', SAYS.NEVER],
  ['Windows', 'above', 'never', 'yes', 'no', 'overridden', SAYS.SETTING],
  ['Windows', 'above', 'claimed', 'no', 'no', 'claimed-already', SAYS.CLAIMED],
  ['Windows', 'above', 'claimed', 'yes', 'no', 'claimed-already', SAYS.CLAIMED],
  ['macOS', 'below', 'new', 'no', 'no', 'too-old', SAYS.MACOS],
  ['macOS', 'below', 'new', 'yes', 'no', 'overridden', SAYS.SETTING],
  ['macOS', 'below', 'signed-out', 'no', 'no', 'too-old', SAYS.MACOS],
  ['macOS', 'below', 'signed-out', 'yes', 'no', 'overridden', SAYS.SETTING],
  ['macOS', 'below', 'never', 'no', 'no', 'never-claimed', SAYS.NEVER],
  ['macOS', 'below', 'never', 'yes', 'no', 'overridden', SAYS.SETTING],
  ['macOS', 'below', 'claimed', 'no', 'no', 'claimed-already', SAYS.CLAIMED],
  ['macOS', 'below', 'claimed', 'yes', 'no', 'claimed-already', SAYS.CLAIMED],
  ['macOS', 'at', 'new', 'no', 'must', 'new', SAYS.NEW],
  ['macOS', 'at', 'new', 'yes', 'no', 'overridden', SAYS.SETTING],
  ['macOS', 'at', 'signed-out', 'no', 'must', 'signed-out', SAYS.BEFORE],
  ['macOS', 'at', 'signed-out', 'yes', 'no', 'overridden', SAYS.SETTING],
  ['macOS', 'at', 'never', 'no', 'no', 'never-claimed', SAYS.NEVER],
  ['macOS', 'at', 'never', 'yes', 'no', 'overridden', SAYS.SETTING],
  ['macOS', 'at', 'claimed', 'no', 'no', 'claimed-already', SAYS.CLAIMED],
  ['macOS', 'at', 'claimed', 'yes', 'no', 'claimed-already', SAYS.CLAIMED],
  ['macOS', 'above', 'new', 'no', 'must', 'new', SAYS.NEW],
  ['macOS', 'above', 'new', 'yes', 'no', 'overridden', SAYS.SETTING],
  ['macOS', 'above', 'signed-out', 'no', 'must', 'signed-out', SAYS.AFTER],
  ['macOS', 'above', 'signed-out', 'yes', 'no', 'overridden', SAYS.SETTING],
  ['macOS', 'above', 'never', 'no', 'no', 'never-claimed', SAYS.NEVER],
  ['macOS', 'above', 'never', 'yes', 'no', 'overridden', SAYS.SETTING],
  ['macOS', 'above', 'claimed', 'no', 'no', 'claimed-already', SAYS.CLAIMED],
  ['macOS', 'above', 'claimed', 'yes', 'no', 'claimed-already', SAYS.CLAIMED],
  ['other', 'below', 'new', 'no', 'no', 'not-enforced', SAYS.OTHERS],
  ['other', 'below', 'new', 'yes', 'no', 'overridden', SAYS.SETTING],
  ['other', 'below', 'signed-out', 'no', 'no', 'not-enforced', SAYS.OTHERS],
  ['other', 'below', 'signed-out', 'yes', 'no', 'overridden', SAYS.SETTING],
  ['other', 'below', 'never', 'no', 'no', 'never-claimed', SAYS.NEVER],
  ['other', 'below', 'never', 'yes', 'no', 'overridden', SAYS.SETTING],
  ['other', 'below', 'claimed', 'no', 'no', 'claimed-already', SAYS.CLAIMED],
  ['other', 'below', 'claimed', 'yes', 'no', 'claimed-already', SAYS.CLAIMED],
  ['other', 'at', 'new', 'no', 'no', 'not-enforced', SAYS.OTHERS],
  ['other', 'at', 'new', 'yes', 'no', 'overridden', SAYS.SETTING],
  ['other', 'at', 'signed-out', 'no', 'no', 'not-enforced', SAYS.OTHERS],
  ['other', 'at', 'signed-out', 'yes', 'no', 'overridden', SAYS.SETTING],
  ['other', 'at', 'never', 'no', 'no', 'never-claimed', SAYS.NEVER],
  ['other', 'at', 'never', 'yes', 'no', 'overridden', SAYS.SETTING],
  ['other', 'at', 'claimed', 'no', 'no', 'claimed-already', SAYS.CLAIMED],
  ['other', 'at', 'claimed', 'yes', 'no', 'claimed-already', SAYS.CLAIMED],
  ['other', 'above', 'new', 'no', 'no', 'not-enforced', SAYS.OTHERS],
  ['other', 'above', 'new', 'yes', 'no', 'overridden', SAYS.SETTING],
  ['other', 'above', 'signed-out', 'no', 'no', 'not-enforced', SAYS.OTHERS],
  ['other', 'above', 'signed-out', 'yes', 'no', 'overridden', SAYS.SETTING],
  ['other', 'above', 'never', 'no', 'no', 'never-claimed', SAYS.NEVER],
  ['other', 'above', 'never', 'yes', 'no', 'overridden', SAYS.SETTING],
  ['other', 'above', 'claimed', 'no', 'no', 'claimed-already', SAYS.CLAIMED],
  ['other', 'above', 'claimed', 'yes', 'no', 'claimed-already', SAYS.CLAIMED],
]

describe.each(TABLE)('%s, %s the gate, %s, setting off: %s', (platform, age, history, override, ...says) => {
  const [claim, because, sentence] = says
  it.each(ON[platform])(`on %s: ${claim}, for “${sentence}”`, (place) => {
    const version = VERSIONS[platform][age]
    const requirement = requirementFor({ place, version, history, override: override === 'yes' })
    expect(requirement).toEqual({ affected: claim === 'must', because })
  })
})

it('the table has every combination once', () => {
  const seen = new Set(TABLE.map((row) => row.slice(0, 4).join()))
  expect(seen.size).toBe(TABLE.length)
  expect(seen.size).toBe(3 * 3 * 4 * 2)
  expect(Object.values(ON).flat().sort()).toEqual([...PLACES].sort())
})

describe('the version', () => {
  it.each([null, 'banana', '', '1', 'v', '1.x', '١.٣٢'])(
    'is unknown for %s, unless it does not matter',
    (version) => {
      const outcome = (place: Place, history: ClaimHistory, override = false): Requirement =>
        requirementFor({ place, version, history, override })
      expect(outcome('mac', 'new')).toEqual({ affected: null, because: 'version-unknown' })
      expect(outcome('mac', 'signed-out')).toEqual({ affected: null, because: 'version-unknown' })
      expect(outcome('mac', 'new', true).because).toBe('overridden')
      expect(outcome('mac', 'never').because).toBe('never-claimed')
      expect(outcome('nas', 'new').because).toBe('not-enforced')
    },
  )

  it.each([
    ['1.32.10', true],
    ['1.4.0', false],
    ['2.0', true],
    ['0.9.17.0', false],
    ['1.32', false],
    [' v1.32.2 ', true],
  ])('is compared by numbers, not by letters: %s', (version, affected) => {
    expect(requirementFor({ place: 'windows-app', version, history: 'new', override: false }).affected).toBe(
      affected,
    )
  })
})
