import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { fetchLines } from '../../src/help/fetch-lines.ts'
import { SYSTEMS } from '../../src/server/systems.ts'

const FOLDERS = (['linux', 'docker', 'rented'] as const).flatMap((place) =>
  SYSTEMS[place].map((system) => ({ place, system, name: system.name })),
)

/** Bytes that a program which takes them for text would change. */
const PAGE = Buffer.from([0xef, 0xbb, 0xbf, 0x3c, 0x0a, 0x0d, 0x0a, 0x00, 0xff, 0xfe])

/** What the lines call, for a server whose disk and home folder are folders here. */
const programs = (disk: string, home: string): Record<string, string> => ({
  // The last word is the command; it runs in the person's home folder over there.
  ssh: `for line; do :; done; cd '${home}' && exec sh -c "$line"`,
  scp: `exec cp "${home}/\${1#*:}" "$2"`,
  sudo: `[ "$1" = docker ] && shift; from=\${2#plex:}; [ "$1" = chown ] && exec touch owned; exec cp "${disk}$from" "$3"`,
})

it.each(FOLDERS)(
  'of $name bring the very bytes of the file, and leave nothing behind',
  ({ place, system }) => {
    const root = mkdtempSync(join(tmpdir(), 'setup plex '))
    try {
      const [disk, home, here, bin] = ['disk', 'home', 'here', 'bin'].map((name) => join(root, name))
      if (disk === undefined || home === undefined || here === undefined || bin === undefined)
        throw new Error()
      for (const made of [home, here, bin]) mkdirSync(made)
      const file = `${disk}${system.folder}/Setup Plex.html`
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, PAGE)
      for (const [name, script] of Object.entries(programs(disk, home))) {
        writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`)
        chmodSync(join(bin, name), 0o755)
      }
      const lines = fetchLines(place, system).map((line) =>
        line.replaceAll('<user>', 'anna').replaceAll('<server>', 'nas').replaceAll('<container>', 'plex'),
      )
      execFileSync('sh', ['-ec', lines.join('\n')], {
        cwd: here,
        env: { ...process.env, PATH: `${bin}:${process.env['PATH']}` },
      })
      expect(readFileSync(join(here, 'Setup Plex.html')).equals(PAGE)).toBe(true)
      expect(existsSync(join(home, 'setup-plex.html'))).toBe(false)
      expect(existsSync(join(home, 'owned'))).toBe(true)
      expect(readFileSync(file).equals(PAGE)).toBe(true)
    } finally {
      rmSync(root, { recursive: true })
    }
  },
)

it.each(FOLDERS)('of $name are quoted alike for cmd.exe, PowerShell and sh', ({ place, system }) => {
  const lines = fetchLines(place, system)
  for (const line of lines) {
    // Outside of double quotes nothing but words, and in them nothing that any of the three would look into.
    const outside = line.replace(/"[^"$%`!^\\]*"/g, '').replace(/<\w+>/g, '')
    expect(outside).toMatch(/^[\w\s@.:-]+$/)
  }
  const copy = `${place === 'docker' ? "docker cp '<container>:" : "cp '"}${system.folder}`
  // For the password, sudo needs a terminal.
  expect(lines[0]).toContain(`ssh -t <user>@<server> "sudo ${copy}/Setup Plex.html' setup-plex.html && `)
})

it('P1, K3: of hotio come from /config itself', () => {
  const [hotio] = SYSTEMS.docker.filter(({ name }) => name === 'hotio')
  if (hotio === undefined) throw new Error('hotio is a system')
  expect(fetchLines('docker', hotio)[0]).toContain("docker cp '<container>:/config/Setup Plex.html'")
})
