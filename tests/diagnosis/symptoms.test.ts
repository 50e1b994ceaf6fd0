import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { CAUSES, type Cause } from '../../src/diagnosis/cause.ts'
import { causesForWords } from '../../src/diagnosis/symptoms.ts'

// A busy computer takes its time over thousands of examples.
vi.setConfig({ testTimeout: 60_000 })

/** The titles of the help threads that link to the announcement, each with its judged cause. */
const TITLES: readonly (readonly [number, string, Cause])[] = [
  [1, 'Cannot connect to plex', 'not-running'],
  [2, "Lost connection to server and can't find a way to get it back", 'revoked'],
  [3, 'Lost all control of server (unauthorized, unclaimed, and getting ready loop', 'revoked'],
  [4, "I moved the server to a different computer, can't log in", 'lost-identity'],
  [5, 'I changed my password and it kicked all devices off', 'revoked'],
  [6, "Can't Add Media", 'not-claimed'],
  [7, "Plex Media Server doesn't start after installation", 'not-running'],
  [8, "New server, can't add local media, instead directed to plex download page", 'not-claimed'],
  [9, 'Server lost', 'revoked'],
  [10, "Old account not working. Created a new one but it's not working either", 'another-account'],
  [11, 'Not Authorized to view my own libraries?', 'revoked'],
  [12, 'Server / Medien nicht angezeigt', 'revoked'],
  [13, 'Corrupt Database error following update to windows 10 … 64 bit', 'damaged-database'],
  [14, "I can't create libraries", 'not-claimed'],
  [15, 'Unable to add media files', 'not-claimed'],
  [16, 'Unable to Add Media', 'not-claimed'],
  [17, 'Not Authorized - You do not have access to this server', 'revoked'],
  [18, 'Unable to add local library even after reinstalling', 'not-claimed'],
  [19, 'Plex on VPS stuck on "Not Authorized"', 'not-local'],
  [20, 'Not authorized You do not have access to this server', 'revoked'],
  [21, 'Unable to load films to library', 'not-claimed'],
  [22, 'Plex Server Not Responding', 'not-running'],
  [23, 'Remote Access Stopped and cant get it working!', 'broken-route'],
  [24, "Migration issue, can only access as 'nearby'", 'lost-identity'],
  [25, "Migration issue, can only access as 'nearby'", 'lost-identity'],
  [26, 'Server Disappeared, Cannot Claim', 'revoked'],
  [27, 'Server no longer shown', 'revoked'],
  [28, 'Unable to add new Plex Server after deleting old one', 'removed-from-account'],
  [29, "No library access/can't run Plex media server", 'not-running'],
  [30, "You need to reclaim your server, but don't dare to touch the Windows Registry", 'afraid-of-registry'],
  [31, 'PMS as a service', 'another-user'],
  [32, 'Not Authorized', 'revoked'],
  [
    33,
    "Transferred files to a new SSD, accidentally deleted my server, and can't add a new server",
    'removed-from-account',
  ],
  [34, "New install of PMS signed in and server features missing and can't add libraries", 'not-claimed'],
  [35, 'Plex Server is running but unable to add library', 'not-claimed'],
  [36, 'Where has My Plex Server Gone?', 'revoked'],
  [37, 'Serverproblems after new password', 'revoked'],
  [38, 'Serious help needed', 'unknown'],
  [39, 'Plex says "get Plex media server" but it\'s already running', 'not-claimed'],
  [
    40,
    'Verify you have a network connection and that the server is online, or see our tips for further ass',
    'not-running',
  ],
  [41, 'Lost my media connections on resetting password', 'revoked'],
  [42, 'Paswort reset - no longer any media availabe', 'revoked'],
  [43, 'Cant access settings / gear even w PP', 'another-account'],
  [44, "Can't find my server after removing authorized devices", 'removed-from-account'],
  [45, 'Unable to install new plex server on new w 11 computer', 'not-claimed'],
  [46, 'Help, library buttons gone, where are they?', 'not-claimed'],
  [
    47,
    'Installed Plex on New Computer and Keep getting Run Media Server when trying to install new dir',
    'not-claimed',
  ],
  [48, 'Lost access to Plex Server after password trouble', 'revoked'],
  [49, 'Plex Media Server on Windows', 'unknown'],
  [50, 'Not Allowed to use Hetzner', 'account-out-of-reach'],
  [51, 'Unable to claim server', 'not-local'],
]

const GERMAN: readonly (readonly [string, Cause])[] = [
  ['Seit ich mein Passwort geändert habe, ist alles weg', 'revoked'],
  ['Nicht berechtigt', 'revoked'],
  ['mein server ist verschwunden', 'revoked'],
  ['Ich kann keine Bibliothek hinzufügen', 'not-claimed'],
  ['Mediathek hinzufügen geht nicht', 'not-claimed'],
  ['Ich kann keine Mediathek anlegen', 'not-claimed'],
  ['keine Mediatheken erstellen', 'not-claimed'],
  ['Es lassen sich keine Medien hinzufuegen', 'not-claimed'],
  ['Ich soll etwas herunterladen, dabei läuft der Server', 'not-claimed'],
  ['Die Datenbank ist beschädigt', 'damaged-database'],
  ['auf einen neuen Rechner umgezogen', 'lost-identity'],
  ['Plex läuft als Dienst', 'another-user'],
  ['Fernzugriff geht nicht', 'broken-route'],
  ['Der Code ist abgelaufen', 'code-spent'],
  ['mein Browser blockiert die Seite', 'blocked'],
  ['Der Server startet nicht', 'not-running'],
  ['Server reagiert nicht mehr', 'not-running'],
  ['auf einem gemieteten Server', 'not-local'],
  ['ich habe ein zweites Konto', 'another-account'],
  ['Das Zahnrad fehlt', 'another-account'],
  ['Gerät aus dem Konto entfernt', 'removed-from-account'],
  ['aus Versehen den Server gelöscht', 'removed-from-account'],
  ['ich will nicht an die Registrierung', 'afraid-of-registry'],
  ['Uhr geht falsch', 'account-out-of-reach'],
  ['Werbeblocker', 'blocked'],
  ['Kennwort vergessen und neu gesetzt', 'revoked'],
  ['Portfreigabe am Router', 'broken-route'],
]

const MISSPELT: readonly (readonly [string, Cause])[] = [
  ['pasword reset', 'revoked'],
  ['changed my passwrod', 'revoked'],
  ['not authorised', 'revoked'],
  ['NOT AUTORIZED', 'revoked'],
  ['server dissapeared', 'revoked'],
  ['cant add libary', 'not-claimed'],
  ['can’t add a libraray', 'not-claimed'],
  ['unable too add medai', 'not-claimed'],
  ['curropt databse', 'damaged-database'],
  ['registrry edit', 'afraid-of-registry'],
  ['remote acces', 'broken-route'],
  ['doesnt strat', 'not-running'],
  ['not respnding', 'not-running'],
  ['cant conect', 'not-running'],
  ['migratoin to new nas', 'lost-identity'],
  ['runs as a servcie', 'another-user'],
  ['hetzer', 'account-out-of-reach'],
  ['my clame code exipred', 'code-spent'],
  ['wrong acount', 'another-account'],
  ['removed a devise', 'removed-from-account'],
  ['delted server', 'removed-from-account'],
  ['browser bloks it', 'blocked'],
  ['cannot cliam', 'not-local'],
]

const first = (text: string): Cause | undefined => causesForWords(text)[0]

describe('the titles', () => {
  it('are ranked with their cause first, but for five at most', () => {
    const missed = TITLES.filter(([, title, cause]) => first(title) !== cause)
    expect(TITLES.filter(([number]) => number <= 49)).toHaveLength(49)
    expect(
      missed.length,
      missed.map(([number, title]) => `${number} ${title}: ${first(title)}`).join('\n'),
    ).toBeLessThanOrEqual(5)
  })

  it.each(TITLES)('%i “%s” has %s among its first two', (_, title, cause) => {
    expect(causesForWords(title).slice(0, 2)).toContain(cause)
  })
})

it.each(GERMAN)('understands German: %s', (text, cause) => {
  expect(first(text)).toBe(cause)
})

it.each([
  ['fr', "mon serveur n'apparaît plus depuis que j'ai changé le mot de passe", 'revoked'],
  ['es', 'no encuentro dónde añadir mis películas, recién instalado', 'not-claimed'],
  ['it', "l'accesso remoto non funziona fuori casa", 'broken-route'],
  ['nl', 'per ongeluk de server verwijderd uit mijn account', 'removed-from-account'],
  ['pt-BR', 'meu banco de dados está corrompido', 'damaged-database'],
  ['pl', 'boję się edytować rejestr', 'afraid-of-registry'],
] as const)('understands %s: %s', (_, text, cause) => {
  expect(first(text)).toBe(cause)
})

// What no example has: the English words and the texts of programs in it are enough.
it.each([
  ['sv', 'servern säger not authorized efter jag bytte lösenord', 'revoked'],
  ['tr', 'remote access çalışmıyor', 'broken-route'],
  ['fi', 'palvelin ei vastaa ERR_CONNECTION_REFUSED', 'not-running'],
  ['hu', 'docker claim token lejárt', 'code-spent'],
  ['ru', 'сервер unclaimed, что делать', 'not-claimed'],
  ['uk', 'plex.tv не працює, pihole', 'account-out-of-reach'],
  ['el', 'γράφει database disk image is malformed', 'damaged-database'],
  ['ar', 'بعد تغيير password السيرفر unauthorized', 'revoked'],
  ['he', 'cgnat מונע גישה', 'broken-route'],
  ['ja', 'サーバーがunclaimedのまま', 'not-claimed'],
  ['zh-Hans', '服务器 database corrupt', 'damaged-database'],
] as const)('understands the English in %s: %s', (_, text, cause) => {
  expect(first(text)).toBe(cause)
})

it('recognises nothing in a language that it does not know', () => {
  for (const text of ['jag har glömt mitt recept på pannkakor', 'как приготовить борщ', '今日の天気']) {
    expect(causesForWords(text)).toEqual(['unknown'])
  }
})

it.each(MISSPELT)('forgives: %s', (text, cause) => {
  expect(first(text)).toBe(cause)
})

it.each(['', '   ', '????', 'Serious help needed', 'asdf qwer', 'Plex'])(
  'does not know what to make of “%s”',
  (text) => {
    expect(causesForWords(text)).toEqual(['unknown'])
  },
)

it('has an answer to any text, each cause at most once, and "unknown" as the last', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
      const causes = causesForWords(text)
      expect(causes.at(-1)).toBe('unknown')
      expect(new Set(causes).size).toBe(causes.length)
      for (const cause of causes) expect(CAUSES).toContain(cause)
    }),
  )
  expect(causesForWords(`password ${'x'.repeat(1_000_000)}`)[0]).toBe('revoked')
})
