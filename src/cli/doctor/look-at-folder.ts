import { constants } from 'node:fs'
import { access, stat, statfs } from 'node:fs/promises'
import { dataFolders, thisComputer, usualFolders, type Computer } from '../data-folder.ts'
import { namedFolders } from '../named-folders.ts'
import type { FolderFact } from './facts.ts'
import { codeOf } from './within.ts'

type There = Extract<FolderFact, { kind: 'there' }>

/** What the system says of a folder. Each rejects with its error. */
export type FolderSystem = {
  readonly platform: NodeJS.Platform
  /** The number of the user who runs this program; undefined where the system has none. */
  readonly user: number | undefined
  readonly stat: (
    folder: string,
  ) => Promise<{ readonly uid: number; readonly mode: number; isDirectory(): boolean }>
  /** May this program write into it? */
  readonly tryWriting: (folder: string) => Promise<void>
  readonly freeBytes: (folder: string) => Promise<number>
}

const SYSTEM: FolderSystem = {
  platform: process.platform,
  user: process.geteuid?.(),
  stat,
  tryWriting: (folder) => access(folder, constants.W_OK | constants.X_OK),
  freeBytes: async (folder) => {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  },
}
const ROOT_USER = 0
const OWNER_MAY = 0o300
const KEPT_OUT = ['EACCES', 'EPERM']
/** The page, and as much again for the draft that takes its place. */
const NEEDED_BYTES = 4 * 1_024 * 1_024

/** The folder that was given, or else the one that this computer has. Nothing is written. */
export async function lookAtFolder(
  given: string | undefined,
  computer: Computer = thisComputer(),
  system: FolderSystem = SYSTEM,
): Promise<FolderFact> {
  if (given !== undefined) return factOf(given, system)
  const found = dataFolders(computer)
  if (found.kind === 'one') return factOf(found.folder, system)
  if (found.kind === 'several') return found
  return (await firstHidden([...namedFolders(computer), ...usualFolders(computer).flat()], system)) ?? found
}

async function factOf(folder: string, system: FolderSystem): Promise<FolderFact> {
  try {
    const found = await system.stat(folder)
    if (!found.isDirectory()) return { kind: 'gone', folder }
    const owner = system.user === undefined ? null : found.uid
    return { kind: 'there', folder, owner, access: await accessOf(folder, found, system) }
  } catch (error) {
    return { kind: KEPT_OUT.includes(codeOf(error)) ? 'hidden' : 'gone', folder }
  }
}

/** Who may not look into a folder can't tell that it is not there. */
async function firstHidden(folders: readonly string[], system: FolderSystem): Promise<FolderFact | null> {
  for (const folder of folders) {
    const code = await system.stat(folder).then(
      () => '',
      (error: unknown) => codeOf(error),
    )
    if (KEPT_OUT.includes(code)) return { kind: 'hidden', folder }
  }
  return null
}

/**
 * May the page be written there? As root it is the folder's owner who writes it (security.md), so that the owner's
 * rights count.
 */
async function accessOf(
  folder: string,
  { uid, mode }: { readonly uid: number; readonly mode: number },
  { platform, user, tryWriting, freeBytes }: FolderSystem,
): Promise<There['access']> {
  if (platform === 'win32') return 'untold'
  const ownerMay = (mode & OWNER_MAY) === OWNER_MAY
  const code = await tryWriting(folder).then(
    () => '',
    (error: unknown) => codeOf(error),
  )
  if (code === 'EROFS') return 'read-only'
  if (code !== '') return ownerMay && uid !== user ? 'owner-only' : 'not-writable'
  if (user === ROOT_USER && uid !== ROOT_USER && !ownerMay) return 'not-writable'
  const free = await freeBytes(folder).catch(() => NEEDED_BYTES)
  return free < NEEDED_BYTES ? 'full' : 'writable'
}
