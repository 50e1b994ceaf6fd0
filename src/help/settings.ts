/** Lines that change a server's settings, and those that bring the backup back afterwards. */
type Change = { readonly change: readonly string[]; readonly restore: readonly string[] }

/**
 * The lines for one place where settings are kept. They may be run again. A backup that is there stays as it is, its
 * date is shown, and the changes come out the same.
 */
export type Settings = {
  readonly backup: readonly string[]
  /** Deletes the backup, which holds the sign-in as well. */
  readonly discard: readonly string[]
  /** Takes the old sign-in out, and nothing else. */
  readonly recovery: Change
  /** Takes the requirement off (protocol.md §5). */
  readonly optOut: Change
}

/** The four values that hold a sign-in, and no others: `MachineIdentifier` makes it the same server (protocol.md §7). */
const SIGN_IN_VALUES = ['PlexOnlineHome', 'PlexOnlineMail', 'PlexOnlineToken', 'PlexOnlineUsername'] as const

const OVERRIDE = 'enableLocalSecurity'

/** The registry, below `HKCU` or another user's key. Nothing is deleted where there is no backup. */
export function registry(root: string): Settings {
  const key = String.raw`"${root}\Software\Plex, Inc.\Plex Media Server"`
  // Not the desktop: where OneDrive keeps that, it is in another folder.
  const backup = String.raw`"%USERPROFILE%\plex-settings.reg"`
  const restore = `reg import ${backup}`
  return {
    backup: [`if not exist ${backup} reg export ${key} ${backup}`, `dir ${backup}`],
    discard: [`del ${backup}`],
    recovery: {
      change: SIGN_IN_VALUES.map((value) => `if exist ${backup} reg delete ${key} /v ${value} /f`),
      restore: [restore],
    },
    optOut: {
      change: [`if exist ${backup} reg add ${key} /v ${OVERRIDE} /t REG_DWORD /d 0 /f`],
      // What was added since the backup, an import leaves.
      restore: [`reg delete ${key} /v ${OVERRIDE} /f`, restore],
    },
  }
}

/** What macOS keeps for the app. A copy of the file would miss what is still in memory. */
export function userDefaults(): Settings {
  const domain = 'com.plexapp.plexmediaserver'
  const backup = '~/plex-settings.plist'
  const restore = `defaults import ${domain} ${backup}`
  return {
    // Home folders of a Mac may be looked into by everybody who uses it.
    backup: [
      `test -e ${backup} || (umask 077; defaults export ${domain} ${backup})`,
      `chmod 600 ${backup} && ls -l ${backup}`,
    ],
    discard: [`rm ${backup}`],
    recovery: {
      change: SIGN_IN_VALUES.map((value) => `defaults delete ${domain} ${value}`),
      restore: [restore],
    },
    optOut: {
      change: [`defaults write ${domain} ${OVERRIDE} -bool FALSE`],
      restore: [`defaults delete ${domain} ${OVERRIDE}`, restore],
    },
  }
}

/** `Preferences.xml`. `as` is what makes one root, `sed` how the system's own one edits in place. */
export function preferencesIn(
  folder: string,
  { as = 'sudo ', sed = 'sed -i' }: { readonly as?: string; readonly sed?: string } = {},
): Settings {
  const file = `"${folder}/Preferences.xml"`
  const backup = `"${folder}/Preferences.backup.xml"`
  const edit = `${as}${sed} -E`
  const restore = [`${as}cp -p ${backup} ${file}`]
  return {
    backup: [`${as}test -e ${backup} || ${as}cp -p ${file} ${backup}`, `${as}ls -l ${backup}`],
    discard: [`${as}rm ${backup}`],
    recovery: { change: [`${edit} -e '${without(SIGN_IN_VALUES.join('|'))}' ${file}`], restore },
    optOut: {
      // An attribute that stands there twice makes the whole file unreadable.
      change: [`${edit} -e '${without(OVERRIDE)}' -e 's/<Preferences/& ${OVERRIDE}="0"/' ${file}`],
      restore,
    },
  }
}

function without(names: string): string {
  return `s/(^|[[:space:]])(${names})="[^"]*"//g`
}
