import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EXIT, Problem } from '../problem.ts'

export type Computer = {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  /** The text of a file, or null where there is none. */
  readonly read: (file: string) => string | null
  readonly exists: (folder: string) => boolean
}

const FOLDER = 'Plex Media Server'
/** protocol.md §6. Packages and NAS first: what is in a container is in it alone. */
const UNIX = [
  `/var/lib/plexmediaserver/Library/Application Support/${FOLDER}`,
  `/volume1/PlexMediaServer/AppData/${FOLDER}`,
  `/volume1/Plex/Library/Application Support/${FOLDER}`,
  `/var/snap/plexmediaserver/common/Library/Application Support/${FOLDER}`,
  `/usr/local/plexdata/${FOLDER}`,
  `/config/Library/Application Support/${FOLDER}`,
  `/config/${FOLDER}`,
]
const QNAP_PACKAGES = '/etc/config/qpkg.conf'

/** Where servers keep their data on such a computer, the likeliest first; they need not exist. */
export function dataFolders({ platform, env, home, read }: Computer): readonly string[] {
  if (platform === 'win32') {
    const local = env['LOCALAPPDATA']
    return local === undefined || local === '' ? [] : [join(local, FOLDER)]
  }
  if (platform === 'darwin') return [join(home, 'Library/Application Support', FOLDER)]
  const qnap = installPathIn(read(QNAP_PACKAGES) ?? '')
  return [...UNIX, ...(qnap === null ? [] : [join(qnap, 'Library', FOLDER)])]
}

/** The one that is there. Throws a `Problem` where none is. */
export function dataFolder(computer: Computer): string {
  const folder = dataFolders(computer).find(computer.exists)
  if (folder !== undefined) return folder
  throw new Problem(
    'No data folder of a server was found on this computer; say where the page is to be written with --data-dir or --out.',
    EXIT.usage,
  )
}

/** Where QNAP's package of the server is installed, by its list of packages. */
function installPathIn(packages: string): string | null {
  const [, section = ''] = /^\[PlexMediaServer\]\s*\n((?:[^[].*\n?|\n)*)/m.exec(packages) ?? []
  return /^\s*Install_path\s*=\s*(\/\S.*?)\s*$/m.exec(section)?.[1] ?? null
}

export function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

export const isThere = existsSync
