import type { Place } from '../server/place.ts'

/** Where a server keeps its data, and in it the file (protocol.md §6). `system` is a product name and is not translated. */
export type DataFolder = { readonly system: string; readonly path: string }

const LINUX = '/var/lib/plexmediaserver/Library/Application Support/Plex Media Server'

export const DATA_FOLDERS: Record<Place, readonly DataFolder[]> = {
  'windows-app': [{ system: 'Windows', path: String.raw`%LOCALAPPDATA%\Plex Media Server` }],
  'windows-service': [
    { system: 'Windows', path: String.raw`C:\Users\<USER>\AppData\Local\Plex Media Server` },
  ],
  mac: [{ system: 'macOS', path: '~/Library/Application Support/Plex Media Server' }],
  linux: [
    { system: 'Debian, Ubuntu, Fedora', path: LINUX },
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
  rented: [{ system: 'Debian, Ubuntu, Fedora', path: LINUX }],
}
