import { describe, expect, it } from 'vitest'
import { optOutCommands, recoveryCommands } from '../../src/help/commands.ts'
import { PLACES, type Place } from '../../src/server/place.ts'
import { SYSTEMS } from '../../src/server/systems.ts'

const FOUR = ['PlexOnlineHome', 'PlexOnlineMail', 'PlexOnlineToken', 'PlexOnlineUsername']

/** All lines of a system, in the order in which they stand on the page. */
type Expected = {
  stop: string[]
  start: string[]
  backup: string[]
  discard: string[]
  recovery: { change: string[]; restore: string[] }
  optOut: { change: string[]; restore: string[] }
}

/** protocol.md §5 and §7. */
function inRegistry(key: string, stop: string[], start: string[] = []): Expected {
  const backup = '"%USERPROFILE%\\plex-settings.reg"'
  return {
    stop,
    start,
    backup: [`if not exist ${backup} reg export ${key} ${backup}`, `dir ${backup}`],
    discard: [`del ${backup}`],
    recovery: {
      change: FOUR.map((value) => `if exist ${backup} reg delete ${key} /v ${value} /f`),
      restore: [`reg import ${backup}`],
    },
    optOut: {
      change: [`if exist ${backup} reg add ${key} /v enableLocalSecurity /t REG_DWORD /d 0 /f`],
      restore: [`reg delete ${key} /v enableLocalSecurity /f`, `reg import ${backup}`],
    },
  }
}

const MAC: Expected = {
  stop: [`osascript -e 'quit app "Plex Media Server"'`],
  start: ['open -a "Plex Media Server"'],
  backup: [
    'test -e ~/plex-settings.plist || (umask 077; defaults export com.plexapp.plexmediaserver ~/plex-settings.plist)',
    'chmod 600 ~/plex-settings.plist && ls -l ~/plex-settings.plist',
  ],
  discard: ['rm ~/plex-settings.plist'],
  recovery: {
    change: FOUR.map((value) => `defaults delete com.plexapp.plexmediaserver ${value}`),
    restore: ['defaults import com.plexapp.plexmediaserver ~/plex-settings.plist'],
  },
  optOut: {
    change: ['defaults write com.plexapp.plexmediaserver enableLocalSecurity -bool FALSE'],
    restore: [
      'defaults delete com.plexapp.plexmediaserver enableLocalSecurity',
      'defaults import com.plexapp.plexmediaserver ~/plex-settings.plist',
    ],
  },
}

type Ways = { stop?: string; start?: string; sudo?: string; sed?: string }

function inFile(folder: string, { stop, start, sudo = 'sudo ', sed = 'sed -i' }: Ways = {}): Expected {
  const file = `"${folder}/Preferences.xml"`
  const backup = `"${folder}/Preferences.backup.xml"`
  const restore = [`${sudo}cp -p ${backup} ${file}`]
  return {
    stop: stop === undefined ? [] : [stop],
    start: start === undefined ? [] : [start],
    backup: [`${sudo}test -e ${backup} || ${sudo}cp -p ${file} ${backup}`, `${sudo}ls -l ${backup}`],
    discard: [`${sudo}rm ${backup}`],
    recovery: {
      change: [
        `${sudo}${sed} -E -e 's/(^|[[:space:]])(PlexOnlineHome|PlexOnlineMail|PlexOnlineToken|PlexOnlineUsername)="[^"]*"//g' ${file}`,
      ],
      restore,
    },
    optOut: {
      change: [
        `${sudo}${sed} -E -e 's/(^|[[:space:]])(enableLocalSecurity)="[^"]*"//g' -e 's/<Preferences/& enableLocalSecurity="0"/' ${file}`,
      ],
      restore,
    },
  }
}

const LINUX = inFile('/var/lib/plexmediaserver/Library/Application Support/Plex Media Server', {
  stop: 'sudo systemctl stop plexmediaserver',
  start: 'sudo systemctl start plexmediaserver',
})
const AT_VAR = '/var/lib/plex/Plex Media Server'
const ROOT_BSD = { sudo: '', sed: "sed -i ''" }
const CONTAINER = { stop: 'sudo docker stop <container>', start: 'sudo docker start <container>' }

const EXPECTED: Record<Place, readonly (readonly [system: string, Expected])[]> = {
  'windows-app': [
    [
      'Windows',
      inRegistry('"HKCU\\Software\\Plex, Inc.\\Plex Media Server"', ['taskkill /IM "Plex Media Server.exe"']),
    ],
  ],
  'windows-service': [
    ['.\\<user>', inRegistry('"HKCU\\Software\\Plex, Inc.\\Plex Media Server"', [])],
    ['LocalSystem', inRegistry('"HKU\\S-1-5-18\\Software\\Plex, Inc.\\Plex Media Server"', [])],
    [
      'NT SERVICE\\<name>',
      inRegistry(
        '"HKU\\plex\\Software\\Plex, Inc.\\Plex Media Server"',
        ['net stop <name>', 'reg load HKU\\plex "C:\\Windows\\ServiceProfiles\\<name>\\NTUSER.DAT"'],
        ['reg unload HKU\\plex', 'net start <name>'],
      ),
    ],
  ],
  mac: [['macOS', MAC]],
  linux: [
    ['Debian, Ubuntu, Fedora', LINUX],
    [
      'Arch',
      inFile(AT_VAR, {
        stop: 'sudo systemctl stop plexmediaserver',
        start: 'sudo systemctl start plexmediaserver',
      }),
    ],
    ['NixOS', inFile(AT_VAR, { stop: 'sudo systemctl stop plex', start: 'sudo systemctl start plex' })],
    [
      'Snap',
      inFile('/var/snap/plexmediaserver/common/Library/Application Support/Plex Media Server', {
        stop: 'sudo snap stop plexmediaserver',
        start: 'sudo snap start plexmediaserver',
      }),
    ],
    [
      'FreeBSD',
      inFile('/usr/local/plexdata/Plex Media Server', {
        stop: 'service plexmediaserver stop',
        start: 'service plexmediaserver start',
        ...ROOT_BSD,
      }),
    ],
    [
      'FreeBSD, plexpass',
      inFile('/usr/local/plexdata-plexpass/Plex Media Server', {
        stop: 'service plexmediaserver_plexpass stop',
        start: 'service plexmediaserver_plexpass start',
        ...ROOT_BSD,
      }),
    ],
  ],
  docker: [
    ['plexinc, linuxserver', inFile('<config>/Library/Application Support/Plex Media Server', CONTAINER)],
    ['hotio', inFile('<config>', CONTAINER)],
    ['binhex', inFile('<config>/Plex Media Server', CONTAINER)],
  ],
  nas: [
    [
      'Synology DSM 7',
      inFile('/var/packages/PlexMediaServer/shares/PlexMediaServer/AppData/Plex Media Server', {
        stop: 'sudo synopkg stop PlexMediaServer',
        start: 'sudo synopkg start PlexMediaServer',
      }),
    ],
    ['Synology DSM 6', inFile('/volume1/Plex/Library/Application Support/Plex Media Server')],
    [
      'QNAP',
      inFile('<Install_path>/Library/Plex Media Server', {
        stop: 'sudo /etc/init.d/plex.sh stop',
        start: 'sudo /etc/init.d/plex.sh start',
      }),
    ],
    [
      'unRAID',
      inFile('/mnt/user/appdata/<container>/Library/Application Support/Plex Media Server', {
        stop: 'docker stop <container>',
        start: 'docker start <container>',
        sudo: '',
      }),
    ],
    [
      'unRAID, binhex',
      inFile('/mnt/user/appdata/plex/Plex Media Server', {
        stop: 'docker stop <container>',
        start: 'docker start <container>',
        sudo: '',
      }),
    ],
    ['TrueNAS', inFile('/mnt/.ix-apps/app_mounts/plex/config/Library/Application Support/Plex Media Server')],
    [
      'TrueNAS CORE',
      inFile('/mnt/<pool>/iocage/jails/<jail>/root/usr/local/plexdata-plexpass/Plex Media Server', {
        stop: 'iocage exec <jail> service plexmediaserver_plexpass stop',
        start: 'iocage exec <jail> service plexmediaserver_plexpass start',
        ...ROOT_BSD,
      }),
    ],
    ['ASUSTOR', inFile('/volume1/Plex/Library/Plex Media Server')],
    ['WD My Cloud OS 5', inFile('/mnt/HD/<disk>/Nas_Prog/plex_conf/Plex Media Server', { sudo: '' })],
    [
      'ReadyNAS',
      inFile('/apps/<plexmediaserver>/MediaLibrary/Plex Media Server', {
        stop: 'systemctl stop fvapp-plexmediaserver',
        start: 'systemctl start fvapp-plexmediaserver',
        sudo: '',
      }),
    ],
  ],
  rented: [['Debian, Ubuntu, Fedora', LINUX]],
}

describe.each(PLACES)('on %s', (place) => {
  it.each([
    ['recovery', recoveryCommands],
    ['optOut', optOutCommands],
  ] as const)('the lines for %s are these, one block a system', (what, commandsOf) => {
    const shown = commandsOf(place).map(({ system, ...lines }) => {
      const { name, stop, start } = system
      return [name, { ...lines, stop, start }]
    })
    const expected = EXPECTED[place].map(([system, { stop, start, backup, discard, ...changes }]) => [
      system,
      { stop, backup, ...changes[what], start, discard },
    ])
    expect(shown).toEqual(expected)
  })

  it('there is a block for every system but for an app that has options of its own', () => {
    for (const commandsOf of [recoveryCommands, optOutCommands]) {
      const systems = SYSTEMS[place].filter(({ name }) => name !== 'Home Assistant')
      expect(commandsOf(place).map(({ system }) => system)).toEqual(systems)
    }
  })

  it('a backup comes before the change, and the way back is told', () => {
    for (const { backup, change, restore } of [...recoveryCommands(place), ...optOutCommands(place)]) {
      for (const lines of [backup, change, restore]) expect(lines.length).toBeGreaterThan(0)
    }
  })

  it('recovery names exactly the four values', () => {
    for (const { change } of recoveryCommands(place)) {
      const named = change.join('\n').match(/\bPlexOnline\w+|\w*MachineIdentifier\b/g)
      expect([...new Set(named)]).toEqual(FOUR)
    }
  })
})
