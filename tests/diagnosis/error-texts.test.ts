import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { CAUSES, type Cause } from '../../src/diagnosis/cause.ts'
import { ERROR_TEXTS } from '../../src/diagnosis/error-texts.ts'
import { causesForWords, understand } from '../../src/diagnosis/symptoms.ts'

// A busy computer takes its time over long pastes.
vi.setConfig({ testTimeout: 60_000 })

/** What was pasted, and the cause that comes first. */
const PASTED: readonly (readonly [string, Cause])[] = [
  // Chromium
  ['ERR_CONNECTION_REFUSED', 'not-running'],
  ['net::ERR_CONNECTION_TIMED_OUT', 'not-running'],
  ['ERR_ADDRESS_UNREACHABLE', 'not-running'],
  ['ERR_INTERNET_DISCONNECTED', 'not-running'],
  ['ERR_EMPTY_RESPONSE', 'broken-route'],
  ['ERR_CONNECTION_RESET', 'broken-route'],
  ['ERR_CONNECTION_CLOSED', 'broken-route'],
  ['ERR_CERT_COMMON_NAME_INVALID', 'broken-route'],
  ['NET::ERR_CERT_AUTHORITY_INVALID', 'broken-route'],
  ['ERR_CERT_DATE_INVALID', 'account-out-of-reach'],
  ['ERR_SSL_PROTOCOL_ERROR', 'broken-route'],
  ['ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'broken-route'],
  ['ERR_NAME_NOT_RESOLVED 192-168-1-20.0123.plex.direct', 'broken-route'],
  ['net::ERR_BLOCKED_BY_CLIENT', 'blocked'],
  ['ERR_BLOCKED_BY_PRIVATE_NETWORK_ACCESS_CHECKS', 'blocked'],
  ['ERR_NETWORK_ACCESS_DENIED', 'blocked'],
  ['ERR_PROXY_CONNECTION_FAILED', 'blocked'],
  // Firefox
  ['NS_ERROR_CONNECTION_REFUSED', 'not-running'],
  ['NS_ERROR_NET_TIMEOUT', 'not-running'],
  ['NS_ERROR_NET_RESET', 'broken-route'],
  ['NS_ERROR_LOCAL_NETWORK_DENIED', 'blocked'],
  ['SSL_ERROR_RX_RECORD_TOO_LONG', 'broken-route'],
  ['MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT', 'broken-route'],
  ['SEC_ERROR_UNKNOWN_ISSUER', 'broken-route'],
  ['Cross-Origin Request Blocked', 'blocked'],
  // Safari
  ['NSURLErrorDomain Code=-1004', 'not-running'],
  ['NSURLErrorDomain Code=-1202', 'broken-route'],
  // Programs
  ['connect ECONNREFUSED 192.168.1.20:32400', 'not-running'],
  ['connect ETIMEDOUT', 'not-running'],
  ['Host unreachable EHOSTUNREACH', 'blocked'],
  ['getaddrinfo ENOTFOUND plex.tv', 'account-out-of-reach'],
  ['getaddrinfo EAI_AGAIN plex.tv', 'account-out-of-reach'],
  ['read ECONNRESET', 'broken-route'],
  ['listen EADDRINUSE :::32400', 'not-running'],
  ['curl: (7) Failed to connect to 192.168.1.20 port 32400', 'not-running'],
  ['curl: (28) Connection timed out', 'not-running'],
  ['curl: (52) Empty reply from server', 'broken-route'],
  ['curl: (60) SSL certificate problem', 'broken-route'],
  ['curl: (6) Could not resolve host: plex.tv', 'account-out-of-reach'],
  ['[Errno 111] Connection refused', 'not-running'],
  ['dial tcp 10.0.0.2:32400: connect: connection refused', 'not-running'],
  ['x509: certificate is valid for *.plex.direct', 'broken-route'],
  ['requests.exceptions.SSLError: certificate verify failed', 'broken-route'],
  ["Hostname/IP does not match certificate's altnames", 'broken-route'],
  ['Could not create SSL/TLS secure channel', 'account-out-of-reach'],
  ['No connection could be made because the target machine actively refused it', 'not-running'],
  ['Error 1069: The service did not start due to a logon failure', 'another-user'],
  ['C:\\Windows\\System32\\config\\systemprofile\\AppData', 'another-user'],
  ['HKEY_CURRENT_USER\\Software\\Plex, Inc.', 'afraid-of-registry'],
  ['database disk image is malformed', 'damaged-database'],
  ['Error: Unable to set up server: sqlite3_statement_backend::loadOne', 'damaged-database'],
  ['Permission was denied for this request to access the unknown address space', 'blocked'],
  // Pages
  ['502 Bad Gateway', 'not-running'],
  ['504 Gateway Time-out', 'not-running'],
  ['503 Service Temporarily Unavailable', 'not-running'],
  ['no available server', 'not-running'],
  ['500 Internal Server Error', 'account-out-of-reach'],
  ['429 Too Many Requests', 'account-out-of-reach'],
  ['401 Unauthorized', 'revoked'],
  ['http returned status 401', 'revoked'],
]

it.each(PASTED)('recognises “%s”: %s', (text, cause) => {
  expect(causesForWords(text)[0]).toBe(cause)
  expect(understand(text).errors).not.toEqual([])
})

it.each([
  ['Dann kam ERR_CONNECTION_REFUSED, was heißt das?', 'not-running'],
  ['et voilà: NS_ERROR_LOCAL_NETWORK_DENIED', 'blocked'],
  ['サーバー ECONNREFUSED', 'not-running'],
  ['сертификат ERR_CERT_COMMON_NAME_INVALID', 'broken-route'],
] as const)('recognises it in any language: %s', (text, cause) => {
  expect(causesForWords(text)[0]).toBe(cause)
})

it('leaves more than one cause open where a number says no more', () => {
  expect(causesForWords('401').slice(0, 3).sort()).toEqual(['another-account', 'not-local', 'revoked'])
  expect(causesForWords('403').slice(0, 3).sort()).toEqual(['another-account', 'not-local', 'revoked'])
})

it('lets words tell apart what a number leaves open', () => {
  expect(causesForWords('401 since the server runs on a vps in docker')[0]).toBe('not-local')
  expect(causesForWords('401 Unauthorized after I changed the password')[0]).toBe('revoked')
})

it.each([
  'port 32400',
  'i have 401 movies and 2 tvs',
  '500 GB are full',
  'version 1.43.4.10915',
  'http://192.168.1.20:32400',
])('takes no number for an error that only looks like one: %s', (text) => {
  expect(understand(text).errors).toEqual([])
})

describe('the table', () => {
  it('names each text once, speaks for causes that there are, and repeats nothing without a limit', () => {
    const names = ERROR_TEXTS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const { name, says, speaks } of ERROR_TEXTS) {
      expect(Object.keys(speaks).length, name).toBeGreaterThan(0)
      for (const cause of Object.keys(speaks)) expect(CAUSES).toContain(cause)
      expect(says.source.replace(/\\\S/g, ''), name).not.toMatch(/[*+]/)
      expect(says.source, `${name} is compared with small letters`).not.toMatch(/[A-Z]/)
      expect(says.flags, name).toBe('')
    }
  })

  it('takes a time that grows with the length of what is pasted, and no faster', () => {
    const hard = [
      'plex.tv ',
      'claim ',
      'tls ',
      'enotfound ',
      'claimed="',
      'curl: (',
      '<preferences ',
      'a',
      '503',
      ' ',
      '\n',
    ]
    for (const piece of hard) {
      const paste = piece.repeat(Math.ceil(1_000_000 / piece.length))
      const began = performance.now()
      understand(paste)
      expect(performance.now() - began, piece).toBeLessThan(5_000)
    }
  }, 120_000)

  it('has an answer to any text, each cause once', () => {
    const parts = fc.constantFrom(...PASTED.map(([text]) => text))
    fc.assert(
      fc.property(fc.array(fc.oneof(parts, fc.string({ unit: 'binary' }))), (pieces) => {
        const { fits, errors } = understand(pieces.join('\n'))
        const causes = fits.map(({ cause }) => cause)
        expect(new Set(causes).size).toBe(causes.length)
        expect(causes).not.toContain('unknown')
        for (const name of errors) expect(ERROR_TEXTS.map((each) => each.name)).toContain(name)
      }),
    )
  }, 60_000)
})

it.each([
  'SSL: CERTIFICATE_VERIFY_FAILED while claiming',
  "HTTPSConnectionPool(host='plex.tv', port=443): SSLError certificate verify failed",
  'ssl handshake failed with plex.tv',
  'TLS-Fehler beim Claimen',
])(
  'L13: a certificate that stands between a server or a helper and the account is the account’s: %s',
  (text) => {
    expect(causesForWords(text)[0]).toBe('account-out-of-reach')
  },
)

it.each([
  'SSL_ERROR_BAD_CERT_DOMAIN on 192-168-1-20.0123.plex.direct',
  'certificate for https://192.168.1.20:32400 is invalid',
])('and one of the server itself is not: %s', (text) => {
  expect(causesForWords(text)[0]).toBe('broken-route')
})
