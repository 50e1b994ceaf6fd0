import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { parseAddress, parseOrigin } from '../../src/lib/address.ts'

// A busy computer takes its time over thousands of examples.
vi.setConfig({ testTimeout: 60_000 })

/** The address, or what is wrong. */
function read(typed: unknown): string {
  const parsed = parseAddress(typed)
  return parsed.kind === 'address' ? parsed.address : parsed.problem
}

describe('F23: a port behind a slash', () => {
  const portIn = (typed: string) => {
    const parsed = parseAddress(typed)
    return parsed.kind === 'address' ? parsed.portBehindSlash : parsed.problem
  }

  it.each([
    ['192.168.0.4/32400/web', '32400'],
    ['attic-nas/8080', '8080'],
    ['https://192.168.0.4/32400/web', '32400'],
  ])('is told apart: %s', (typed, port) => {
    expect(portIn(typed)).toBe(port)
  })

  it.each([
    'http://192.168.0.4:32400/web/index.html#!/setup',
    '192.168.0.4:32400/32400',
    '192.168.0.4/324000',
    'https://media.example.net/2024',
    '192.168.0.4',
  ])('is none: %s', (typed) => {
    expect(portIn(typed)).toBeUndefined()
  })
})

describe('what a person types', () => {
  it.each([
    ['a name', 'attic-nas', 'http://attic-nas:32400'],
    ['a name with a port', 'attic-nas:8080', 'http://attic-nas:8080'],
    ['a name with dots', 'attic.home.arpa', 'http://attic.home.arpa:32400'],
    ['a name with underscores', 'my_nas.local', 'http://my_nas.local:32400'],
    ['capitals', 'ATTIC-NAS.Local', 'http://attic-nas.local:32400'],
    ['a dot at the end', 'attic.local.', 'http://attic.local.:32400'],
    ['a name of other letters', 'bücher.local', 'http://xn--bcher-kva.local:32400'],
    ['the same, written out', 'xn--bcher-kva.local', 'http://xn--bcher-kva.local:32400'],
    ['a label of 63 letters', `${'a'.repeat(63)}.local`, `http://${'a'.repeat(63)}.local:32400`],
    ['IPv4', '192.168.1.10', 'http://192.168.1.10:32400'],
    ['IPv4 with a port', '192.168.1.10:32401', 'http://192.168.1.10:32401'],
    ['IPv4 in wide digits', '１９２．１６８．１．１０', 'http://192.168.1.10:32400'],
    ['IPv6', 'fd00::10', 'http://[fd00::10]:32400'],
    ['IPv6 loopback', '::1', 'http://[::1]:32400'],
    ['IPv6 in brackets', '[fd00::10]', 'http://[fd00::10]:32400'],
    ['IPv6 in brackets with a port', '[fd00::10]:8080', 'http://[fd00::10]:8080'],
    ['IPv6 in full', 'FD00:0:0:0:0:0:0:0010', 'http://[fd00::10]:32400'],
    ['IPv6 with IPv4 inside', '::ffff:192.168.1.10', 'http://[::ffff:c0a8:10a]:32400'],
    ['http', 'http://attic-nas', 'http://attic-nas:32400'],
    ['http with a port', 'http://attic-nas:8080', 'http://attic-nas:8080'],
    ['http on its own port', 'http://attic-nas:80', 'http://attic-nas'],
    ['HTTP in capitals', 'HTTP://ATTIC', 'http://attic:32400'],
    ['https, which leads to a proxy', 'https://media.example.net', 'https://media.example.net'],
    ['https with a port', 'https://media.example.net:32400', 'https://media.example.net:32400'],
    ['the first port', 'attic:1', 'http://attic:1'],
    ['the last port', 'attic:65535', 'http://attic:65535'],
    [
      'a link with path and hash',
      'http://192.168.1.10:32400/web/index.html#!/server/x',
      'http://192.168.1.10:32400',
    ],
    ['a link with a query', 'http://attic:32400/identity?a=b@c%20d', 'http://attic:32400'],
    ['a path without a scheme', '192.168.1.10:32400/web', 'http://192.168.1.10:32400'],
    ['a query right after the host', 'attic?x=1', 'http://attic:32400'],
    ['a hash right after the host', 'attic#!/x', 'http://attic:32400'],
    ['a slash at the end', 'attic/', 'http://attic:32400'],
    ['a slash where a colon was meant', '192.168.0.4/32400/web', 'http://192.168.0.4:32400'],
    ['the same with another port', 'attic-nas/8080', 'http://attic-nas:8080'],
    ['the same in a link', 'https://192.168.0.4/32400/web', 'https://192.168.0.4:32400'],
    ['a number in a link that is no port', 'https://media.example.net/2024/web', 'https://media.example.net'],
    ['a number behind a slash that is too large', 'attic/324000/web', 'http://attic:32400'],
    ['a number behind a port', 'attic:8080/32400', 'http://attic:8080'],
    ['a name that begins with a number', 'attic/32400x', 'http://attic:32400'],
    ['one slash too few', 'http:/192.168.0.4:32400/web', 'http://192.168.0.4:32400'],
    ['a zone that says nothing', 'fd00::10%eth0', 'http://[fd00::10]:32400'],
    ['the same in a link', 'http://[fd00::10%25eth0]:8080/web', 'http://[fd00::10]:8080'],
    ['spaces around', '  \t192.168.1.10\n ', 'http://192.168.1.10:32400'],
  ])('%s: %s', (_what, typed, expected) => {
    expect(read(typed)).toBe(expected)
  })
})

describe('what is no address', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['blanks', ' \t\n\u00A0', 'empty'],
    ['a number', 32400, 'empty'],
    ['null', null, 'empty'],
    ['undefined', undefined, 'empty'],
    ['a list', ['attic'], 'empty'],

    ['half of an IPv4 address', '192.168.1', 'not-an-address'],
    ['IPv4 with a zero in front', '010.0.0.1', 'not-an-address'],
    ['IPv4 in hexadecimal', '0x7f.1', 'not-an-address'],
    ['IPv4 as one number', '2130706433', 'not-an-address'],
    ['a sentence', 'my media server', 'not-an-address'],
    ['a space in the middle', '192.168. 1.10', 'not-an-address'],
    ['only a scheme', 'http://', 'not-an-address'],
    ['only a port', ':32400', 'not-an-address'],
    ['only a path', '/web/index.html', 'not-an-address'],
    ['a network path', '//attic/web', 'not-an-address'],
    ['a Windows path', '\\\\attic\\media', 'not-an-address'],
    ['a dot', '.', 'not-an-address'],
    ['two dots in a row', 'attic..local', 'not-an-address'],
    ['a hyphen at the end', 'attic-', 'not-an-address'],
    ['a star', '*.local', 'not-an-address'],
    ['markup', '<b>attic</b>', 'not-an-address'],
    ['quotes', '"attic"', 'not-an-address'],
    ['IPv4 beyond 255', '192.168.1.256', 'not-an-address'],
    ['IPv4 of five parts', '192.168.1.10.1', 'not-an-address'],
    ['IPv6 with too many parts', '1:2:3:4:5:6:7:8:9', 'not-an-address'],
    ['IPv6 with two gaps', 'fd00::1::2', 'not-an-address'],
    ['empty brackets', '[]', 'not-an-address'],
    ['a name in brackets', '[attic]', 'not-an-address'],
    ['a wide slash', 'attic／x', 'not-an-address'],
    ['a wide @', 'me＠attic', 'not-an-address'],
    ['a label of 64 letters', `${'a'.repeat(64)}.local`, 'not-an-address'],
    ['a name of 254 letters', 'a.'.repeat(127), 'not-an-address'],
    ['a million letters', 'a'.repeat(1_000_000), 'not-an-address'],
    ['a million colons', ':'.repeat(1_000_000), 'not-an-address'],

    ['a file', 'file:///C:/Setup%20Plex.html', 'other-scheme'],
    ['ftp', 'ftp://attic', 'other-scheme'],
    ['a web socket', 'ws://attic:32400', 'other-scheme'],
    ['ftp in capitals', 'FTP://attic', 'other-scheme'],
    ['a misspelt scheme', 'htttp://attic', 'other-scheme'],

    ['a port that is too large', 'attic:65536', 'port'],
    ['port 0', 'attic:0', 'port'],
    ['a port of six digits', 'attic:000080', 'port'],
    ['a port of letters', 'attic:plex', 'port'],
    ['a negative port', 'attic:-1', 'port'],
    ['no port after the colon', 'attic:', 'port'],
    ['a port after IPv6 that is too large', '[fd00::10]:70000', 'port'],
    ['a script', 'javascript:alert(1)', 'port'],

    ['a name and a password', 'http://me:secret@attic', 'sign-in-data'],
    ['a name', 'me@attic', 'sign-in-data'],
    ['an address that hides another', 'http://192.168.1.10@evil.example/', 'sign-in-data'],

    ['a zone', 'fe80::1%eth0', 'zone'],
    ['a zone in brackets', 'http://[fe80::1%25eth0]:32400', 'zone'],
    ['an encoded host', 'http://%61ttic', 'not-an-address'],
    ['a zone of a link-local address in capitals', 'FEB0::1%en0', 'zone'],
    ['a port with a digit too many', '192.168.0.4:324000', 'port'],
    ['another scheme with one slash', 'ftp:/attic', 'port'],
  ])('%s', (_what, typed, expected) => {
    expect(read(typed)).toBe(expected)
  })
})

describe('what a program wrote', () => {
  it.each([
    ['an origin', 'http://192.168.1.10:32400', 'http://192.168.1.10:32400'],
    ['IPv6', 'http://[fd00::10]:32400', 'http://[fd00::10]:32400'],
    ['https', 'https://media.example.net', 'https://media.example.net'],
    ['no port: none is added', 'http://attic', 'http://attic'],
    ['a slash at the end', 'http://attic:32400/', 'http://attic:32400'],
    ['capitals', 'HTTP://ATTIC:32400', 'http://attic:32400'],
    ['the usual port', 'https://attic:443', 'https://attic'],
    ['no scheme', 'attic:32400', null],
    ['a path', 'http://attic:32400/web', null],
    ['two slashes at the end', 'http://attic:32400//', null],
    ['a query', 'http://attic:32400?x', null],
    ['a hash', 'http://attic:32400#x', null],
    ['user info', 'http://me@attic:32400', null],
    ['a zone', 'http://[fe80::1%25eth0]:32400', null],
    ['an encoded host', 'http://%61ttic:32400', null],
    ['a backslash', 'http://attic\\evil.example', null],
    ['a space before', ' http://attic', null],
    ['a line after', 'http://attic\n', null],
    ['a tab inside', 'http://at\ttic', null],
    ['a port that is too large', 'http://attic:65536', null],
    ['another scheme', 'ftp://attic', null],
    ['a script', 'javascript://attic', null],
    ['no host', 'http://', null],
    ['a host that no network has', 'http://a..b', null],
    ['nothing', '', null],
    ['null', null, null],
    ['a number', 1, null],
    ['a list', ['http://attic:32400'], null],
    ['an object', { toString: () => 'http://attic' }, null],
  ])('%s', (_what, value, expected) => {
    expect(parseOrigin(value)).toBe(expected)
  })
})

describe('anything at all', () => {
  const part = fc.oneof(
    fc.constantFrom(
      'http://',
      'https://',
      'HTTP://',
      'ftp:',
      '//',
      '/',
      ':',
      '::',
      '[',
      ']',
      '@',
      '%',
      '#',
      '?',
      '.',
      '-',
    ),
    fc.constantFrom(
      'attic',
      'local',
      '192.168.1.10',
      'fd00::10',
      '::ffff:1.2.3.4',
      '0x7f.1',
      '32400',
      '65536',
      '0',
    ),
    fc.constantFrom(
      ' ',
      '\t',
      '\n',
      '\u0000',
      '\u200B',
      '\u00AD',
      '\u202E',
      '。',
      '／',
      '％',
      'ß',
      'İ',
      '\uD800',
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  )
  const text = fc.oneof(
    fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
    fc.webUrl({ withFragments: true, withQueryParameters: true, validSchemes: ['http', 'https', 'ftp'] }),
    fc.ipV4(),
    fc.ipV4Extended(),
    fc.ipV6(),
    fc.domain(),
  )

  it('is an http(s) origin exactly, or a problem with a name', () => {
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: text }, fc.anything()), (typed) => {
        const parsed = parseAddress(typed)
        if (parsed.kind === 'problem') {
          const problems = ['empty', 'not-an-address', 'other-scheme', 'port', 'sign-in-data', 'zone']
          expect(problems).toContain(parsed.problem)
          return
        }
        const url = new URL(parsed.address)
        expect(url.origin).toBe(parsed.address)
        expect(url.href).toBe(`${parsed.address}/`)
        expect(parsed.address).toMatch(/^https?:\/\/(\[[0-9a-f:]+\]|[a-z0-9._-]+)(:\d+)?$/)
        expect(parseOrigin(parsed.address)).toBe(parsed.address)
        expect(parseAddress(`${parsed.address}/web`)).toEqual(
          url.port === '' && url.protocol === 'http:' ? expect.anything() : parsed,
        )
      }),
      { numRuns: 1_000 },
    )
  })

  it('is an origin for programs only where nothing but an origin is written', () => {
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: text }, fc.anything()), (value) => {
        const origin = parseOrigin(value)
        if (origin === null) return
        expect(new URL(String(value)).origin).toBe(origin)
        expect(parseOrigin(origin)).toBe(origin)
      }),
      { numRuns: 1_000 },
    )
  })

  it.each([
    ['every IPv4 address', fc.ipV4(), (host: string) => `http://${host}:32400`],
    ['every IPv6 address', fc.ipV6(), (host: string) => new URL(`http://[${host}]:32400`).origin],
  ])('%s is understood', (_what, hosts, expected) => {
    fc.assert(
      fc.property(hosts, (host) => {
        expect(read(host)).toBe(expected(host))
      }),
    )
  })
})

it.each(['null', 'file://', 'content://com.android.externalstorage.documents', 'content://media'])(
  'L32: %s is nobody’s address: a page that came that way is one from a disk',
  (origin) => {
    expect(parseOrigin(origin)).toBeNull()
  },
)
