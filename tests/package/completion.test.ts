// @vitest-environment node
import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  personAtBash,
  personAtFish,
  personAtZsh,
  personAtZshWithFile,
  type PersonAtShell,
} from './tab-key.ts'

const SHELLS = [
  ['bash', '', personAtBash],
  ['zsh', '', personAtZsh],
  ['zsh', ' with a file', personAtZshWithFile],
  ['fish', '', personAtFish],
] as const

function isThere(program: string, args: readonly string[] = ['--version']): boolean {
  try {
    return execFileSync(program, args, { stdio: ['ignore', 'pipe', 'ignore'] }).length > 0
  } catch {
    return false
  }
}
/** Of util-linux; others have a program of this name that takes something else. */
const hasTerminal = isThere('sh', ['-c', 'script --version | grep util-linux'])

describe.each(SHELLS)('%s%s', (shell, _how, come) => {
  const canRun = isThere(shell) && (shell === 'fish' || hasTerminal)
  if (!canRun) console.log(`NOT RUN: what ${shell} completes; ${shell} or "script" is not installed here.`)
  let person: PersonAtShell
  beforeAll(async () => {
    if (canRun) person = await come()
  })
  afterAll(async () => {
    if (canRun) await person.leave()
  })

  test.skipIf(!canRun).each([
    ['setup-plex wr', 'setup-plex write'],
    ['setup-plex --debug fi', 'setup-plex --debug find'],
    ['setup-plex --ver', 'setup-plex --version'],
    ['setup-plex help se', 'setup-plex help serve'],
    ['setup-plex completion z', 'setup-plex completion zsh'],
    ['setup-plex find --json --sw', 'setup-plex find --json --sweep'],
    ['setup-plex write --da', 'setup-plex write --data-dir'],
    ['setup-plex write --debug --wat', 'setup-plex write --debug --watch'],
    ['setup-plex serve --host attic --ho', 'setup-plex serve --host attic --host'],
    // Folders alone, though a file begins alike.
    ['setup-plex write --data-dir p', 'setup-plex write --data-dir plex-data/'],
    ['setup-plex write --data-dir a', 'setup-plex write --data-dir a\\ folder/'],
    ['setup-plex write --out pa', 'setup-plex write --out page.html'],
    ['setup-plex write --out=pa', 'setup-plex write --out=page.html'],
    // Nobody but the person knows.
    ['setup-plex find --timeout ', 'setup-plex find --timeout'],
    ['setup-plex write --name p', 'setup-plex write --name p'],
    ['setup-plex finish', 'setup-plex finish'],
  ])('%s', async (typed, expected) => {
    expect((await person.tab(typed)).replace(/[ =]$/, '')).toBe(expected)
  })
})
