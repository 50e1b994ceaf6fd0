import { describe, expect, it, vi } from 'vitest'
import type { Cause } from '../../src/diagnosis/cause.ts'
import { isPasted, piecesOf } from '../../src/diagnosis/paste.ts'
import { causesForWords, understand } from '../../src/diagnosis/symptoms.ts'

// A busy computer takes its time over long pastes.
vi.setConfig({ testTimeout: 60_000 })

const ID = '0123456789abcdef0123456789abcdef01234567'
const identity = (claimed: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<MediaContainer size="0" apiVersion="1.2.2" ${claimed} machineIdentifier="${ID}" version="1.43.3.10828-00f062b15">\n</MediaContainer>`
const maintenance = (what: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Response code="503" title="Maintenance" status="Plex Media Server is currently running ${what}."/>`
const log = (line: string, around = 200) => {
  const quiet = (at: number) =>
    `Sep 12, 2025 10:00:${at % 60}.123 [0x7f] DEBUG - Request: GET /status (3 live) ${at}`
  const lines = Array.from({ length: around }, (_, at) => quiet(at))
  return [...lines, line, ...lines].join('\n')
}

const PASTED: readonly (readonly [string, string, Cause, Cause | null])[] = [
  ['/identity of a claimed server', identity('claimed="1"'), 'revoked', null],
  ['/identity of an unclaimed server', identity('claimed="0"'), 'not-claimed', null],
  [
    'the same as JSON',
    `{"MediaContainer":{"size":0,"claimed":false,"machineIdentifier":"${ID}"}}`,
    'not-claimed',
    null,
  ],
  [
    'the same with text in it',
    `{"MediaContainer":{"size":"0","claimed":"1","machineIdentifier":"${ID}"}}`,
    'revoked',
    null,
  ],
  [
    'a server that starts',
    identity('claimed="0" startState="startingPlugins"'),
    'not-running',
    'damaged-database',
  ],
  ['the 503 of migrations', maintenance('database migrations'), 'not-running', 'damaged-database'],
  ['the 503 of maintenance', maintenance('startup maintenance tasks'), 'not-running', 'damaged-database'],
  [
    'the server’s 401',
    '<html><head><title>Unauthorized</title></head><body><h1>401 Unauthorized</h1></body></html>',
    'revoked',
    null,
  ],
  [
    'a page of nginx',
    '<html>\n<head><title>502 Bad Gateway</title></head>\n<body>\n<center><h1>502 Bad Gateway</h1></center>\n<hr><center>nginx</center>\n</body>\n</html>',
    'not-running',
    null,
  ],
  [
    'a log with a damaged database',
    log('ERROR - SQLITE3:0x80000001, 11, database disk image is malformed'),
    'damaged-database',
    null,
  ],
  [
    'a log without a way to the account',
    log(
      'ERROR - HttpClient: HTTP error requesting GET https://plex.tv/api/v2/user (6, Could not resolve host)',
    ),
    'account-out-of-reach',
    null,
  ],
  [
    'a log of Docker',
    log(
      'Unable to claim Plex server. Either manually claim by connecting to the server or recreate the container with a new claim token',
    ),
    'code-spent',
    null,
  ],
  ['a console', log('GET http://192.168.1.20:32400/identity net::ERR_BLOCKED_BY_CLIENT'), 'blocked', null],
  [
    'a person’s words below a long log',
    `${log('INFO - hello', 1_000)}\nsince I changed my password the server is gone`,
    'revoked',
    null,
  ],
  [
    'a person’s words above a log',
    `since I changed my password the server is gone\n${log('INFO - hello')}`,
    'revoked',
    null,
  ],
]

describe('a paste', () => {
  it.each(PASTED)('is read whole: %s', (_, text, first, second) => {
    const causes = causesForWords(text)
    expect(causes[0]).toBe(first)
    if (second !== null) expect(causes[1]).toBe(second)
  })

  it('finds the telling line in the midst of a megabyte', () => {
    expect(causesForWords(log('connect ECONNREFUSED', 8_000))[0]).toBe('not-running')
  })

  it('gives back nothing of what was pasted', () => {
    const secret = 'zQ7sSecretTokenXy12'
    const root = `<MediaContainer size="25" friendlyName="Anna’s Server" myPlex="1" myPlexSigninState="ok" myPlexUsername="anna@example.test" token="${secret}" X-Plex-Token="${secret}" version="1.20.4">`
    const settings = `<Preferences MachineIdentifier="${ID}" PlexOnlineToken="${secret}" PlexOnlineMail="anna@example.test"/>`
    for (const text of [root, settings, log(`GET /?X-Plex-Token=${secret} ECONNREFUSED`)]) {
      expect(causesForWords(text)[0]).not.toBe('unknown')
      expect(JSON.stringify(understand(text))).not.toMatch(/anna|secret|0123456789abcdef/i)
    }
  })
})

it.each(['404', '503', '401', '10061'])('takes no number in a log for an error: %s', (number) => {
  expect(understand(log(`DEBUG - Request: GET /status (3 live) ${number}`)).errors).toEqual([])
})

it.each(['status 503', 'HTTP/1.1 502 Bad Gateway', 'returned 401', 'Error: 500', 'socket error 10061'])(
  'takes one that is called an error for it: %s',
  (line) => {
    expect(understand(log(line)).errors).toHaveLength(1)
  },
)

it('tells what was pasted from what was written, and reads it in pieces that are not too many', () => {
  expect(isPasted('my server is gone')).toBe(false)
  expect(piecesOf('my server\nis gone')).toEqual(['my server\nis gone'])
  const pieces = piecesOf(log('x', 50_000))
  expect(pieces.length).toBeLessThanOrEqual(80)
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(300)
  expect(piecesOf('y'.repeat(1_000)).join('')).toBe('y'.repeat(1_000))
})
