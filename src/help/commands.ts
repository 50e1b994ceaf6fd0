import type { Place } from '../server/place.ts'
import { SYSTEMS, type System } from '../server/systems.ts'
import { preferencesIn, registry, userDefaults, type Settings } from './settings.ts'

/** Lines to copy; this page runs none of them. `<…>` stands for what the person has to put in. */
export type Commands = {
  readonly system: System
  readonly backup: readonly string[]
  readonly change: readonly string[]
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

/** Nothing for what is changed in the options of an app. */
function commandsFor(place: Place, what: 'recovery' | 'optOut'): readonly Commands[] {
  return SYSTEMS[place].flatMap((system) => {
    const settings = settingsOf(system)
    if (settings === null) return []
    const { backup, discard } = settings
    return [{ system, backup, ...settings[what], discard }]
  })
}

function settingsOf({ editing, folder }: System): Settings | null {
  // In a gap of a line stands a word; inside a container the folder has another name.
  const path = folder.replace(/^\/config/, '<config>').replace(/<(\w+) in [^>]*>/, '<$1>')
  switch (editing) {
    case 'sudo':
      return preferencesIn(path)
    case 'root':
      return preferencesIn(path, { as: '' })
    case 'bsd':
      // It comes without sudo, and its sed takes the next word for the name of a backup.
      return preferencesIn(path, { as: '', sed: "sed -i ''" })
    case 'defaults':
      return userDefaults()
    case 'app':
      return null
    default:
      return registry(editing.registry)
  }
}
