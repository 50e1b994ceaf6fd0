// @vitest-environment node
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

const PROGRAM = fileURLToPath(new URL('../../src/install/ensure-installed.mjs', import.meta.url))

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'setup-plex-programs-'))
  for (const name of ['apt-get', 'sudo']) {
    writeFileSync(join(folder, name), `#!/bin/sh\necho "RAN ${name} $*"\n`)
    chmodSync(join(folder, name), 0o755)
  }
})
afterEach(() => rmSync(folder, { recursive: true }))

/** What is said where nothing is installed but a Chromium and these. */
function said(env: Record<string, string>): string {
  const noRoot = ['--import', 'data:text/javascript,process.getuid = () => 1000']
  const options = { env: { PATH: folder, ...env }, encoding: 'utf8' } as const
  const { stdout } = spawnSync(process.execPath, [...noRoot, PROGRAM, 'programs'], options)
  return stdout
}

test.runIf(process.platform === 'linux')(
  'for a person nothing is run as root, and the command is named',
  () => {
    expect(said({})).toMatch(
      /firefox-esr.*\n[^]*To install that: sudo .*ensure-installed\.mjs' 'programs'\n$/,
    )
    expect(said({})).not.toMatch(/RAN (sudo|apt-get (update|install))/)
  },
)

test.runIf(process.platform === 'linux')('a build machine installs, after it has said what and why', () => {
  expect(said({ CI: 'true' })).toMatch(
    /^Installing [^]*firefox-esr[^]*\nRAN sudo .*ensure-installed\.mjs programs\n$/,
  )
})
