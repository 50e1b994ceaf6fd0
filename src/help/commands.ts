import type { Place } from '../server/place.ts'
import { DATA_FOLDERS, type DataFolder } from './data-folders.ts'
import { preferencesIn, registry, userDefaults, type Settings } from './settings.ts'

/** Lines to copy; this page runs none of them. `<…>` stands for what the person has to put in. */
export type Commands = {
  readonly folder: DataFolder
  /** Empty where it is done by hand, as `start` is. */
  readonly stop: readonly string[]
  readonly backup: readonly string[]
  readonly change: readonly string[]
  readonly start: readonly string[]
  /** Brings back what the backup holds. */
  readonly restore: readonly string[]
  /** Deletes the backup. */
  readonly discard: readonly string[]
}

/** Takes the old sign-in out of the server's settings: exactly the four values. One entry a system. */
export function recoveryCommands(place: Place): readonly Commands[] {
  return commandsFor(place, 'recovery')
}

/** Takes the requirement off, for as long as the server lets that be. One entry a system. */
export function optOutCommands(place: Place): readonly Commands[] {
  return commandsFor(place, 'optOut')
}

function commandsFor(place: Place, what: 'recovery' | 'optOut'): readonly Commands[] {
  return DATA_FOLDERS[place].map((folder) => {
    const { settings, stop = [], start = [] } = machineryOf(folder)
    const { backup, discard } = settings
    return { folder, stop, backup, ...settings[what], start, discard }
  })
}

type Machinery = {
  readonly settings: Settings
  readonly stop?: readonly string[]
  readonly start?: readonly string[]
}

function machineryOf({ system, path }: DataFolder): Machinery {
  switch (system) {
    case 'Windows':
      return { settings: registry('HKCU'), stop: ['taskkill /IM "Plex Media Server.exe"'] }
    case '.\\<user>':
      return { settings: registry('HKCU') }
    case 'LocalSystem':
      // Nobody can sign in as LocalSystem, but an administrator gets at its key by its number.
      return { settings: registry(String.raw`HKU\S-1-5-18`) }
    case 'macOS':
      return {
        settings: userDefaults(),
        stop: ['osascript -e \'quit app "Plex Media Server"\''],
        start: ['open -a "Plex Media Server"'],
      }
    case 'Debian, Ubuntu, Fedora':
      return {
        settings: preferencesIn(path),
        ...around((verb) => `sudo systemctl ${verb} plexmediaserver`),
      }
    case 'Snap':
      return { settings: preferencesIn(path), ...around((verb) => `sudo snap ${verb} plexmediaserver`) }
    case 'FreeBSD':
      // It comes without sudo, and its sed takes the next word for the name of a backup.
      return {
        settings: preferencesIn(path, { as: '', sed: "sed -i ''" }),
        ...around((verb) => `service plexmediaserver ${verb}`),
      }
    case 'plexinc, linuxserver':
    case 'hotio, binhex':
      return {
        settings: preferencesIn(path.replace('/config', '<config>')),
        ...around((verb) => `sudo docker ${verb} <container>`),
      }
    case 'Synology DSM 7':
    case 'Synology DSM 6':
      return { settings: preferencesIn(path) }
    case 'QNAP':
      return { settings: preferencesIn(path.replace(/<.*>/, '<Install_path>')) }
    case 'unRAID':
      // There one is root, without sudo.
      return {
        settings: preferencesIn(path, { as: '' }),
        ...around((verb) => `docker ${verb} <container>`),
      }
  }
}

function around(line: (verb: 'stop' | 'start') => string): Pick<Machinery, 'stop' | 'start'> {
  return { stop: [line('stop')], start: [line('start')] }
}
