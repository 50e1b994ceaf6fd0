import { i18n } from '@lingui/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { CAUSE_WORDS } from '../../src/diagnosis/cause-words.ts'
import { CAUSES, type Cause } from '../../src/diagnosis/cause.ts'
import { NO_EVIDENCE } from '../../src/diagnosis/evidence.ts'
import type { SignName } from '../../src/diagnosis/sign-name.ts'
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
    ['not-claimed', 'says-unclaimed', 'The server is not linked yet'],
    ['not-running', 'starting', 'The server is still starting'],
    ['not-running', 'somebody-else', "Something else answers at the server's address"],
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
    expect(said('not-running', ['recognised', 'silent', 'refused'])).toEqual(said('not-running', ['silent']))
    expect(said('not-running', ['no-longer-answers', 'silent']).title).toBe(
      'The server answered before, and is gone now',
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
    [
      'in Chromium on a Mac',
      { browser: { family: 'chromium', onMac: true } },
      /On this Mac.*switch it off and on/,
      /Firefox/,
    ],
    ['in Safari on a Mac', { browser: { family: 'safari', onMac: true } }, /Blockers/, /On this Mac/],
  ])('against a blocking browser is for this one: %s', (_, where, has, hasNot) => {
    const steps = said('blocked', ['permission-asked'], around(where)).steps.join('\n')
    expect(steps).toMatch(has)
    expect(steps).not.toMatch(hasNot)
  })

  it('against a blocking browser is there for any of them, and where the screen says more itself', () => {
    const anyBrowser = /^Allow this page, or this browser/
    expect(said('blocked').steps[1]).toMatch(anyBrowser)
    const outside = around({ openedFrom: 'outside', browser: { family: 'chromium', onMac: false } })
    expect(said('blocked', ['kept-off'], outside).steps[0]).toMatch(anyBrowser)
  })

  it('for a file that Firefox may hold or has refused, is to allow it, or a new tab', () => {
    const firefox = around({ browser: { family: 'firefox', onMac: false } })
    const held = said('blocked', ['may-be-held'], firefox)
    expect(held.title).toMatch(/may be waiting for you to allow it/)
    expect(held.says).toMatch(/a tab that showed a website before/)
    expect(held.steps[0]).toMatch(/^If the browser asks .*, allow it/)
    const refused = said('blocked', ['permission-denied'], firefox)
    expect(refused.steps[0]).toMatch(/^Press the shield .* allow this page to reach devices/)
    for (const { steps } of [held, refused]) expect(steps[1]).toMatch(/open this file in a new tab/)
  })

  it('L29: against a blocking browser begins with a private window, but where a permission is missing', () => {
    const first = (signs: readonly SignName[], where: Partial<Around> = {}) =>
      said('blocked', signs, around(where)).steps[0]
    expect(first(['search-failed-at-once'])).toMatch(/private window, where extensions are off/)
    expect(first(['search-failed-at-once'], { openedFrom: 'lan' })).toMatch(/private window/)
    expect(first(['permission-asked'], { openedFrom: 'outside' })).not.toMatch(/private window/)
    expect(first(['kept-off'], { openedFrom: 'outside' })).not.toMatch(/private window/)
  })

  it('L30: tells where a question is brought back that was closed three times', () => {
    const where = around({ openedFrom: 'outside', browser: { family: 'chromium', onMac: false } })
    expect(said('blocked', ['permission-asked'], where).steps.join('\n')).toMatch(
      /closed three times counts as refused.*only these settings/,
    )
  })

  it.each<readonly [string, Cause, readonly SignName[], RegExp]>([
    ['L5: after a re-claim, shares', 'revoked', [], /shared again/],
    ['L7: the account service failed', 'account-out-of-reach', ['account-failed'], /Wait some minutes/],
    ['L12: no name server in the container', 'account-out-of-reach', [], /name server.*In a container/],
    ['L18, L20, L39: a network of its own', 'not-local', [], /container, a pod or an app of TrueNAS/],
    ['L19: macvlan', 'not-running', ['silent'], /another device.*macvlan/],
    [
      'L21: networks that lock others out',
      'not-local',
      ['turned-away'],
      /allowedNetworks.*empty that value/i,
    ],
    ['L24: an account without a password', 'another-user', [], /without a password can't run a service/],
    ['L25: the app beside the service', 'another-user', [], /Only one server may run/],
    ['L27: copied one folder too deep', 'lost-identity', [], /Preferences\.xml lies right in the folder/],
    [
      'L33: FRITZ!Box',
      'broken-route',
      ['says-claimed'],
      /plex\.direct, exactly like that, without a star.*DNS Rebind/,
    ],
    [
      'L34: OpenWrt and Pi-hole',
      'broken-route',
      [],
      /OpenWrt: DNS, Filters, Domain whitelist.*rebind-domain-ok/,
    ],
    ['L35: “Indirect”', 'broken-route', [], /“Indirect”.*public port 32400 manually/],
    ['L36: a name that leads through a proxy', 'not-local', [], /IP address instead of a name.*proxy/],
    [
      'L37: a blocklist between server and account',
      'account-out-of-reach',
      [],
      /Pi-hole.*let plex\.tv through/,
    ],
    ['P12: the data folder can’t be written', 'unknown', ['linked-and-nothing-to-add'], /PMS Plugin Logs/],
    [
      'P13: a container took the network down',
      'not-running',
      ['no-longer-answers'],
      /network of that container/,
    ],
    ['X4: nobody knows the account', 'another-account', [], /nobody has that account any more/],
  ])('%s', (_, cause, signs, words) => {
    expect(said(cause, signs).steps.join(' ')).toMatch(words)
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
