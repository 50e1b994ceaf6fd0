// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { lookAtFolder, type FolderSystem } from '../../../src/cli/doctor/look-at-folder.ts'
import type { Computer } from '../../../src/cli/data-folder.ts'
import { FOLDER } from './facts.ts'

const PACKAGE = '/var/lib/plexmediaserver/Library/Application Support/Plex Media Server'
const failing = (code: string): Promise<never> => Promise.reject(Object.assign(new Error(code), { code }))
const computer = (folders: readonly string[] = []): Computer => ({
  platform: 'linux',
  env: {},
  home: '/home/anna',
  read: () => null,
  list: () => [],
  exists: (path) => folders.includes(path),
})
const SERVER = 998
/** The folder of the server's user, which anna may read. */
const system = (
  more: Partial<FolderSystem> & { readonly mode?: number; readonly uid?: number } = {},
): FolderSystem => ({
  platform: 'linux',
  user: 1000,
  stat: () =>
    Promise.resolve({ uid: more.uid ?? SERVER, mode: more.mode ?? 0o40755, isDirectory: () => true }),
  tryWriting: () => Promise.resolve(),
  freeBytes: () => Promise.resolve(1e9),
  ...more,
})
const accessIn = async (more: Parameters<typeof system>[0]): Promise<unknown> => {
  const found = await lookAtFolder(FOLDER, computer(), system(more))
  return 'access' in found ? found.access : found.kind
}

describe('where the folder is', () => {
  it('is what was given, whatever else there is', async () => {
    expect(await lookAtFolder(FOLDER, computer([PACKAGE]), system())).toMatchObject({
      kind: 'there',
      folder: FOLDER,
      owner: SERVER,
    })
  })

  it('is found in its usual place', async () => {
    expect(await lookAtFolder(undefined, computer([PACKAGE]), system())).toMatchObject({ folder: PACKAGE })
  })

  it('is not guessed among several, or where there is none', async () => {
    const two = ['one', 'two'].map(
      (name) => `/mnt/user/appdata/${name}/Library/Application Support/Plex Media Server`,
    )
    const several = { ...computer(two), list: () => ['one', 'two'] }
    expect(await lookAtFolder(undefined, several, system())).toEqual({ kind: 'several', folders: two })
    const stat = () => failing('ENOENT')
    expect(await lookAtFolder(undefined, computer(), system({ stat }))).toEqual({ kind: 'none' })
  })

  it('may be hidden from this user', async () => {
    const stat: FolderSystem['stat'] = (folder) => failing(folder === PACKAGE ? 'EACCES' : 'ENOENT')
    expect(await lookAtFolder(undefined, computer(), system({ stat }))).toEqual({
      kind: 'hidden',
      folder: PACKAGE,
    })
    expect(await lookAtFolder(PACKAGE, computer(), system({ stat }))).toEqual({
      kind: 'hidden',
      folder: PACKAGE,
    })
  })

  it('is gone where nothing is, or no folder', async () => {
    expect(await accessIn({ stat: () => failing('ENOENT') })).toBe('gone')
    const stat = () => Promise.resolve({ uid: 0, mode: 0o100644, isDirectory: () => false })
    expect(await accessIn({ stat })).toBe('gone')
  })
})

describe('whether the page can be written there', () => {
  it.each([
    ['writable', 'its owner', { user: SERVER }],
    ['writable', 'root, who becomes the owner', { user: 0 }],
    ['not-writable', 'root, whose owner may not', { user: 0, mode: 0o40555 }],
    ['writable', 'root in a folder of root', { user: 0, uid: 0, mode: 0o40555 }],
    ['owner-only', 'somebody else', { tryWriting: () => failing('EACCES') }],
    [
      'not-writable',
      'somebody else, whose owner may not either',
      { tryWriting: () => failing('EACCES'), mode: 0o40555 },
    ],
    [
      'not-writable',
      'the owner who may not',
      { user: SERVER, tryWriting: () => failing('EACCES'), mode: 0o40555 },
    ],
    ['read-only', 'anybody on such a disk', { user: 0, tryWriting: () => failing('EROFS') }],
    ['full', 'anybody on a full disk', { freeBytes: () => Promise.resolve(100_000) }],
    ['writable', 'a disk that does not say how full it is', { freeBytes: () => failing('ENOSYS') }],
    ['untold', 'anybody on Windows', { platform: 'win32', user: undefined }],
  ] as const)('%s: %s', async (access, _who, more) => {
    expect(await accessIn(more)).toBe(access)
  })
})
