import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { heldTogether } from '../../src/build/held-together.ts'
import { isolated } from '../../src/build/isolated.ts'
import { packed } from '../../src/build/packed.ts'
import { wordElements } from '../../src/build/word-elements.ts'
import { unpackWords } from '../../src/i18n/unpack-words.ts'

// A busy computer takes its time.
vi.setConfig({ testTimeout: 60_000 })

const ENGLISH = {
  hello0: ['Hello ', ['name']],
  days00: [['n', 'plural', { one: ['#', ' day'], other: ['#', ' days'] }]],
  markup: ['</script><!--<script>', 'ü \u2028 🎬'],
} as const
const INVENTED = {
  hello0: [['name'], ', 你好 שלום'],
  days00: [['n', 'plural', { one: ['#', ' dagi'], few: ['#', ' daga'], other: ['#', ' dago'] }]],
  markup: ['</script>', 'ю'],
} as const
const IDS = Object.keys(ENGLISH)
const CATALOGS = new Map<string, typeof ENGLISH | typeof INVENTED>([
  ['en', ENGLISH],
  ['de', INVENTED],
])

describe('the words of a language', () => {
  const list = packed(Object.values(INVENTED))

  test('are what was packed', () => {
    // Of all that can be seen, only what means something in JSON or in a page is missing.
    expect(list).toMatch(/^[#-~]+$/)
    expect(list).not.toMatch(/[<\\]/)
    expect(unpackWords(list, IDS)).toEqual(INVENTED)
  })

  test('whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (messages) => {
        // Halves of letters are no text, and become marks of their own.
        const words = messages.map((each) => Buffer.from(each).toString())
        const ids = words.map((_, place) => `id${place}`)
        expect(Object.values(unpackWords(packed(words), ids) ?? {})).toEqual(words)
      }),
    )
  })

  test('are never other words: where a letter is another one or missing, there are none', () => {
    // In the head and at the very end there are letters that say nothing.
    const kept = { from: 4, to: list.length - 5 }
    const letters = 'AZaz09+/=#~|'.split('')
    const damaged = fc
      .tuple(fc.nat(list.length - 1), fc.constantFrom('', ...letters), fc.nat(3))
      .map(([at, letter, left]) => ({ at, text: `${list.slice(0, at)}${letter}${list.slice(at + left)}` }))
    fc.assert(
      fc.property(damaged, ({ at, text }) => {
        const read = unpackWords(text, IDS)
        if (read !== null) expect(read).toEqual(INVENTED)
        const same = text.replaceAll(' ', '') === list
        if (at >= kept.from && at < kept.to && !same) expect(read).toBeNull()
      }),
      { numRuns: 2_000 },
    )
  })

  test.each([
    ['a list that is too short', packed(['a'])],
    ['no list', packed('abc')],
    ['no text', 5],
    ['nothing', undefined],
    ['an empty text', ''],
    ['no letters for bytes', 'ü'],
  ])('are none in %s', (_what, text) => {
    expect(unpackWords(text, IDS)).toBeNull()
  })
})

describe('in the page', () => {
  beforeEach(() => vi.resetModules())
  afterEach(() => {
    document.body.replaceChildren()
    delete (globalThis as { setupPlexWords?: unknown }).setupPlexWords
  })
  const there = (markup: string) => {
    document.body.append(document.createRange().createContextualFragment(markup))
  }
  const inPage = () => import('../../src/i18n/catalogs-in-page.ts')

  test('all languages are there, in letters that end no element', async () => {
    const elements = wordElements(CATALOGS)
    expect(elements).toMatch(/^[\n -~]*$/)
    there(elements)
    expect(document.querySelectorAll('script')).toHaveLength(2)
    const { wordsOf } = await inPage()
    expect([wordsOf('en'), wordsOf('de')]).toEqual([ENGLISH, INVENTED])
  })

  test('a language is read once, whichever script asks for it', async () => {
    there(wordElements(CATALOGS))
    const read = (await inPage()).wordsOf('de')
    document.body.replaceChildren()
    vi.resetModules()
    expect((await inPage()).wordsOf('de')).toBe(read)
  })

  test('what is not there can not be read, and nothing else happens', async () => {
    const { wordsOf } = await inPage()
    expect([wordsOf('en'), wordsOf('de')]).toEqual([null, null])
  })

  test.each([
    ['cut short', (text: string) => text.slice(0, -9)],
    [
      'of another letter',
      (text: string) =>
        text.replace(/(.{40})./, (_, before: string) => `${before}${text[41] === 'A' ? 'B' : 'A'}`),
    ],
    ['replaced', () => '"AAAA"'],
    ['emptied', () => ''],
  ])('a language that was %s is spoken in English', async (_what, damage) => {
    there(wordElements(CATALOGS))
    const german = document.getElementById('words-de') as HTMLElement
    german.textContent = damage(german.textContent)
    vi.doMock('../../src/i18n/catalogs.ts', inPage)
    const { speak } = await import('../../src/i18n/language.ts')
    const { i18n } = await import('@lingui/core')
    speak('de')
    expect(document.documentElement.lang).toBe('en')
    expect(i18n._('hello0', { name: 'Attic' })).toBe('Hello Attic')
    vi.doUnmock('../../src/i18n/catalogs.ts')
  })
})

describe('in front of the app', () => {
  beforeEach(() => vi.resetModules())
  afterEach(() => {
    document.body.replaceChildren()
    delete (globalThis as { setupPlexWords?: unknown }).setupPlexWords
  })

  const inFront = () => import('../../src/i18n/catalogs-in-front.ts')
  const there = () =>
    document.body.append(document.createRange().createContextualFragment(wordElements(CATALOGS)))

  test('English is there at once, and another language once it was fetched from behind', async () => {
    const { fetchWords, wordsOf } = await inFront()
    expect(Object.keys(wordsOf('en') ?? {}).length).toBeGreaterThan(20)
    expect([wordsOf('de'), await fetchWords('de')]).toEqual([null, false])
    there()
    expect([wordsOf('de'), await fetchWords('de')]).toEqual([null, true])
    expect(wordsOf('de')).toEqual(INVENTED)
  })

  test('the app reads nothing again, and is not disturbed by what comes later', async () => {
    there()
    const { fetchWords } = await inFront()
    const late = fetchWords('de')
    const { wordsOf } = await import('../../src/i18n/catalogs-in-page.ts')
    const read = wordsOf('de')
    await late
    expect((await inFront()).wordsOf('de')).toBe(read)
    expect(wordsOf('de')).toBe(read)
  })

  test.each([
    ['damaged', (text: string) => text.replace(/.{3}"$/, 'AAA"')],
    ['cut short', (text: string) => `${text.slice(0, -9)}"`],
    ['no text', () => '5'],
  ])('what is %s is not fetched', async (_what, damage) => {
    there()
    const german = document.getElementById('words-de') as HTMLElement
    german.textContent = damage(german.textContent)
    const { fetchWords, wordsOf } = await inFront()
    expect([await fetchWords('de'), wordsOf('de')]).toEqual([false, null])
  })

  test('a browser without means fetches nothing', async () => {
    there()
    const kept = window.DecompressionStream
    Reflect.deleteProperty(window, 'DecompressionStream')
    expect(await (await inFront()).fetchWords('de')).toBe(false)
    window.DecompressionStream = kept
  })
})

test('values are kept apart from words that are written from right to left, in each form', () => {
  expect(isolated('word')).toBe('word')
  expect(isolated(['at ', ['host'], '.'])).toEqual(['at ', '\u2068', ['host'], '\u2069', '.'])
  const forms = { offset: 1, one: ['#', ' at ', ['host']], other: ['#'] }
  expect(isolated([['n', 'plural', forms]])).toEqual([
    ['n', 'plural', { offset: 1, one: ['#', ' at ', '\u2068', ['host'], '\u2069'], other: ['#'] }],
  ])
})

const JOINED = '-\u2060'
test.each([
  ['pt', 'Associa-o à tua conta', `Associa${JOINED}o à tua conta`],
  ['ro', 'S-a oprit: asociază-l', `S${JOINED}a oprit: asociază${JOINED}l`],
  ['fr', 'Associe-le, est-il là', `Associe${JOINED}le, est${JOINED}il là`],
  ['he', 'כתובת ה-IP', `כתובת ה${JOINED}IP`],
])(
  'in %s no line breaks between a word and the one or two letters that hang on it',
  (language, text, held) => {
    expect(heldTogether(language, text)).toBe(held)
    const forms = { offset: 1, one: text, other: [text, ['host']] }
    expect(heldTogether(language, [text, ['n', 'plural', forms]])).toEqual([
      held,
      ['n', 'plural', { offset: 1, one: held, other: [held, ['host']] }],
    ])
  },
)

test.each([
  ['pt', 'o nome attic-nas:32400, rebind-domain-ok=/plex.direct/, docker run -it, claim-ab-12'],
  ['fr', 'peut-être, connecte-toi'],
  ['de', 'am NAS-PC'],
])('in %s what is typed, copied, or long enough stays as it is', (language, text) => {
  expect(heldTogether(language, text)).toBe(text)
})
