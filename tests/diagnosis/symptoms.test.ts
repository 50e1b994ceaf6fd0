import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CAUSES, type CauseCode } from '../../src/diagnosis/cause.ts'
import { causesForWords } from '../../src/diagnosis/symptoms.ts'

/** The titles of the help threads that link to the announcement, each with its judged cause. */
const TITLES: readonly (readonly [number, string, CauseCode])[] = [
  [1, 'Cannot connect to plex', 'C9'],
  [2, "Lost connection to server and can't find a way to get it back", 'C2'],
  [3, 'Lost all control of server (unauthorized, unclaimed, and getting ready loop', 'C2'],
  [4, "I moved the server to a different computer, can't log in", 'C5'],
  [5, 'I changed my password and it kicked all devices off', 'C2'],
  [6, "Can't Add Media", 'C1'],
  [7, "Plex Media Server doesn't start after installation", 'C9'],
  [8, "New server, can't add local media, instead directed to plex download page", 'C1'],
  [9, 'Server lost', 'C2'],
  [10, "Old account not working. Created a new one but it's not working either", 'C4'],
  [11, 'Not Authorized to view my own libraries?', 'C2'],
  [12, 'Server / Medien nicht angezeigt', 'C2'],
  [13, 'Corrupt Database error following update to windows 10 … 64 bit', 'C10'],
  [14, "I can't create libraries", 'C1'],
  [15, 'Unable to add media files', 'C1'],
  [16, 'Unable to Add Media', 'C1'],
  [17, 'Not Authorized - You do not have access to this server', 'C2'],
  [18, 'Unable to add local library even after reinstalling', 'C1'],
  [19, 'Plex on VPS stuck on "Not Authorized"', 'C7'],
  [20, 'Not authorized You do not have access to this server', 'C2'],
  [21, 'Unable to load films to library', 'C1'],
  [22, 'Plex Server Not Responding', 'C9'],
  [23, 'Remote Access Stopped and cant get it working!', 'C12'],
  [24, "Migration issue, can only access as 'nearby'", 'C5'],
  [25, "Migration issue, can only access as 'nearby'", 'C5'],
  [26, 'Server Disappeared, Cannot Claim', 'C2'],
  [27, 'Server no longer shown', 'C2'],
  [28, 'Unable to add new Plex Server after deleting old one', 'C3'],
  [29, "No library access/can't run Plex media server", 'C9'],
  [30, "You need to reclaim your server, but don't dare to touch the Windows Registry", 'C11'],
  [31, 'PMS as a service', 'C6'],
  [32, 'Not Authorized', 'C2'],
  [33, "Transferred files to a new SSD, accidentally deleted my server, and can't add a new server", 'C3'],
  [34, "New install of PMS signed in and server features missing and can't add libraries", 'C1'],
  [35, 'Plex Server is running but unable to add library', 'C1'],
  [36, 'Where has My Plex Server Gone?', 'C2'],
  [37, 'Serverproblems after new password', 'C2'],
  [38, 'Serious help needed', 'C15'],
  [39, 'Plex says "get Plex media server" but it\'s already running', 'C1'],
  [
    40,
    'Verify you have a network connection and that the server is online, or see our tips for further ass',
    'C9',
  ],
  [41, 'Lost my media connections on resetting password', 'C2'],
  [42, 'Paswort reset - no longer any media availabe', 'C2'],
  [43, 'Cant access settings / gear even w PP', 'C4'],
  [44, "Can't find my server after removing authorized devices", 'C3'],
  [45, 'Unable to install new plex server on new w 11 computer', 'C1'],
  [46, 'Help, library buttons gone, where are they?', 'C1'],
  [
    47,
    'Installed Plex on New Computer and Keep getting Run Media Server when trying to install new dir',
    'C1',
  ],
  [48, 'Lost access to Plex Server after password trouble', 'C2'],
  [49, 'Plex Media Server on Windows', 'C15'],
  [50, 'Not Allowed to use Hetzner', 'C8'],
  [51, 'Unable to claim server', 'C7'],
]

const GERMAN: readonly (readonly [string, CauseCode])[] = [
  ['Seit ich mein Passwort geändert habe, ist alles weg', 'C2'],
  ['Nicht berechtigt', 'C2'],
  ['mein server ist verschwunden', 'C2'],
  ['Ich kann keine Bibliothek hinzufügen', 'C1'],
  ['Mediathek hinzufügen geht nicht', 'C1'],
  ['Ich kann keine Mediathek anlegen', 'C1'],
  ['keine Mediatheken erstellen', 'C1'],
  ['Es lassen sich keine Medien hinzufuegen', 'C1'],
  ['Ich soll etwas herunterladen, dabei läuft der Server', 'C1'],
  ['Die Datenbank ist beschädigt', 'C10'],
  ['auf einen neuen Rechner umgezogen', 'C5'],
  ['Plex läuft als Dienst', 'C6'],
  ['Fernzugriff geht nicht', 'C12'],
  ['Der Code ist abgelaufen', 'C14'],
  ['mein Browser blockiert die Seite', 'C13'],
  ['Der Server startet nicht', 'C9'],
  ['Server reagiert nicht mehr', 'C9'],
  ['auf einem gemieteten Server', 'C7'],
  ['ich habe ein zweites Konto', 'C4'],
  ['Das Zahnrad fehlt', 'C4'],
  ['Gerät aus dem Konto entfernt', 'C3'],
  ['aus Versehen den Server gelöscht', 'C3'],
  ['ich will nicht an die Registrierung', 'C11'],
  ['Uhr geht falsch', 'C8'],
  ['Werbeblocker', 'C13'],
  ['Kennwort vergessen und neu gesetzt', 'C2'],
  ['Portfreigabe am Router', 'C12'],
]

const MISSPELT: readonly (readonly [string, CauseCode])[] = [
  ['pasword reset', 'C2'],
  ['changed my passwrod', 'C2'],
  ['not authorised', 'C2'],
  ['NOT AUTORIZED', 'C2'],
  ['server dissapeared', 'C2'],
  ['cant add libary', 'C1'],
  ['can’t add a libraray', 'C1'],
  ['unable too add medai', 'C1'],
  ['curropt databse', 'C10'],
  ['registrry edit', 'C11'],
  ['remote acces', 'C12'],
  ['doesnt strat', 'C9'],
  ['not respnding', 'C9'],
  ['cant conect', 'C9'],
  ['migratoin to new nas', 'C5'],
  ['runs as a servcie', 'C6'],
  ['hetzer', 'C8'],
  ['my clame code exipred', 'C14'],
  ['wrong acount', 'C4'],
  ['removed a devise', 'C3'],
  ['delted server', 'C3'],
  ['browser bloks it', 'C13'],
  ['cannot cliam', 'C7'],
]

const first = (text: string): CauseCode | undefined => causesForWords(text)[0]

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

it.each(MISSPELT)('forgives: %s', (text, cause) => {
  expect(first(text)).toBe(cause)
})

it.each(['', '   ', '????', 'Serious help needed', 'asdf qwer', 'Plex'])(
  'does not know what to make of “%s”',
  (text) => {
    expect(causesForWords(text)).toEqual(['C15'])
  },
)

it('has an answer to any text, each cause at most once, and C15 as the last', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
      const causes = causesForWords(text)
      expect(causes.at(-1)).toBe('C15')
      expect(new Set(causes).size).toBe(causes.length)
      for (const cause of causes) expect(CAUSES).toContain(cause)
    }),
  )
  expect(causesForWords(`password ${'x'.repeat(1_000_000)}`)[0]).toBe('C2')
})
