import { expect, it } from 'vitest'
import { DATA_FOLDERS } from '../../src/help/data-folders.ts'
import type { Place } from '../../src/server/place.ts'

const LINUX = '/var/lib/plexmediaserver/Library/Application Support/Plex Media Server'

/** protocol.md §6, row by row; under a service `%LOCALAPPDATA%` is that of the account it logs on as. */
const ROWS: readonly (readonly [Place, system: string, path: string])[] = [
  ['windows-app', 'Windows', '%LOCALAPPDATA%\\Plex Media Server'],
  ['windows-service', '.\\<user>', 'C:\\Users\\<user>\\AppData\\Local\\Plex Media Server'],
  [
    'windows-service',
    'LocalSystem',
    'C:\\Windows\\System32\\config\\systemprofile\\AppData\\Local\\Plex Media Server',
  ],
  ['mac', 'macOS', '~/Library/Application Support/Plex Media Server'],
  ['linux', 'Debian, Ubuntu, Fedora', LINUX],
  ['linux', 'Snap', '/var/snap/plexmediaserver/common/Library/Application Support/Plex Media Server'],
  ['linux', 'FreeBSD', '/usr/local/plexdata/Plex Media Server'],
  ['docker', 'plexinc, linuxserver', '/config/Library/Application Support/Plex Media Server'],
  ['docker', 'hotio, binhex', '/config/Plex Media Server'],
  ['nas', 'Synology DSM 7', '/volume1/PlexMediaServer/AppData/Plex Media Server'],
  ['nas', 'Synology DSM 6', '/volume1/Plex/Library/Application Support/Plex Media Server'],
  ['nas', 'QNAP', '<Install_path in /etc/config/qpkg.conf>/Library/Plex Media Server'],
  ['nas', 'unRAID', '/mnt/user/appdata/<container>/Library/Application Support/Plex Media Server'],
  ['rented', 'Debian, Ubuntu, Fedora', LINUX],
]

it('names the data folder of each system, and no other', () => {
  const told = Object.entries(DATA_FOLDERS).flatMap(([place, folders]) =>
    folders.map(({ system, path }) => [place, system, path]),
  )
  expect(told).toEqual(ROWS)
})
