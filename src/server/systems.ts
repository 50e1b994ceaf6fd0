import type { Place } from './place.ts'

/**
 * How a server's settings are changed. `Preferences.xml` is changed with `sudo`, as `root` without it, or as root of a
 * `bsd`. Others are in the registry below a key, in the `defaults` of macOS, or in the options of an `app`.
 */
export type Editing = 'sudo' | 'root' | 'bsd' | 'defaults' | 'app' | { readonly registry: string }

/** A system that a server runs on, as far as folders and lines differ by it (protocol.md §6). */
export type System = {
  /** Product names and names of accounts, not translated. */
  readonly name: string
  /** Where the data is, and in it the file. What stands between `<` and `>` is for the person to put in. */
  readonly folder: string
  /** The same folder by another name. */
  readonly also?: string
  readonly editing: Editing
  /** Empty where it is done by hand, as `start` is. */
  readonly stop: readonly string[]
  readonly start: readonly string[]
  /** The unit of systemd that it is. */
  readonly unit?: string
  /** The service of a BSD that it is. */
  readonly service?: string
  /** What a container is given for a claim code. */
  readonly claim?: string
}

type Running = Pick<System, 'stop' | 'start' | 'unit' | 'service'>

const around = (line: (verb: 'stop' | 'start') => string): Running => ({
  stop: [line('stop')],
  start: [line('start')],
})
const BY_HAND: Running = { stop: [], start: [] }
const systemd = (unit: string, as = 'sudo '): Running => ({
  unit,
  ...around((verb) => `${as}systemctl ${verb} ${unit}`),
})
const bsd = (service: string, inside = ''): Running => ({
  service,
  ...around((verb) => `${inside}service ${service} ${verb}`),
})
const docker = (as = 'sudo '): Running => around((verb) => `${as}docker ${verb} <container>`)

const DATA = 'Plex Media Server'
const LIBRARY = `Library/Application Support/${DATA}`

const PACKAGE: System = {
  name: 'Debian, Ubuntu, Fedora',
  folder: `/var/lib/plexmediaserver/${LIBRARY}`,
  editing: 'sudo',
  ...systemd('plexmediaserver'),
}

/** The one table of systems: the help, the command and the documents say what stands here. */
export const SYSTEMS: Record<Place, readonly System[]> = {
  'windows-app': [
    {
      name: 'Windows',
      folder: String.raw`%LOCALAPPDATA%\Plex Media Server`,
      editing: { registry: 'HKCU' },
      stop: ['taskkill /IM "Plex Media Server.exe"'],
      start: [],
    },
  ],
  'windows-service': [
    {
      name: String.raw`.\<user>`,
      folder: String.raw`C:\Users\<user>\AppData\Local\Plex Media Server`,
      editing: { registry: 'HKCU' },
      ...BY_HAND,
    },
    {
      name: 'LocalSystem',
      folder: String.raw`C:\Windows\System32\config\systemprofile\AppData\Local\Plex Media Server`,
      // Nobody can sign in as LocalSystem, but an administrator gets at its key by its number.
      editing: { registry: String.raw`HKU\S-1-5-18` },
      ...BY_HAND,
    },
    {
      name: String.raw`NT SERVICE\<name>`,
      folder: String.raw`C:\Windows\ServiceProfiles\<name>\AppData\Local\Plex Media Server`,
      // Its key is there while the service runs; afterwards it has to be loaded from its file.
      editing: { registry: String.raw`HKU\plex` },
      stop: ['net stop <name>', String.raw`reg load HKU\plex "C:\Windows\ServiceProfiles\<name>\NTUSER.DAT"`],
      start: [String.raw`reg unload HKU\plex`, 'net start <name>'],
    },
  ],
  mac: [
    {
      name: 'macOS',
      folder: `~/${LIBRARY}`,
      editing: 'defaults',
      stop: [`osascript -e 'quit app "${DATA}"'`],
      start: [`open -a "${DATA}"`],
    },
  ],
  linux: [
    PACKAGE,
    { name: 'Arch', folder: `/var/lib/plex/${DATA}`, editing: 'sudo', ...systemd('plexmediaserver') },
    { name: 'NixOS', folder: `/var/lib/plex/${DATA}`, editing: 'sudo', ...systemd('plex') },
    {
      name: 'Snap',
      folder: `/var/snap/plexmediaserver/common/${LIBRARY}`,
      editing: 'sudo',
      ...around((verb) => `sudo snap ${verb} plexmediaserver`),
    },
    {
      name: 'FreeBSD',
      folder: `/usr/local/plexdata/${DATA}`,
      editing: 'bsd',
      ...bsd('plexmediaserver'),
    },
    {
      name: 'FreeBSD, plexpass',
      folder: `/usr/local/plexdata-plexpass/${DATA}`,
      editing: 'bsd',
      ...bsd('plexmediaserver_plexpass'),
    },
  ],
  docker: [
    {
      name: 'plexinc, linuxserver',
      folder: `/config/${LIBRARY}`,
      editing: 'sudo',
      ...docker(),
      claim: 'PLEX_CLAIM=claim-…',
    },
    {
      name: 'hotio',
      folder: '/config',
      editing: 'sudo',
      ...docker(),
      claim: 'PLEX_CLAIM_TOKEN=claim-…',
    },
    {
      name: 'binhex',
      folder: `/config/${DATA}`,
      editing: 'sudo',
      ...docker(),
      claim: 'PLEX_CLAIM=claim-… CLAIM_SERVER=yes',
    },
    {
      name: 'Home Assistant',
      folder: `/data/${DATA}`,
      editing: 'app',
      ...BY_HAND,
      claim: 'claim_code: claim-…',
    },
  ],
  nas: [
    {
      name: 'Synology DSM 7',
      folder: `/var/packages/PlexMediaServer/shares/PlexMediaServer/AppData/${DATA}`,
      also: `/volume1/PlexMediaServer/AppData/${DATA}`,
      editing: 'sudo',
      ...around((verb) => `sudo synopkg ${verb} PlexMediaServer`),
    },
    {
      name: 'Synology DSM 6',
      folder: `/volume1/Plex/${LIBRARY}`,
      editing: 'sudo',
      ...BY_HAND,
    },
    {
      name: 'QNAP',
      folder: `<Install_path in /etc/config/qpkg.conf>/Library/${DATA}`,
      editing: 'sudo',
      ...around((verb) => `sudo /etc/init.d/plex.sh ${verb}`),
    },
    // There one is root, without sudo.
    {
      name: 'unRAID',
      folder: `/mnt/user/appdata/<container>/${LIBRARY}`,
      editing: 'root',
      ...docker(''),
    },
    {
      name: 'unRAID, binhex',
      folder: `/mnt/user/appdata/plex/${DATA}`,
      editing: 'root',
      ...docker(''),
    },
    {
      name: 'TrueNAS',
      folder: `/mnt/.ix-apps/app_mounts/plex/config/${LIBRARY}`,
      editing: 'sudo',
      ...BY_HAND,
    },
    {
      name: 'TrueNAS CORE',
      folder: `/mnt/<pool>/iocage/jails/<jail>/root/usr/local/plexdata-plexpass/${DATA}`,
      editing: 'bsd',
      ...bsd('plexmediaserver_plexpass', 'iocage exec <jail> '),
    },
    { name: 'ASUSTOR', folder: `/volume1/Plex/Library/${DATA}`, editing: 'sudo', ...BY_HAND },
    {
      name: 'WD My Cloud OS 5',
      folder: `/mnt/HD/<disk>/Nas_Prog/plex_conf/${DATA}`,
      editing: 'root',
      ...BY_HAND,
    },
    {
      name: 'ReadyNAS',
      folder: `/apps/<plexmediaserver>/MediaLibrary/${DATA}`,
      editing: 'root',
      ...systemd('fvapp-plexmediaserver', ''),
    },
  ],
  rented: [PACKAGE],
}

/** Finds a data folder wherever it is, for root of any system but Windows and macOS. */
export const FIND_LINE = `find / -name Preferences.xml -path '*${DATA}*'`
/** Says where a unit of systemd was told to keep its data. */
export const MOVED_LINE = 'systemctl show plexmediaserver -p Environment'
