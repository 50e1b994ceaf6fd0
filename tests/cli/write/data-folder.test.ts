// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { dataFolder, dataFolders, type Computer } from '../../../src/cli/write/data-folder.ts'
import { DATA_FOLDERS } from '../../../src/help/data-folders.ts'

const NAS = `[Apache]
Install_path = /share/elsewhere

[PlexMediaServer]
Name = PlexMediaServer
Install_path = /share/CACHEDEV1_DATA/.qpkg/PlexMediaServer
Enable = TRUE

[Zoo]
Install_path = /share/zoo
`
const computer = (more: Partial<Computer> = {}): Computer => ({
  platform: 'linux',
  env: {},
  home: '/home/anna',
  read: () => null,
  exists: () => false,
  ...more,
})

describe('the data folder', () => {
  it('of Windows is in the folder of the person who runs the server', () => {
    const LOCALAPPDATA = String.raw`C:\Users\Anna\AppData\Local`
    const [folder, ...others] = dataFolders(computer({ platform: 'win32', env: { LOCALAPPDATA } }))
    expect(folder).toMatch(/^C:\\Users\\Anna\\AppData\\Local[\\/]Plex Media Server$/)
    expect(others).toEqual([])
    expect(dataFolders(computer({ platform: 'win32' }))).toEqual([])
  })

  it('of macOS is in the library', () => {
    expect(dataFolders(computer({ platform: 'darwin', home: '/Users/anna' }))).toEqual([
      '/Users/anna/Library/Application Support/Plex Media Server',
    ])
  })

  it('of QNAP is where its list of packages says', () => {
    const folders = dataFolders(computer({ read: (file) => (file === '/etc/config/qpkg.conf' ? NAS : null) }))
    expect(folders.at(-1)).toBe('/share/CACHEDEV1_DATA/.qpkg/PlexMediaServer/Library/Plex Media Server')
  })

  it.each([[''], ['[PlexMediaServer]\nName = x\n[Zoo]\nInstall_path = /zoo\n'], ['\0\0\0']])(
    'is not guessed from %j',
    (text) => {
      expect(dataFolders(computer({ read: () => text }))).toEqual(dataFolders(computer()))
    },
  )

  it('is every one that the page tells people about, but for those with a gap to fill in', () => {
    const told = [...DATA_FOLDERS.linux, ...DATA_FOLDERS.docker, ...DATA_FOLDERS.nas].map(({ path }) => path)
    expect(dataFolders(computer()).toSorted()).toEqual(told.filter((path) => !path.includes('<')).toSorted())
  })

  it('is the first that is there', () => {
    const there = ['/config/Plex Media Server', '/usr/local/plexdata/Plex Media Server']
    expect(dataFolder(computer({ exists: (folder) => there.includes(folder) }))).toBe(there[1])
  })

  it('is asked for where none is there', () => {
    expect(() => dataFolder(computer())).toThrow(/--data-dir or --out/)
  })
})
