// @vitest-environment node
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, inject, test } from 'vitest'
import { startHost } from '../../src/mocks/http-host.ts'
import { command, start } from './command.ts'
import { PAGE_END } from './whole-page.ts'

const NAME = 'Setup Plex.html'
/** Writes a large page as fast as it can, so that most kills strike in the middle of it. */
const BUSY = `import { stamp, write } from 'setup-plex'
const page = (await stamp({ server: { friendlyName: 'Attic' } })) + ' '.repeat(2 ** 22)
for (;;) await write(process.argv[1], page)`

/** What lies in the folder: the page is whole, and nothing may be read by others. Gives back the drafts. */
function lookInto(folder: string): readonly string[] {
  const names = readdirSync(folder)
  for (const name of names) expect(statSync(join(folder, name)).mode & 0o077).toBe(0)
  if (names.includes(NAME)) {
    const html = readFileSync(join(folder, NAME), 'utf8')
    expect(html).toMatch(/^<!doctype html>/i)
    expect(html.trimEnd()).toMatch(PAGE_END)
    expect(html).toMatch(/id="setup-stamp" type="application\/json">\{"[^<]*\}<\/script>/)
  }
  const drafts = names.filter((name) => name.startsWith(`.${NAME}.`))
  expect(names.filter((name) => name !== NAME && !drafts.includes(name))).toEqual([])
  return drafts
}

test(
  'killed at any moment, 100 times: never half a page, and never one for others',
  { timeout: 120_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'killed-'))
    const host = await startHost({ behaviour: 'unclaimed' })
    const file = join(folder, NAME)
    const struck = new Set<string>()
    try {
      for (let kill = 0; kill < 100; kill += 1) {
        const child =
          kill % 2 === 0
            ? spawn(process.execPath, ['--input-type=module', '-e', BUSY, file], {
                cwd: inject('installed'),
                stdio: 'ignore',
              })
            : start(['write', '--server', host.origin, '--out', file]).child
        const gone = new Promise((resolve) => child.once('exit', resolve))
        await pause(50 + Math.random() * 250)
        child.kill('SIGKILL')
        await gone
        for (const draft of lookInto(folder)) struck.add(draft)
      }
      console.log(`Of 100 kills, ${struck.size} struck while a page was being written.`)
      // The moments were the right ones only if some of them struck.
      expect(struck.size).toBeGreaterThan(0)
      const longAgo = new Date(Date.now() - 60_000)
      for (const name of readdirSync(folder)) utimesSync(join(folder, name), longAgo, longAgo)
      expect(await command('write', '--server', host.origin, '--out', file)).toMatchObject({ code: 0 })
      expect(readdirSync(folder)).toEqual([NAME])
      lookInto(folder)
    } finally {
      await host.stop()
      rmSync(folder, { recursive: true })
    }
  },
)
