import type { Place } from '../server/place.ts'

/** Lines to copy; this page runs none of them. `<…>` stands for what the person has to put in. */
export type Commands = {
  readonly stop: readonly string[]
  readonly backup: readonly string[]
  readonly change: readonly string[]
  readonly start: readonly string[]
}

/** The four values that hold a sign-in, and no others: `MachineIdentifier` makes it the same server (protocol.md §7). */
export const SIGN_IN_VALUES = [
  'PlexOnlineHome',
  'PlexOnlineMail',
  'PlexOnlineToken',
  'PlexOnlineUsername',
] as const

const KEY = String.raw`"HKCU\Software\Plex, Inc.\Plex Media Server"`
const DOMAIN = 'com.plexapp.plexmediaserver'
const FOLDER = '/var/lib/plexmediaserver/Library/Application Support/Plex Media Server'
const FOUR = SIGN_IN_VALUES.join('|')

const AROUND: Record<'windows' | 'mac' | 'linux' | 'docker', Omit<Commands, 'change'>> = {
  windows: {
    stop: ['taskkill /IM "Plex Media Server.exe"'],
    backup: [String.raw`reg export ${KEY} "%USERPROFILE%\Desktop\plex-settings.reg"`],
    start: [],
  },
  mac: {
    stop: ['osascript -e \'quit app "Plex Media Server"\''],
    backup: [`cp ~/Library/Preferences/${DOMAIN}.plist ~/Desktop/`],
    start: ['open -a "Plex Media Server"'],
  },
  linux: {
    stop: ['sudo systemctl stop plexmediaserver'],
    backup: [`sudo cp -p "${FOLDER}/Preferences.xml" "${FOLDER}/Preferences.backup.xml"`],
    start: ['sudo systemctl start plexmediaserver'],
  },
  docker: {
    stop: ['docker stop <container>'],
    backup: ['cp -p "<folder>/Preferences.xml" "<folder>/Preferences.backup.xml"'],
    start: ['docker start <container>'],
  },
}

function familyOf(place: Place): keyof typeof AROUND {
  switch (place) {
    case 'windows-app':
    case 'windows-service':
      return 'windows'
    case 'mac':
      return 'mac'
    case 'linux':
    case 'rented':
      return 'linux'
    case 'docker':
    case 'nas':
      return 'docker'
  }
}

/** Takes the old sign-in out of the server's settings: exactly the four values. */
export function recoveryCommands(place: Place): Commands {
  const family = familyOf(place)
  return { ...withoutContainer(place), change: recoveryOf(family) }
}

function recoveryOf(family: keyof typeof AROUND): readonly string[] {
  switch (family) {
    case 'windows':
      return SIGN_IN_VALUES.map((value) => `reg delete ${KEY} /v ${value} /f`)
    case 'mac':
      return SIGN_IN_VALUES.map((value) => `defaults delete ${DOMAIN} ${value}`)
    case 'linux':
      return [`sudo sed -i -E 's/ (${FOUR})="[^"]*"//g' "${FOLDER}/Preferences.xml"`]
    case 'docker':
      return [`sed -i -E 's/ (${FOUR})="[^"]*"//g' "<folder>/Preferences.xml"`]
  }
}

/** Takes the requirement off, for as long as the server lets that be (protocol.md §5). */
export function optOutCommands(place: Place): Commands {
  const family = familyOf(place)
  return { ...withoutContainer(place), change: optOutOf(family) }
}

function optOutOf(family: keyof typeof AROUND): readonly string[] {
  switch (family) {
    case 'windows':
      return [`reg add ${KEY} /v enableLocalSecurity /t REG_DWORD /d 0 /f`]
    case 'mac':
      return [`defaults write ${DOMAIN} enableLocalSecurity -bool FALSE`]
    case 'linux':
      return [
        `sudo sed -i 's/<Preferences /<Preferences enableLocalSecurity="0" /' "${FOLDER}/Preferences.xml"`,
      ]
    case 'docker':
      return [`sed -i 's/<Preferences /<Preferences enableLocalSecurity="0" /' "<folder>/Preferences.xml"`]
  }
}

/** A NAS starts and stops its packages in its own way. */
function withoutContainer(place: Place): Omit<Commands, 'change'> {
  const around = AROUND[familyOf(place)]
  return place === 'nas' ? { ...around, stop: [], start: [] } : around
}
