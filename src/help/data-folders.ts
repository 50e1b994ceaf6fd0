import type { Place } from '../server/place.ts'

/** A system that paths and lines differ by: product names and names of accounts, not translated. */
export type System =
  | 'Windows'
  | '.\\<user>'
  | 'LocalSystem'
  | 'macOS'
  | 'Debian, Ubuntu, Fedora'
  | 'Snap'
  | 'FreeBSD'
  | 'plexinc, linuxserver'
  | 'hotio, binhex'
  | 'Synology DSM 7'
  | 'Synology DSM 6'
  | 'QNAP'
  | 'unRAID'

/**
 * Where a server keeps its data, and in it the file (protocol.md §6). What stands between < and > is for the person to
 * put in. A service has the folder of the account that it logs on as.
 */
export type DataFolder = { readonly system: System; readonly path: string }

const PACKAGE: DataFolder = {
  system: 'Debian, Ubuntu, Fedora',
  path: '/var/lib/plexmediaserver/Library/Application Support/Plex Media Server',
}

export const DATA_FOLDERS: Record<Place, readonly DataFolder[]> = {
  'windows-app': [{ system: 'Windows', path: String.raw`%LOCALAPPDATA%\Plex Media Server` }],
  'windows-service': [
    { system: '.\\<user>', path: String.raw`C:\Users\<user>\AppData\Local\Plex Media Server` },
    {
      system: 'LocalSystem',
      path: String.raw`C:\Windows\System32\config\systemprofile\AppData\Local\Plex Media Server`,
    },
  ],
  mac: [{ system: 'macOS', path: '~/Library/Application Support/Plex Media Server' }],
  linux: [
    PACKAGE,
    {
      system: 'Snap',
      path: '/var/snap/plexmediaserver/common/Library/Application Support/Plex Media Server',
    },
    { system: 'FreeBSD', path: '/usr/local/plexdata/Plex Media Server' },
  ],
  docker: [
    {
      system: 'plexinc, linuxserver',
      path: '/config/Library/Application Support/Plex Media Server',
    },
    { system: 'hotio, binhex', path: '/config/Plex Media Server' },
  ],
  nas: [
    { system: 'Synology DSM 7', path: '/volume1/PlexMediaServer/AppData/Plex Media Server' },
    {
      system: 'Synology DSM 6',
      path: '/volume1/Plex/Library/Application Support/Plex Media Server',
    },
    { system: 'QNAP', path: '<Install_path in /etc/config/qpkg.conf>/Library/Plex Media Server' },
    {
      system: 'unRAID',
      path: '/mnt/user/appdata/<container>/Library/Application Support/Plex Media Server',
    },
  ],
  rented: [PACKAGE],
}
