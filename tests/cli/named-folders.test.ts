// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { dataFolder } from '../../src/cli/data-folder.ts'
import { namedFolders } from '../../src/cli/named-folders.ts'
import { environmentOfUnit, type Disk } from '../../src/cli/units.ts'

type Files = Readonly<Record<string, string>>
const disk = (files: Files): Disk => ({
  read: (file) => files[file] ?? null,
  list: (folder) =>
    Object.keys(files)
      .filter((file) => file.startsWith(`${folder}/`))
      .map((file) => file.slice(folder.length + 1))
      .filter((name) => !name.includes('/'))
      .sort(),
})
const named = (files: Files, env: Readonly<Record<string, string>> = {}) =>
  namedFolders({ ...disk(files), env })

const DIR = 'PLEX_MEDIA_SERVER_APPLICATION_SUPPORT_DIR'
const UNIT = 'plexmediaserver.service'
const dropIn = (name: string, text: string): Files => ({
  [`/etc/systemd/system/${UNIT}.d/${name}`]: `[Service]\n${text}\n`,
})

describe('K8, P6: a drop-in of systemd says where the data was moved', () => {
  it.each([
    ['with quotes around all', `Environment="${DIR}=/mnt/media/Application Support"`],
    ['with quotes around the value', `Environment=${DIR}="/mnt/media/Application Support"`],
    ['with other quotes', `Environment='${DIR}=/mnt/media/Application Support'`],
    ['among others', `Environment="TZ=UTC" "${DIR}=/mnt/media/Application Support" LANG=C`],
    ['on two lines', `Environment=TZ=UTC \\\n  "${DIR}=/mnt/media/Application Support"`],
    ['with a slash at the end', `Environment="${DIR}=/mnt/media/Application Support/"`],
    ['the last of several', `Environment=${DIR}=/old\nEnvironment="${DIR}=/mnt/media/Application Support"`],
    [
      'after all was forgotten',
      `Environment=${DIR}=/old\nEnvironment=\nEnvironment="${DIR}=/mnt/media/Application Support"`,
    ],
    [
      'beside a comment',
      `#Environment=${DIR}=/old\nEnvironment="${DIR}=/mnt/media/Application Support"\n;Environment=${DIR}=/old`,
    ],
  ])('%s', (_, text) => {
    expect(named(dropIn('override.conf', text))).toEqual(['/mnt/media/Application Support/Plex Media Server'])
  })

  it.each([
    ['says nothing of it', 'Environment=TZ=UTC'],
    ['forgot it', `Environment=${DIR}=/old\nEnvironment=`],
    ['names no whole path', `Environment=${DIR}=media`],
    ['is broken', `Environment="${DIR}=/mnt`],
    ['is empty', ''],
  ])('and no other folder where it %s', (_, text) => {
    expect(named(dropIn('override.conf', text))).toEqual([])
  })

  it('the last one by name counts, and one of the administrator replaces one of the package', () => {
    const files = {
      ...dropIn('20.conf', `Environment=${DIR}=/twenty`),
      ...dropIn('10.conf', `Environment=${DIR}=/ten`),
      [`/usr/lib/systemd/system/${UNIT}.d/30.conf`]: `Environment=${DIR}=/thirty`,
      ...dropIn('30.conf', 'Environment=TZ=UTC'),
      [`/usr/lib/systemd/system/${UNIT}`]: `Environment=${DIR}=/usual`,
    }
    expect(named(files)).toEqual(['/twenty/Plex Media Server'])
  })

  it('so does the unit itself, that of the administrator first, and its file of variables', () => {
    const unit = { [`/usr/lib/systemd/system/${UNIT}`]: `Environment="${DIR}=/usual"` }
    expect(named(unit)).toEqual(['/usual/Plex Media Server'])
    const own = { ...unit, [`/etc/systemd/system/${UNIT}`]: `Environment="${DIR}=/own"` }
    expect(named(own)).toEqual(['/own/Plex Media Server'])
    const variables = {
      [`/usr/lib/systemd/system/${UNIT}`]: `Environment=${DIR}=/usual\nEnvironmentFile=-/etc/conf.d/plexmediaserver`,
      '/etc/conf.d/plexmediaserver': `LANG=C\n${DIR}="/srv/plex data"\n`,
    }
    expect(named(variables)).toEqual(['/srv/plex data/Plex Media Server'])
  })

  it('what is there counts before the usual folders, and what is not there does not', () => {
    const usual = '/var/lib/plexmediaserver/Library/Application Support/Plex Media Server'
    const at = (...there: readonly string[]) =>
      dataFolder({
        ...disk(dropIn('override.conf', `Environment=${DIR}=/mnt/media`)),
        platform: 'linux',
        env: {},
        home: '/root',
        exists: (path) => there.includes(path),
      })
    expect(at('/mnt/media/Plex Media Server', usual, `${usual}/Preferences.xml`)).toBe(
      '/mnt/media/Plex Media Server',
    )
    expect(at(usual)).toBe(usual)
  })

  it('no text is too odd for it', () => {
    for (const text of ['\0\0', '=', '"', "'", 'Environment==', 'Environment="=" = \'', '\\']) {
      expect([...environmentOfUnit('plexmediaserver', disk(dropIn('a.conf', text))).keys()]).toEqual([])
    }
  })
})

it('P8: NixOS has a unit and a variable of its own', () => {
  const unit = '[Service]\nEnvironment="PLEX_DATADIR=/srv/plex"\nEnvironment="TZ=UTC"\n'
  expect(named({ '/etc/systemd/system/plex.service': unit })).toEqual(['/srv/plex/Plex Media Server'])
})

it.each([
  ['plexmediaserver_support_path="/config"', '/config/Plex Media Server'],
  ["plexmediaserver_plexpass_support_path='/mnt/plex data'", '/mnt/plex data/Plex Media Server'],
  [
    'plexmediaserver_enable=YES\nplexmediaserver_support_path=/a\nplexmediaserver_support_path=/b # moved',
    '/b/Plex Media Server',
  ],
])('P7: FreeBSD says it in rc.conf, also for plexpass: %j', (rc, folder) => {
  expect(named({ '/etc/rc.conf': rc })).toEqual([folder])
  expect(named({ '/etc/rc.conf': '#plexmediaserver_support_path=/x', '/etc/rc.conf.local': rc })).toEqual([
    folder,
  ])
})

it('an image says it in its environment, which comes first', () => {
  const env = { [DIR]: '/config/Library/Application Support' }
  expect(named(dropIn('a.conf', `Environment=${DIR}=/mnt`), env)).toEqual([
    '/config/Library/Application Support/Plex Media Server',
    '/mnt/Plex Media Server',
  ])
  expect(named({}, { [DIR]: '' })).toEqual([])
})

const NAS = `[Apache]
Install_path = /share/elsewhere

[PlexMediaServer]
Name = PlexMediaServer
Install_path = /share/CACHEDEV1_DATA/.qpkg/PlexMediaServer
Enable = TRUE

[Zoo]
Install_path = /share/zoo
`
it('QNAP says it in its list of packages', () => {
  expect(named({ '/etc/config/qpkg.conf': NAS })).toEqual([
    '/share/CACHEDEV1_DATA/.qpkg/PlexMediaServer/Library/Plex Media Server',
  ])
})
it.each([[''], ['[PlexMediaServer]\nName = x\n[Zoo]\nInstall_path = /zoo\n'], ['\0\0\0']])(
  'QNAP: nothing is guessed from %j',
  (text) => {
    expect(named({ '/etc/config/qpkg.conf': text })).toEqual([])
  },
)
