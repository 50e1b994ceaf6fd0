import { SYSTEMS } from '../server/systems.ts'
import { environmentOfUnit, type Disk } from './units.ts'

export type OwnSettings = Disk & { readonly env: Readonly<Record<string, string | undefined>> }

const FOLDER = 'Plex Media Server'
/** What images set, and units where the data was moved. */
const SUPPORT_DIR = 'PLEX_MEDIA_SERVER_APPLICATION_SUPPORT_DIR'
/** NixOS has this one instead. */
const NIX_DIR = 'PLEX_DATADIR'
const RC_FILES = ['/etc/rc.conf', '/etc/rc.conf.local']
const QNAP_PACKAGES = '/etc/config/qpkg.conf'

/**
 * Data folders that this computer's own settings name, the surest first. They are in this program's environment, in
 * units of systemd, in `rc.conf` of a BSD and in QNAP's list of packages. They need not exist.
 */
export function namedFolders({ env, ...disk }: OwnSettings): readonly string[] {
  const systems = [...SYSTEMS.linux, ...SYSTEMS.nas]
  const ofUnits = [...new Set(systems.map(({ unit }) => unit))].flatMap((unit) => {
    const environment = unit === undefined ? null : environmentOfUnit(unit, disk)
    return [environment?.get(SUPPORT_DIR), environment?.get(NIX_DIR)]
  })
  const rc = RC_FILES.map((file) => disk.read(file) ?? '').join('\n')
  const ofServices = [...new Set(systems.map(({ service }) => service))].map((service) =>
    service === undefined ? undefined : variableIn(rc, `${service}_support_path`),
  )
  const parents = [env[SUPPORT_DIR], ...ofUnits, ...ofServices]
  const qnap = installPathIn(disk.read(QNAP_PACKAGES) ?? '')
  return [
    ...parents.flatMap((parent) => (parent?.startsWith('/') === true ? [below(parent, FOLDER)] : [])),
    ...(qnap === null ? [] : [below(qnap, 'Library', FOLDER)]),
  ]
}

function below(folder: string, ...names: readonly string[]): string {
  return [folder.replace(/\/+$/, ''), ...names].join('/')
}

/** Of several, the last counts. */
function variableIn(rc: string, name: string): string | undefined {
  const all = [...rc.matchAll(/^\s*(\w+)=("[^"]*"|'[^']*'|\S*)/gm)]
  return all.findLast(([, variable]) => variable === name)?.[2]?.replace(/["']/g, '')
}

/** Where QNAP's package of the server is installed, by its list of packages. */
function installPathIn(packages: string): string | null {
  const [, section = ''] = /^\[PlexMediaServer\]\s*\n((?:[^[].*\n?|\n)*)/m.exec(packages) ?? []
  return /^\s*Install_path\s*=\s*(\/\S.*?)\s*$/m.exec(section)?.[1] ?? null
}
