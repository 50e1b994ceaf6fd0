// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { dataFolder, usualFolders, type Computer } from '../../src/cli/data-folder.ts'
import { SYSTEMS } from '../../src/server/systems.ts'

const computer = (more: Partial<Computer> = {}): Computer => ({
  platform: 'linux',
  env: {},
  home: '/home/anna',
  read: () => null,
  list: () => [],
  exists: () => false,
  ...more,
})

/** A computer on which these files and folders are, and all above them. */
function having(paths: readonly string[], more: Partial<Computer> = {}): Computer {
  const separator = more.platform === 'win32' ? '\\' : '/'
  const all = new Set(
    paths.flatMap((path) => {
      const names = path.split(separator)
      return names.map((_, n) => names.slice(0, n + 1).join(separator))
    }),
  )
  return computer({
    // Of this test's own system come the separators that the command adds.
    exists: (path) => all.has(path.replace(/\/Preferences\.xml$/, `${separator}Preferences.xml`)),
    list: (folder) => [
      ...new Set(
        [...all]
          .filter((path) => path.startsWith(folder) && path !== folder)
          .map((path) => path.slice(folder.length).split(separator, 1)[0] ?? ''),
      ),
    ],
    ...more,
  })
}
const found = (paths: readonly string[], more: Partial<Computer> = {}): string =>
  dataFolder(having(paths, more))
/** Where the server has run. */
const used = (folder: string): string => `${folder}/Preferences.xml`

describe('the data folder', () => {
  it('of Windows is in the folder of the person who runs the server', () => {
    const LOCALAPPDATA = String.raw`C:\Users\Anna\AppData\Local`
    const [[folder] = []] = usualFolders(computer({ platform: 'win32', env: { LOCALAPPDATA } }))
    expect(folder).toBe(String.raw`C:\Users\Anna\AppData\Local\Plex Media Server`)
    expect(usualFolders(computer({ platform: 'win32' })).flat()).toHaveLength(1)
  })

  it('L26: of a Windows service is in the folder of the account that it logs on as', () => {
    const VIRTUAL = String.raw`C:\Windows\ServiceProfiles\PlexService\AppData\Local\Plex Media Server`
    const SYSTEM = String.raw`C:\Windows\System32\config\systemprofile\AppData\Local\Plex Media Server`
    const BERTA = String.raw`C:\Users\Berta\AppData\Local\Plex Media Server`
    const own = { LOCALAPPDATA: String.raw`C:\Users\Anna\AppData\Local` }
    for (const path of [VIRTUAL, SYSTEM, BERTA]) {
      expect(found([path], { platform: 'win32', env: own })).toBe(path)
    }
    const ANNA = String.raw`C:\Users\Anna\AppData\Local\Plex Media Server`
    expect(found([ANNA, BERTA, VIRTUAL], { platform: 'win32', env: own })).toBe(ANNA)
  })

  it('of macOS is in the library', () => {
    expect(usualFolders(computer({ platform: 'darwin', home: '/Users/anna' }))).toEqual([
      ['/Users/anna/Library/Application Support/Plex Media Server'],
    ])
  })

  it('is every one that the page tells people about, with their gaps filled', () => {
    for (const { folder, also } of [...SYSTEMS.linux, ...SYSTEMS.docker, ...SYSTEMS.nas]) {
      for (const path of [folder, ...(also === undefined ? [] : [also])]) {
        // Only QNAP's own list of packages says where that is.
        if (path.startsWith('<Install_path')) continue
        const filled = path.replace(/<[^>]*>/g, 'anything')
        expect(found([used(filled)])).toBe(filled)
      }
    }
  })

  it('is the first that is there, and above all one where a server has run', () => {
    const [container, bsd] = ['/config/Plex Media Server', '/usr/local/plexdata/Plex Media Server']
    expect(found([container, bsd])).toBe(bsd)
    expect(found([used(container), bsd])).toBe(container)
  })

  it('is not /config where no server has run, as that is in every container', () => {
    expect(() => found(['/config'])).toThrow(/--data-dir or --out/)
    expect(found([used('/config')])).toBe('/config')
  })

  it('is not guessed among several', () => {
    const two = ['one', 'two'].map(
      (name) => `/mnt/user/appdata/${name}/Library/Application Support/Plex Media Server`,
    )
    expect(() => found(two.map(used))).toThrow(/several data folders, .*one.* and .*two.*--data-dir\.$/)
    expect(found([used(two[0] ?? ''), two[1] ?? ''])).toBe(two[0])
  })

  it('P4: is asked for where none is there, with the line that finds it', () => {
    expect(() => found([])).toThrow(/--data-dir or --out/)
    expect(() => found([])).toThrow("find / -name Preferences.xml -path '*Plex Media Server*'")
    expect(() => found([], { platform: 'win32' })).toThrow(/^(?!.*find \/)/)
  })
})
