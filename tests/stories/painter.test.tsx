import { cleanup } from '@testing-library/react'
import fc from 'fast-check'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { buildPainter } from '../../src/build/painter-script.ts'
import { EVERY_SCREEN } from '../../src/gallery/every-screen.ts'
import { at, factsOf, HERE, LAN, signingIn, stampOf } from '../../src/gallery/facts-of.ts'
import { address, ATTIC, CELLAR, historyFrom, says } from '../../src/gallery/said.ts'
import { speak } from '../../src/i18n/language.ts'
import type { Catalog } from '../../src/i18n/catalogs.ts'
import type { Language } from '../../src/i18n/languages.ts'
import { fill } from '../../src/painter/fill.ts'
import type { DrawnElement } from '../../src/painter/drawn.ts'
import { pictureOf, type PictureName } from '../../src/painter/pictures.ts'
import type { Source } from '../../src/wizard/facts/candidates.ts'
import type { Facts } from '../../src/wizard/facts/facts.ts'
import { knownOf } from '../../src/wizard/screen/known.ts'
import { screenOf } from '../../src/wizard/screen/screen-of.ts'
import type { ScreenName } from '../../src/wizard/screen/screen.ts'
import { drawnByTheApp, wizardOf } from './drawn-by-the-app.tsx'
import { linesOf } from './drawn-lines.ts'
import { INVENTED, withInvented } from './invented-language.ts'

vi.mock('../../src/i18n/languages.ts', async (original) => {
  const { INVENTED: invented } = await import('./invented-language.ts')
  const { LANGUAGES, ...rest } = await original<{ readonly LANGUAGES: object }>()
  return { ...rest, LANGUAGES: { ...LANGUAGES, [invented.tag]: invented } }
})
vi.mock('../../src/i18n/catalogs.ts', async (original) => {
  const { INVENTED: invented, inventedWords } = await import('./invented-language.ts')
  const { wordsOf } = await original<{ readonly wordsOf: (tag: string) => Catalog }>()
  const words = inventedWords(wordsOf('en'))
  return { wordsOf: (tag: string) => (tag === invented.tag ? words : wordsOf(tag)) }
})

let pictures: Readonly<Record<PictureName, DrawnElement>>

beforeAll(async () => {
  pictures = (await buildPainter([withInvented()])).pictures as typeof pictures
}, 60_000)

/** What is painted in front of the app; null where the app is waited for. */
function painted(facts: Facts, language: Language): Element | null {
  const known = knownOf(facts)
  const picture = pictureOf(known, screenOf(known))
  if (picture === null) return null
  speak(language)
  const place = document.createElement('div')
  place.append(fill(pictures[picture.name], picture, { language, theme: 'device' }))
  return place
}

/** What can be seen: closed parts are closed. */
function seenIn(page: Element): readonly string[] {
  const copy = page.cloneNode(true) as Element
  for (const [place, menu] of [...page.querySelectorAll('select')].entries()) {
    const copied = copy.querySelectorAll('select')[place]
    if (copied !== undefined) copied.value = menu.value
  }
  for (const part of copy.querySelectorAll('details:not([open]) > :not(summary)')) part.remove()
  return linesOf(copy).slice(1)
}

describe.each<Language>(['en', 'de', INVENTED.tag as never])('in %s', (language) => {
  const PAINTED: readonly ScreenName[] = ['looking', 'found', 'unclaimed', 'confirming']

  test.each(PAINTED)('what is painted of "%s" is what the app draws', (name) => {
    const before = painted(EVERY_SCREEN[name], language)
    expect(before).not.toBeNull()
    if (before !== null)
      expect(seenIn(before)).toEqual(
        seenIn(drawnByTheApp(wizardOf(EVERY_SCREEN[name], { withoutApp: false }), language)),
      )
  })

  test('what is painted of a server that says for the first time that it is starting is what the app draws', () => {
    const facts = factsOf([at(LAN, historyFrom('503'))], { stamp: stampOf(ATTIC, {}) })
    const before = painted(facts, language)
    expect(before).not.toBeNull()
    if (before !== null)
      expect(seenIn(before)).toEqual(seenIn(drawnByTheApp(wizardOf(facts, { withoutApp: false }), language)))
  })

  test('what is painted where somebody can be sent back is what the app draws', () => {
    const signIn = { code: 'ABCD', expiresAtMs: Number.MAX_SAFE_INTEGER }
    const facts = factsOf([at(LAN, historyFrom('unclaimed'), { source: 'own-origin' })], {
      stamp: stampOf(ATTIC, { signIn }),
    })
    const before = painted(facts, language)
    expect(before?.querySelector('a[data-action=sign-in]')?.getAttribute('target')).toBeNull()
    if (before !== null)
      expect(seenIn(before)).toEqual(seenIn(drawnByTheApp(wizardOf(facts, { withoutApp: false }), language)))
  })

  test('so is whatever else is painted, of any facts', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(anyFacts, (facts) => {
        cleanup()
        const known = knownOf(facts)
        const picture = pictureOf(known, screenOf(known))
        const before = painted(facts, language)
        if (before === null || picture === null) return
        seen.add(picture.name)
        expect(seenIn(before)).toEqual(
          seenIn(drawnByTheApp(wizardOf(facts, { withoutApp: false }), language)),
        )
      }),
      { numRuns: 600 },
    )
    expect(seen.size).toBeGreaterThan(2)
  })
})

test('in another language other words are painted, as long as the values are the same', () => {
  const [english, invented] = (['en', INVENTED.tag as never] as const).map(
    (language) => painted(EVERY_SCREEN.unclaimed, language)?.querySelector('h1')?.textContent,
  )
  expect(english).toContain('Your server')
  expect(invented).toContain('revres ruoY')
})

test('a server that writes markup into its words is shown as it writes', () => {
  const version = '<img src=x onerror=alert(1)>[[host]][n]'
  const friendlyName = '</script><script>alert(1)</script>[[#5lWFkC]]'
  const facts = factsOf([at(LAN, withVersion(version))], { stamp: stampOf(ATTIC, { friendlyName }) })
  const page = painted(facts, 'en')
  expect(page?.querySelector('img, script')).toBeNull()
  expect(page?.textContent).toContain(version)
  expect(page?.textContent).toContain(friendlyName)
})

test.each(['ask-first', 'choosing', 'another-machine', 'hearsay', 'blocked', 'claimed'] as const)(
  'nothing is painted of "%s", which the app alone tells right',
  (name) => {
    expect(painted(EVERY_SCREEN[name], 'en')).toBeNull()
  },
)

test.each(['unclaimed', 'confirming'] as const)(
  'nothing is painted of "%s" on a television, where the app adds a code for the phone',
  (name) => {
    expect(painted({ ...EVERY_SCREEN[name], fromAfar: true }, 'en')).toBeNull()
  },
)

function withVersion(version: string | null) {
  const history = historyFrom('unclaimed')
  const { good } = history
  if (good === null) throw new Error('an answer that can be read')
  return { ...history, good: { ...good, identity: { ...good.identity, version } } }
}

const histories = fc.oneof(
  fc.constant(null),
  fc
    .constantFrom('claimed', 'unclaimed', 'unknown', '503', 'silent', 'refused', 'unreadable')
    .map((word) => historyFrom(word)),
  { weight: 2, arbitrary: fc.constant(historyFrom('claimed')) },
  fc.constant(historyFrom('unclaimed', 'silent')),
  fc.constant(historyFrom('claimed', 'claimed')),
  fc.constant(historyFrom(says('unclaimed', { by: CELLAR }))),
  fc.constant(historyFrom(says('unclaimed', { startState: true }))),
  {
    weight: 4,
    arbitrary: fc.constantFrom(null, '1.2', '1.43.4.9999-abcdef012', '[[host]]').map(withVersion),
  },
)

const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    history: histories,
    usual: fc.boolean(),
    where: fc.constantFrom(
      LAN,
      HERE,
      address('http://[fd00::10]:32400'),
      address('https://attic-nas.fritz.box:32400'),
    ),
    source: fc.constantFrom<Source>('stamp', 'own-origin', 'own-origin', 'loopback', 'used', 'url'),
    other: fc.option(fc.record({ where: fc.constant(HERE), history: histories })),
    friendlyName: fc.constantFrom(null, 'Attic', '[n]Attic [[host]]', '192.168.1.10:32400'),
    platform: fc.constantFrom(null, 'Linux', 'MacOSX'),
    stamped: fc.boolean(),
    broken: fc.boolean(),
    pin: fc.boolean(),
    signIn: fc.constantFrom('no', 'going on', 'with a code', 'forged', 'too long ago'),
    unreadableAt: fc.boolean(),
    online: fc.boolean(),
    visible: fc.boolean(),
    fromAfar: fc.boolean(),
    fetchedCode: fc.boolean(),
  })
  .map((given) => {
    // All that is odd at once would leave nothing to paint.
    const odd = !given.usual
    const signIn = given.pin ? { code: 'ABCD', expiresAtMs: Number.MAX_SAFE_INTEGER } : null
    const goodForMs = given.signIn === 'with a code' ? 600_000 : null
    const agoMs = given.signIn === 'too long ago' ? 7_000_000 : 5_000
    return factsOf(
      [
        at(given.where, given.history, { source: given.source }),
        ...(given.other === null || given.where === HERE
          ? []
          : [at(given.other.where, given.other.history, { source: 'loopback' })]),
      ],
      {
        stamp: stampOf(given.stamped ? ATTIC : (null as never), {
          friendlyName: given.friendlyName,
          platform: given.platform as Facts['stamp']['platform'],
          broken: odd && given.broken,
          signIn,
        }),
        notes: given.signIn === 'no' ? {} : { [ATTIC]: signingIn(agoMs, goodForMs) },
        forged: given.signIn === 'forged',
        unreadableAt: odd && given.unreadableAt,
        online: !odd || given.online,
        visible: given.visible,
        fromAfar: odd && given.fromAfar,
        code: { result: null, fetchedAtMs: odd && given.fetchedCode ? 1 : null },
      },
    )
  })
