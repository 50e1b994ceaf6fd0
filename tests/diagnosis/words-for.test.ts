import { i18n } from '@lingui/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { CAUSE_WORDS } from '../../src/diagnosis/cause-words.ts'
import { CAUSES, type Cause } from '../../src/diagnosis/cause.ts'
import { NO_EVIDENCE } from '../../src/diagnosis/evidence.ts'
import type { SignName } from '../../src/diagnosis/signs.ts'
import { wordsFor, type Around } from '../../src/diagnosis/words-for.ts'

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }))

const said = (cause: Cause, signs: readonly SignName[] = [], around: Around | null = null) => {
  const { title, says, steps } = wordsFor({ cause, confidence: 'possible', signs }, around)
  return { title: i18n._(title), says: i18n._(says), steps: steps.map((step) => i18n._(step)) }
}
const around = (more: Partial<Around> = {}): Around => ({ ...NO_EVIDENCE, ...more })

describe('the title', () => {
  it.each(CAUSES.filter((cause) => cause !== 'afraid-of-registry' && cause !== 'unknown'))(
    'of %s is a guess while it is one',
    (cause) => {
      expect(said(cause).title).toMatch(/\bmay\b/)
    },
  )

  it.each<readonly [Cause, SignName, string]>([
    ['not-claimed', 'says-unclaimed', "It isn't claimed yet"],
    ['not-running', 'starting', 'It is still starting'],
    ['not-running', 'somebody-else', 'Something else answers at its address'],
    ['not-running', 'offline', 'This device has no connection'],
    ['code-spent', 'code-ran-out', 'The claim code ran out'],
    ['code-spent', 'pin-ran-out', 'The link to sign in ran out'],
  ])('of %s is none once this is seen: %s', (cause, sign, title) => {
    expect(said(cause, [sign]).title).toBe(title)
  })

  it('says without "may" what is certain', () => {
    const title = (confidence: 'certain' | 'likely') =>
      i18n._(wordsFor({ cause: 'blocked', confidence, signs: ['kept-off', 'permission-denied'] }).title)
    expect(title('certain')).toBe('The browser blocks your network')
    expect(title('likely')).toMatch(/may/)
  })
})

describe('what is said and done', () => {
  it('is that of the strongest sign that has words of its own', () => {
    expect(said('not-running', ['no-longer-answers', 'silent', 'refused'])).toEqual(
      said('not-running', ['silent']),
    )
  })

  it('speaks of the link, and of no code, once the link ran out', () => {
    const { title, says, steps } = said('code-spent', ['pin-ran-out'])
    expect([title, says, ...steps].join(' ')).not.toMatch(/code/)
  })

  it('is to claim a removed server that is unclaimed, and to clean it up only if that fails', () => {
    expect(said('removed-from-account', ['device-removed', 'says-unclaimed']).steps[0]).toMatch(
      /^Sign in on this page/,
    )
    expect(said('removed-from-account', ['device-removed']).steps[0]).toMatch(/^Take the old sign-in out/)
  })

  it.each<readonly [string, Partial<Around>, RegExp, RegExp]>([
    [
      'from outside in Chromium',
      { openedFrom: 'outside', browser: { family: 'chromium', onMac: false } },
      /Local network access/,
      /Firefox|Mac/,
    ],
    [
      'from outside in Firefox',
      { openedFrom: 'outside', browser: { family: 'firefox', onMac: false } },
      /shield/,
      /Local network access|Mac/,
    ],
    [
      'from a file in Chromium',
      { browser: { family: 'chromium', onMac: false } },
      /Blockers/,
      /Local network access|Firefox|Mac/,
    ],
    ['from a file in Firefox', { browser: { family: 'firefox', onMac: false } }, /HTTPS-Only/, /shield|Mac/],
    ['in Chromium on a Mac', { browser: { family: 'chromium', onMac: true } }, /On this Mac/, /Firefox/],
    ['in Safari on a Mac', { browser: { family: 'safari', onMac: true } }, /Blockers/, /On this Mac/],
  ])('against a blocking browser is for this one: %s', (_, where, has, hasNot) => {
    const steps = said('blocked', ['permission-asked'], around(where)).steps.join('\n')
    expect(steps).toMatch(has)
    expect(steps).not.toMatch(hasNot)
  })

  it('against a blocking browser is there for any of them, and where the screen says more itself', () => {
    const anyBrowser = /^Allow this page, or this browser/
    expect(said('blocked').steps[0]).toMatch(anyBrowser)
    const outside = around({ openedFrom: 'outside', browser: { family: 'chromium', onMac: false } })
    expect(said('blocked', ['kept-off'], outside).steps[0]).toMatch(anyBrowser)
  })
})

it('every remedy that somebody else found names them: an article as a link, all others by name', () => {
  const linked = CAUSES.filter((cause) => CAUSE_WORDS[cause].article !== null)
  const named = CAUSES.filter((cause) => CAUSE_WORDS[cause].source !== null)
  expect(linked.toSorted()).toEqual([
    'afraid-of-registry',
    'another-account',
    'broken-route',
    'damaged-database',
    'removed-from-account',
    'revoked',
  ])
  expect(named.toSorted()).toEqual([
    'another-user',
    'lost-identity',
    'not-claimed',
    'not-local',
    'removed-from-account',
  ])
})
