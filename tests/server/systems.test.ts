import { expect, it } from 'vitest'
import { PLACES, type Place } from '../../src/server/place.ts'
import { SYSTEMS } from '../../src/server/systems.ts'

const named = (place: Place, name: string) => {
  const system = SYSTEMS[place].find((each) => each.name === name)
  if (system === undefined) throw new Error(`${name} is on ${place}`)
  return system
}

/** protocol.md §6, by the numbers of the cases: what went wrong where another folder or line was taken. */
const CASES: readonly (readonly [id: string, Place, name: string, Partial<ReturnType<typeof named>>])[] = [
  ['P1, K3', 'docker', 'hotio', { folder: '/config', claim: 'PLEX_CLAIM_TOKEN=claim-…' }],
  [
    'P2, K4',
    'docker',
    'binhex',
    { folder: '/config/Plex Media Server', claim: 'PLEX_CLAIM=claim-… CLAIM_SERVER=yes' },
  ],
  [
    'P3, K5',
    'nas',
    'unRAID',
    { folder: '/mnt/user/appdata/<container>/Library/Application Support/Plex Media Server' },
  ],
  ['P3, K5', 'nas', 'unRAID, binhex', { folder: '/mnt/user/appdata/plex/Plex Media Server' }],
  ['P4, K6', 'nas', 'ASUSTOR', { folder: '/volume1/Plex/Library/Plex Media Server' }],
  ['P4, K6', 'nas', 'WD My Cloud OS 5', { folder: '/mnt/HD/<disk>/Nas_Prog/plex_conf/Plex Media Server' }],
  [
    'P4, K6',
    'nas',
    'ReadyNAS',
    {
      folder: '/apps/<plexmediaserver>/MediaLibrary/Plex Media Server',
      stop: ['systemctl stop fvapp-plexmediaserver'],
    },
  ],
  ['P4, K6', 'linux', 'Arch', { folder: '/var/lib/plex/Plex Media Server', unit: 'plexmediaserver' }],
  ['P4, K6', 'docker', 'Home Assistant', { folder: '/data/Plex Media Server' }],
  [
    'P5, K7',
    'nas',
    'Synology DSM 7',
    {
      stop: ['sudo synopkg stop PlexMediaServer'],
      start: ['sudo synopkg start PlexMediaServer'],
      folder: '/var/packages/PlexMediaServer/shares/PlexMediaServer/AppData/Plex Media Server',
      also: '/volume1/PlexMediaServer/AppData/Plex Media Server',
    },
  ],
  [
    'P5, K7',
    'nas',
    'QNAP',
    { stop: ['sudo /etc/init.d/plex.sh stop'], start: ['sudo /etc/init.d/plex.sh start'] },
  ],
  [
    'P7, K6',
    'linux',
    'FreeBSD, plexpass',
    {
      folder: '/usr/local/plexdata-plexpass/Plex Media Server',
      stop: ['service plexmediaserver_plexpass stop'],
    },
  ],
  [
    'P7',
    'nas',
    'TrueNAS CORE',
    { folder: '/mnt/<pool>/iocage/jails/<jail>/root/usr/local/plexdata-plexpass/Plex Media Server' },
  ],
  [
    'P8, K6',
    'linux',
    'NixOS',
    { folder: '/var/lib/plex/Plex Media Server', stop: ['sudo systemctl stop plex'] },
  ],
  [
    'L26',
    'windows-service',
    'NT SERVICE\\<name>',
    { folder: 'C:\\Windows\\ServiceProfiles\\<name>\\AppData\\Local\\Plex Media Server' },
  ],
]

it.each(CASES)('%s: on %s, %s', (_, place, name, expected) => {
  expect(named(place, name)).toMatchObject(expected)
})

it.each(PLACES)(
  'on %s every system has a name and a folder of its own, and the way back from each line',
  (place) => {
    const systems = SYSTEMS[place]
    expect(systems.length).toBeGreaterThan(0)
    expect(new Set(systems.map(({ name }) => name)).size).toBe(systems.length)
    for (const { start, stop, folder } of systems) {
      // What was started with a line can be stopped with one.
      if (start.length > 0) expect(stop.length).toBe(start.length)
      // A gap is a word, so that it can be put in; only QNAP's has an explanation.
      expect(folder.replace('<Install_path in /etc/config/qpkg.conf>', '')).not.toMatch(/<(?!\w+>)|\*/)
    }
  },
)
