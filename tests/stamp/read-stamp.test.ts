import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { parseStamp } from '../../src/stamp/read-stamp.ts'
import { EMPTY_STAMP, type Stamp } from '../../src/stamp/stamp.ts'
import { EMPTY_ELEMENT, readStamp, type StampValue } from '../../src/stamp/format.ts'
import { stampedPage } from '../../src/stamp/write-stamp.ts'
import { ATTIC } from '../../src/gallery/said.ts'

// A busy computer takes its time over thousands of examples.
vi.setConfig({ testTimeout: 60_000 })

/** The example of contract.md §2. */
const FULL = {
  format: 1,
  writtenAt: '2026-11-23T09:00:00Z',
  language: 'pt-BR',
  server: {
    machineIdentifier: ATTIC,
    friendlyName: 'Attic NAS',
    version: '1.43.4.9999-abcdef012',
    platform: 'Linux',
    addresses: ['http://192.168.1.10:32400', 'http://[fd00::10]:32400'],
    enforced: true,
    page: '/setup',
  },
  signIn: { code: 'abcdefghijklmnopqrstuvwxy', expiresAt: '2026-11-23T09:30:00Z' },
}

const READ: Stamp = {
  machineIdentifier: ATTIC,
  friendlyName: 'Attic NAS',
  version: '1.43.4.9999-abcdef012',
  platform: 'Linux',
  addresses: ['http://192.168.1.10:32400', 'http://[fd00::10]:32400'] as Stamp['addresses'][number][],
  enforced: true,
  page: '/setup',
  signIn: { code: 'abcdefghijklmnopqrstuvwxy', expiresAtMs: Date.parse('2026-11-23T09:30:00Z') },
  writtenAtMs: Date.parse('2026-11-23T09:00:00Z'),
  language: 'pt-BR',
  broken: false,
}

const read = (value: unknown): Stamp => parseStamp(JSON.stringify(value))
const readServer = (server: unknown): Stamp => read({ format: 1, server })

describe('a stamp', () => {
  it.each([
    ['in full', FULL, READ],
    ['with keys of a later writer', { ...FULL, token: 'x', server: { ...FULL.server, region: 1 } }, READ],
    ['without a format', { ...FULL, format: undefined }, READ],
    ['with nothing in it', {}, EMPTY_STAMP],
    ['with only a format', { format: 1 }, EMPTY_STAMP],
    ['with an empty server', { format: 1, server: {} }, EMPTY_STAMP],
    [
      'with only an identifier',
      { server: { machineIdentifier: ATTIC } },
      { ...EMPTY_STAMP, machineIdentifier: ATTIC },
    ],
    ['not enforced', { server: { enforced: false } }, { ...EMPTY_STAMP, enforced: false }],
  ])('%s', (_what, written, expected) => {
    expect(read(written)).toEqual(expected)
  })

  it.each([
    ['nothing written', ''],
    ['blanks', ' \n'],
    ['the two characters of the build', '{}'],
    ['no element at all', null],
    ['no text', undefined],
  ])('%s: empty, and nothing is broken', (_what, text) => {
    expect(parseStamp(text)).toEqual(EMPTY_STAMP)
  })

  it.each([
    ['half of one', JSON.stringify(FULL).slice(0, -1)],
    ['text', 'stamp'],
    ['markup', '<script>'],
    ['null', 'null'],
    ['a number', '1'],
    ['a text in JSON', '"{}"'],
    ['a list', '[]'],
    ['a list of stamps', JSON.stringify([FULL])],
    ['format 2', JSON.stringify({ ...FULL, format: 2 })],
    ['a format in words', JSON.stringify({ ...FULL, format: '1' })],
    ['a format of null', JSON.stringify({ ...FULL, format: null })],
    ['more than anybody writes', JSON.stringify({ ...FULL, padding: 'x'.repeat(300_000) })],
    ['a million braces', '{'.repeat(1_000_000)],
  ])('%s: empty and broken', (_what, text) => {
    expect(parseStamp(text)).toEqual({ ...EMPTY_STAMP, broken: true })
  })

  it('is read up to 256 kB', () => {
    const bare = JSON.stringify({ ...FULL, padding: '' }).length
    const longest = JSON.stringify({ ...FULL, padding: 'x'.repeat(256 * 1024 - bare) })
    expect(parseStamp(longest)).toEqual(READ)
    expect(parseStamp(` ${longest}`)).toEqual({ ...EMPTY_STAMP, broken: true })
  })

  it('comes back as it was written', () => {
    const page = stampedPage(EMPTY_ELEMENT, FULL as StampValue)
    expect(parseStamp(/>(.*)</s.exec(page)?.[1])).toEqual(READ)
  })
})

describe('a part that cannot be read is left out, and the rest is still good', () => {
  it.each([
    ['the identifier', { machineIdentifier: 'attic' }, { machineIdentifier: null }],
    ['the name', { friendlyName: 7 }, { friendlyName: null }],
    ['the version', { version: '<b>1</b>' }, { version: null }],
    ['the platform', { platform: 'BeOS' }, { platform: null }],
    ['the addresses', { addresses: 'http://192.168.1.10:32400' }, { addresses: [] }],
    ['one address', { addresses: ['javascript:alert(1)', ...FULL.server.addresses] }, {}],
    ['the requirement', { enforced: 'yes' }, { enforced: null }],
    ['the page', { page: 'https://evil.example/' }, { page: null }],
  ])('%s', (_what, hostile, expected) => {
    expect(read({ ...FULL, server: { ...FULL.server, ...hostile } })).toEqual({
      ...READ,
      ...expected,
      broken: true,
    })
  })

  it.each([
    ['the time', { writtenAt: 'yesterday' }, { writtenAtMs: null }],
    ['the language', { language: 'German' }, { language: null }],
    ['the code', { signIn: { ...FULL.signIn, code: 'short' } }, { signIn: null }],
    ['when the code runs out', { signIn: { ...FULL.signIn, expiresAt: 'soon' } }, { signIn: null }],
    ['a code without an end', { signIn: { code: FULL.signIn.code } }, { signIn: null }],
    ['a sign-in that is text', { signIn: FULL.signIn.code }, { signIn: null }],
    ['a sign-in that is nothing', { signIn: null }, { signIn: null }],
  ])('%s', (_what, hostile, expected) => {
    expect(read({ ...FULL, ...hostile })).toEqual({ ...READ, ...expected, broken: true })
  })

  it.each([
    ['text', 'attic'],
    ['a number', 1],
    ['nothing', null],
    ['a list', [FULL.server]],
    ['an empty list', []],
  ])('the whole server, which is %s', (_what, server) => {
    expect(readServer(server)).toEqual({ ...EMPTY_STAMP, broken: true })
  })

  it('what stands in a prototype does not count', () => {
    const hidden = `{"server":{"__proto__":${JSON.stringify(FULL.server)}},"__proto__":{"signIn":${JSON.stringify(FULL.signIn)}}}`
    expect(parseStamp(hidden)).toEqual(EMPTY_STAMP)
  })
})

it('only what is said itself counts, as in JSON', () => {
  const inherits: unknown = Object.create({ format: 2, server: { page: '//evil.example' } })
  expect(readStamp(inherits)).toEqual({ stamp: EMPTY_STAMP, unreadable: [] })
})

describe('the name', () => {
  it.each([
    ['letters of any language', 'Büro 書斎 🎬', 'Büro 書斎 🎬'],
    ['markup stays text', '<b onclick="x">Attic</b>', '<b onclick="x">Attic</b>'],
    ['bidi characters are dropped', 'Attic\u202Egnp.exe\u202C\u2066\u2069\u200F', 'Atticgnp.exe'],
    ['control characters are dropped', 'At\u0000t\u001Bi\u007Fc\r\n', 'Attic'],
    ['lines are dropped', 'At\u2028t\u2029ic', 'Attic'],
    ['halves of letters are dropped', 'Attic\uD83C', 'Attic'],
    ['private letters are dropped', 'Attic\uE000', 'Attic'],
    ['spaces around are dropped', '  Attic ', 'Attic'],
    ['eighty letters', 'a'.repeat(80), 'a'.repeat(80)],
    ['more than eighty are cut', 'a'.repeat(81), 'a'.repeat(80)],
    ['no letter is cut in half', '🎬'.repeat(81), '🎬'.repeat(80)],
    ['no blank is left where it is cut', `${'a'.repeat(79)} b`, 'a'.repeat(79)],
    ['marks on no letter are dropped, and the blank before them stays', 'A \u0301\u0301B', 'A B'],
    ['three marks on a letter stay', 'A\u0301\u0302\u0303B', 'A\u0301\u0302\u0303B'],
    ['a tower of marks is cut', `A${'\u0301'.repeat(9)}B`, `A${'\u0301'.repeat(3)}B`],
  ])('%s', (_what, friendlyName, expected) => {
    expect(readServer({ friendlyName })).toEqual({ ...EMPTY_STAMP, friendlyName: expected })
  })

  it.each([
    ['\u202E'],
    ['   '],
    ['\u3164'],
    ['\u2800\u2800'],
    ['\u115F\u1160\uFFA0'],
    ['\u0301\u0301\u0301'],
    ['\uFE0F'],
    // Letters of no meaning, as far as can be seen.
    [`${'\u{3347A}'.repeat(80)} Attic`],
    [['Attic']],
    [{}],
    [null],
  ])('%j is none', (friendlyName) => {
    expect(readServer({ friendlyName })).toEqual({ ...EMPTY_STAMP, broken: true })
  })
})

describe('the path of the page', () => {
  it.each([['/'], ['/setup'], ['/setup/index.html'], ['/~me/set-up_2'], [`/${'a'.repeat(200)}`]])(
    '%s is one of the server itself',
    (page) => {
      expect(readServer({ page })).toEqual({ ...EMPTY_STAMP, page })
    },
  )

  it.each([
    [''],
    ['setup'],
    ['//evil.example'],
    ['//evil.example/setup'],
    ['\\\\evil.example'],
    ['/\\evil.example'],
    ['/\t/evil.example'],
    ['https://evil.example/setup'],
    ['https:setup'],
    ['javascript:alert(1)'],
    ['@evil.example'],
    ['.evil.example'],
    [':80/setup'],
    ['/setup?x=1'],
    ['/setup#x'],
    ['/set%2Fup'],
    ['/set up'],
    ['/setup\n'],
    ['/"><script>'],
    [`/${'a'.repeat(201)}`],
    [null],
    [['/setup']],
  ])('%j is not', (page) => {
    expect(readServer({ page })).toEqual({ ...EMPTY_STAMP, broken: true })
  })
})

describe('the addresses', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => `http://10.0.${index >> 8}.${index & 255}:32400`)

  it.each([
    ['none', [], [], false],
    ['in the order of preference', ['http://b:1', 'http://a:1'], ['http://b:1', 'http://a:1'], false],
    ['none twice', ['http://a:1', 'http://b:1', 'http://a:1'], ['http://a:1', 'http://b:1'], false],
    [
      'none twice, however it is written',
      ['http://a:1', 'HTTP://A:1/', 'http://a:1/'],
      ['http://a:1'],
      false,
    ],
    ['thirty-two', many(32), many(32), false],
    ['a thousand: the first thirty-two', many(1_000), many(32), true],
    ['with a path', ['http://a:1/web'], [], true],
    ['without a scheme', ['a:1'], [], true],
    ['with a password', ['http://me:secret@a:1'], [], true],
    ['of other schemes', ['ftp://a', 'file:///a', 'javascript:alert(1)', 'http://a:1'], ['http://a:1'], true],
    ['of no text', [1, null, {}, ['http://a:1'], 'http://a:1'], ['http://a:1'], true],
    ['in an object', { 0: 'http://a:1', length: 1 }, [], true],
  ])('%s', (_what, addresses, expected, broken) => {
    expect(readServer({ addresses })).toEqual({ ...EMPTY_STAMP, addresses: expected, broken })
  })
})

describe('version and platform', () => {
  it.each([['1.43.4.9999-abcdef012'], ['1.2+build_3'], ['1'], ['v'.repeat(60)]])(
    '%s is a version',
    (version) => {
      expect(readServer({ version })).toEqual({ ...EMPTY_STAMP, version })
    },
  )
  it.each([[''], ['1 2'], ['1\n'], ['<1>'], ['v'.repeat(61)], [1.43], [null]])('%j is none', (version) => {
    expect(readServer({ version })).toEqual({ ...EMPTY_STAMP, broken: true })
  })
  it.each([['Windows'], ['MacOSX'], ['Linux']])('%s is a platform', (platform) => {
    expect(readServer({ platform })).toEqual({ ...EMPTY_STAMP, platform })
  })
  it.each([['windows'], ['macOS'], [''], [0], [['Linux']], ['__proto__']])('%j is none', (platform) => {
    expect(readServer({ platform })).toEqual({ ...EMPTY_STAMP, broken: true })
  })
})

describe('the code', () => {
  const expiresAt = '2026-11-23T09:30:00Z'
  it.each([['a1B2'], ['abcdefghijklmnopqrstuvwxy'], ['ABCDEFGHIJKLMNOPQRSTUVWX9']])('%s is one', (code) => {
    expect(read({ signIn: { code, expiresAt } }).signIn).toEqual({ code, expiresAtMs: Date.parse(expiresAt) })
  })

  it.each([
    [''],
    ['abc'],
    ['abcde'],
    ['a'.repeat(24)],
    ['a'.repeat(26)],
    ['a'.repeat(20)],
    ['a&b='],
    ['a#bc'],
    ['ab c'],
    ['abc\n'],
    ['\u212Abcd'],
    ['ſbcd'],
    ['１２３４'],
    [1234],
    [null],
    [['abcd']],
  ])('%j is none', (code) => {
    expect(read({ signIn: { code, expiresAt } })).toEqual({ ...EMPTY_STAMP, broken: true })
  })

  it.each([
    ['2026-11-23T09:30:00.000Z', Date.parse(expiresAt)],
    ['2026-11-23T10:30:00+01:00', Date.parse(expiresAt)],
    ['2026-13-45T99:99:99Z', null],
    ['2026-11-23', null],
    ['on 2026-11-23T09:30:00Z', null],
    [['2026-11-23T09:30:00Z'], null],
    ['1795426200', null],
    ['Mon, 23 Nov 2026 09:30:00 GMT', null],
    [1_795_426_200_000, null],
    [null, null],
    ['', null],
  ])('is good until %j', (until, expected) => {
    expect(read({ signIn: { code: 'abcd', expiresAt: until } }).signIn?.expiresAtMs ?? null).toBe(expected)
  })
})

describe('anything at all', () => {
  /** contract.md §2, as a type that can be checked at run time. */
  function expectStamp(stamp: Stamp): void {
    expect(Object.keys(stamp).toSorted()).toEqual(Object.keys(EMPTY_STAMP).toSorted())
    expect(stamp.machineIdentifier ?? ATTIC).toMatch(/^[0-9a-f]{32,64}$/)
    expect(stamp.friendlyName ?? 'x').not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u)
    expect([...(stamp.friendlyName ?? 'x')].length).toBeLessThanOrEqual(80)
    expect(stamp.friendlyName).not.toBe('')
    expect(stamp.version ?? '1').toMatch(/^[\w.+-]{1,60}$/)
    expect([null, 'Windows', 'MacOSX', 'Linux']).toContain(stamp.platform)
    expect(stamp.addresses.length).toBeLessThanOrEqual(32)
    expect(new Set(stamp.addresses).size).toBe(stamp.addresses.length)
    for (const address of stamp.addresses) {
      expect(address).toMatch(/^https?:/)
      expect(new URL(address).origin).toBe(address)
    }
    expect([null, true, false]).toContain(stamp.enforced)
    const own = 'http://attic:32400'
    expect(new URL(stamp.page ?? '/', own).origin).toBe(own)
    expect(new URL(`${own}${stamp.page ?? '/'}`).origin).toBe(own)
    expect(stamp.signIn?.code ?? 'abcd').toMatch(/^([a-zA-Z0-9]{4}|[a-zA-Z0-9]{25})$/)
    expect(Number.isFinite(stamp.signIn?.expiresAtMs ?? 0)).toBe(true)
    expect(Number.isFinite(stamp.writtenAtMs ?? 0)).toBe(true)
    expect(stamp.language ?? 'de').toMatch(/^[a-z]{2,3}(-[a-z0-9]+)*$/i)
    expect(typeof stamp.broken).toBe('boolean')
  }

  const odd = fc.oneof(
    fc.jsonValue(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      ATTIC,
      'Attic',
      'Linux',
      '/setup',
      '//evil.example',
      'http://a:1',
      'abcd',
      true,
      FULL.writtenAt,
    ),
  )
  const server = fc.record(
    {
      machineIdentifier: odd,
      friendlyName: odd,
      version: odd,
      platform: odd,
      addresses: fc.oneof(
        odd,
        fc.array(fc.oneof(odd, fc.webUrl(), fc.constantFrom(...FULL.server.addresses))),
      ),
      enforced: odd,
      page: fc.oneof(odd, fc.stringMatching(/^[/\\.:@~\w-]{1,12}$/)),
    },
    { requiredKeys: [] },
  )
  const value = fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        format: fc.constantFrom(1, 1, 1, 2, '1', null),
        writtenAt: odd,
        language: odd,
        server: fc.oneof(server, server, server, odd),
        signIn: fc.oneof(odd, fc.record({ code: odd, expiresAt: odd }, { requiredKeys: [] })),
      },
      { requiredKeys: [] },
    ),
  )

  it('text gives a stamp', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.anything()), (text) => {
        expectStamp(parseStamp(text))
      }),
    )
  })

  it('JSON gives a stamp whose parts are what they should be', () => {
    fc.assert(
      fc.property(value, (written) => {
        expectStamp(read(written))
      }),
      { numRuns: 1_000 },
    )
  })

  it('a stamp cut short gives an empty one', () => {
    const whole = JSON.stringify(FULL)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: whole.length - 1 }), (length) => {
        expect(parseStamp(whole.slice(0, length))).toEqual({ ...EMPTY_STAMP, broken: true })
      }),
    )
  })
})
