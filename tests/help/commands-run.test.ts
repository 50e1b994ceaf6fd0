import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, mkdirSync, readFileSync } from 'node:fs'
import { rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { optOutCommands, recoveryCommands, type Commands } from '../../src/help/commands.ts'

const KEPT = `MachineIdentifier="1b2c-&quot;3&quot;" ProcessedMachineIdentifier="0123abcd" FriendlyName="Attic &lt;NAS&gt;"`
const FOUR = `PlexOnlineHome="1" PlexOnlineMail="anna@example.net" PlexOnlineToken="t0ken/+" PlexOnlineUsername="Anna B."`

const documentWith = (...attributes: readonly string[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<Preferences ${attributes.join(' ')}/>\n`

/** Those systems whose settings are in a file. */
const SYSTEMS = (['linux', 'rented', 'docker', 'nas'] as const).flatMap((place) =>
  recoveryCommands(place).map((recovery, index) => {
    const optOut = optOutCommands(place)[index]
    if (optOut === undefined) throw new Error('Both pages are about the same systems')
    return { name: `${place}, ${recovery.system.name}`, recovery, optOut }
  }),
)

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'setup plex '))
})
afterEach(() => rmSync(root, { recursive: true }))

function run(lines: readonly string[]): string {
  const env = { ...process.env, HOME: root, LC_ALL: 'C' }
  return execFileSync('sh', ['-c', lines.join('\n')], { encoding: 'utf8', env, stdio: 'pipe' })
}

/** Runs lines as a person pastes them, one after the other, on a computer whose disk begins at `root`. */
function paste(lines: readonly string[]): string {
  const here = lines.map((line) =>
    line
      .replace(/(?<= )"<?(\w*)>?\//g, `"${root}/$1/`)
      .replace(/<(\w+)>/g, '$1')
      // What another sed needs instead of a word of its own.
      .replace("sed -i '' ", 'sed -i '),
  )
  return run(['sudo() { "$@"; }', ...here])
}

/** The file that the lines are about, as they name it. */
function fileOf({ restore }: Commands): string {
  const [, file = ''] = /" "(.*)"$/.exec(restore[0] ?? '') ?? []
  return `${root}/${file.replace(/<(\w+)>/g, '$1')}`
}

function put(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  chmodSync(file, 0o600)
}

function attributesIn(text: string): Record<string, string> {
  const parsed = new DOMParser().parseFromString(text, 'application/xml')
  expect(parsed.querySelector('parsererror'), text).toBeNull()
  return Object.fromEntries([...parsed.documentElement.attributes].map(({ name, value }) => [name, value]))
}

const KEPT_READ = attributesIn(documentWith(KEPT))

describe.each(SYSTEMS)('pasted for $name', ({ recovery, optOut }) => {
  it.each([
    ['is absent', [KEPT]],
    ['is 1', ['enableLocalSecurity="1"', KEPT]],
    ['is 0 already, at the end', [KEPT, 'enableLocalSecurity="0"']],
    ['stands on a line of its own', [KEPT, '\nenableLocalSecurity="1"\n']],
    ['is the only one', ['enableLocalSecurity="1"']],
  ])('opting out leaves one attribute, once and twice, where it %s', (_, attributes) => {
    const file = fileOf(optOut)
    const before = documentWith(...attributes)
    put(file, before)
    for (const time of ['once', 'twice']) {
      paste([...optOut.backup, ...optOut.change])
      const text = readFileSync(file, 'utf8')
      expect(text.match(/enableLocalSecurity/g), time).toHaveLength(1)
      expect(attributesIn(text)).toEqual({
        ...(attributes.includes(KEPT) ? KEPT_READ : {}),
        enableLocalSecurity: '0',
      })
      expect(readFileSync(file.replace(/\.xml$/, '.backup.xml'), 'utf8')).toBe(before)
    }
    paste(optOut.restore)
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  it('opting out works where there are no settings at all', () => {
    const file = fileOf(optOut)
    put(file, '<Preferences/>')
    paste(optOut.change)
    expect(attributesIn(readFileSync(file, 'utf8'))).toEqual({ enableLocalSecurity: '0' })
  })

  it.each([
    ['all four are there', [FOUR, KEPT]],
    ['they are at the end', [KEPT, FOUR]],
    ['some are missing', ['PlexOnlineToken="t"', KEPT, 'PlexOnlineHome=""']],
    ['none is there', [KEPT]],
    ['each has a line', [KEPT, FOUR.replace(/" /g, '"\n')]],
    ['P2, K4: an image left them behind without a value', [FOUR.replace(/"[^"]*"/g, '""'), KEPT]],
  ])('recovery takes out the four values and nothing else, once and twice, where %s', (_, attributes) => {
    const file = fileOf(recovery)
    const before = documentWith(...attributes)
    put(file, before)
    for (const time of ['once', 'twice']) {
      paste([...recovery.backup, ...recovery.change])
      expect(attributesIn(readFileSync(file, 'utf8')), time).toEqual(KEPT_READ)
      expect(readFileSync(file.replace(/\.xml$/, '.backup.xml'), 'utf8')).toBe(before)
    }
    paste(recovery.restore)
    expect(readFileSync(file, 'utf8')).toBe(before)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    paste(recovery.discard)
    expect(existsSync(file.replace(/\.xml$/, '.backup.xml'))).toBe(false)
    expect(existsSync(file)).toBe(true)
  })

  it('the backup shows itself, and fails where there is nothing to save', () => {
    const file = fileOf(recovery)
    put(file, documentWith(KEPT))
    expect(paste(recovery.backup)).toContain('Preferences.backup.xml')
    rmSync(dirname(file), { recursive: true })
    expect(() => paste(recovery.backup)).toThrow(/No such file/)
  })

  it('values with similar names stay', () => {
    const similar = 'XPlexOnlineHome="1" PlexOnlineTokens="2" NoenableLocalSecurity="1"'
    const file = fileOf(recovery)
    put(file, documentWith(similar, KEPT))
    paste([...recovery.change, ...optOut.change])
    expect(attributesIn(readFileSync(file, 'utf8'))).toEqual({
      ...attributesIn(documentWith(similar, KEPT)),
      enableLocalSecurity: '0',
    })
  })
})

it('pasted on a Mac, the backup is made once and brought back', () => {
  const [recovery] = recoveryCommands('mac')
  if (recovery === undefined) throw new Error('There are lines for a Mac')
  const defaults = (settings: string): string =>
    `defaults() { case $1 in export) echo ${settings} > "$3";; import) cat "$3";; esac; }`
  run([defaults('good'), ...recovery.backup])
  const shown = run([defaults('emptied'), ...recovery.backup])
  expect(shown).toContain('plex-settings.plist')
  expect(run([defaults(''), ...recovery.restore])).toBe('good\n')
  // Others on that Mac can't read the sign-in in it, and afterwards it is gone.
  const backup = join(root, 'plex-settings.plist')
  expect(statSync(backup).mode & 0o777).toBe(0o600)
  chmodSync(backup, 0o644)
  run([defaults('emptied'), ...recovery.backup])
  expect(statSync(backup).mode & 0o777).toBe(0o600)
  run(recovery.discard)
  expect(existsSync(backup)).toBe(false)
})
