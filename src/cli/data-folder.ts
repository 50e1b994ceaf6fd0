import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { FIND_LINE, SYSTEMS, type System } from '../server/systems.ts'
import { EXIT, Problem } from './problem.ts'
import { namedFolders, type OwnSettings } from './named-folders.ts'

export type Computer = OwnSettings & {
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly exists: (path: string) => boolean
}

/** Where the data is, as far as the computer tells. Of several that are alike none is guessed. */
export type DataFolders =
  | { readonly kind: 'one'; readonly folder: string }
  | { readonly kind: 'several'; readonly folders: readonly [string, string, ...string[]] }
  | { readonly kind: 'none' }

const FOLDER = 'Plex Media Server'
/** A server that has run has left this in its data folder, but for Windows and macOS. */
const SETTINGS = 'Preferences.xml'
/** A name that differs from computer to computer. */
const GAP = /<[^>]*>/
/** In these, and what they are filled with is not searched for. */
const FILLED: Readonly<Record<string, (computer: Computer) => string | undefined>> = {
  '%LOCALAPPDATA%': ({ env }) => env['LOCALAPPDATA'],
  '~': ({ home }) => home,
}

/**
 * Where servers keep their data on such a computer, unless it was moved, the likeliest first; they need not exist. What
 * stands in its table as one folder is one entry. Packages and NAS come first: what is in a container is in it alone.
 */
export function usualFolders(computer: Computer): readonly (readonly string[])[] {
  return systemsOf(computer.platform)
    .flatMap(({ folder, also }) => (also === undefined ? [folder] : [folder, also]))
    .map((folder) => foldersLike(folder, computer))
}

/** Those that are there, above all those that were in use. */
export function dataFolders(computer: Computer): DataFolders {
  const { exists } = computer
  const named = namedFolders(computer).find(exists)
  if (named !== undefined) return { kind: 'one', folder: named }
  const usual = usualFolders(computer)
  const used = usual.map((entry) => entry.filter((folder) => exists(join(folder, SETTINGS))))
  // A folder of another name may be something else, as /config is in every container.
  const unused = usual.map((entry) => entry.filter((folder) => folder.endsWith(FOLDER) && exists(folder)))
  const [folder, another, ...more] = [...used, ...unused].find(({ length }) => length > 0) ?? []
  if (folder === undefined) return { kind: 'none' }
  return another === undefined
    ? { kind: 'one', folder }
    : { kind: 'several', folders: [folder, another, ...more] }
}

/** The one that is there, above all one that was in use. Throws a `Problem` where none is, or more than one. */
export function dataFolder(computer: Computer): string {
  const found = dataFolders(computer)
  if (found.kind === 'one') return found.folder
  throw new Problem(
    found.kind === 'none'
      ? `No data folder of a server was found on this computer; ${howToFind(computer.platform)}say where the page is to be written with --data-dir or --out.`
      : `There are several data folders, ${found.folders[0]} and ${found.folders[1]} among them; say which one with --data-dir.`,
    EXIT.usage,
  )
}

function systemsOf(platform: NodeJS.Platform): readonly System[] {
  if (platform === 'win32') return [...SYSTEMS['windows-app'], ...SYSTEMS['windows-service']]
  if (platform === 'darwin') return SYSTEMS.mac
  return [...SYSTEMS.linux, ...SYSTEMS.nas, ...SYSTEMS.docker]
}

/** The folders that a path of the table stands for on this computer: one, or for a gap all that could fill it. */
function foldersLike(path: string, computer: Computer): readonly string[] {
  const separator = path.includes('\\') ? '\\' : '/'
  const [first = '', ...rest] = path.split(separator)
  const start = first in FILLED ? FILLED[first]?.(computer) : first
  // An environment may name nothing, and a gap at the beginning could be anything.
  if (start === undefined || GAP.test(start) || (start === '' && first !== '')) return []
  return rest.reduce<readonly string[]>(
    (folders, name) =>
      folders.flatMap((folder) => {
        const names = GAP.test(name) ? computer.list(`${folder}${separator}`) : [name]
        return names.map((each) => `${folder}${separator}${each}`)
      }),
    [start],
  )
}

export function howToFind(platform: NodeJS.Platform): string {
  return platform === 'win32' || platform === 'darwin' ? '' : `find it as root with ${FIND_LINE} and `
}

/** The computer that this program runs on. */
export function thisComputer(): Computer {
  const { platform, env } = process
  return { platform, env, home: homedir(), read: readIfThere, list: listIfThere, exists: existsSync }
}

export function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/** No more than a person has there: a folder that is full of others holds no data of a server. */
const MOST_NAMES = 1_000

function listIfThere(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort().slice(0, MOST_NAMES)
  } catch {
    return []
  }
}
