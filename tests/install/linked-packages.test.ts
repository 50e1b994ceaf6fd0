// @vitest-environment node
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const INSTALL = fileURLToPath(new URL('../../src/install', import.meta.url))

let folder: string

/** A clone beside the packages of another one, with an `npm` that only says that it ran. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'setup-plex-linked-'))
  cpSync(INSTALL, join(folder, 'clone/src/install'), { recursive: true })
  write(
    'clone/package-lock.json',
    JSON.stringify({ packages: { 'node_modules/vite': { version: '8.3.8' } } }),
  )
  write('others/vite/index.js', '')
  write('bin/npm', '#!/bin/sh\necho "RAN npm $*"\n')
  chmodSync(join(folder, 'bin/npm'), 0o755)
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

function ensured(): { readonly status: number | null; readonly said: string } {
  const program = join(folder, 'clone/src/install/ensure-installed.mjs')
  const options = { env: { PATH: join(folder, 'bin') }, encoding: 'utf8' } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [program], options)
  return { status, said: `${stdout}${stderr}` }
}

describe.runIf(process.platform === 'linux')('packages that have to be installed', () => {
  test('are, with a sentence that says why', () => {
    expect(ensured()).toEqual({
      status: 0,
      said: 'Installing the packages first (nothing is installed yet).\nRAN npm ci --include=dev\n',
    })
  })

  test('are not where node_modules is a link, because npm would empty what it leads to', () => {
    symlinkSync(join(folder, 'others'), join(folder, 'clone/node_modules'))
    const { status, said } = ensured()
    expect(status).toBe(1)
    expect(said).toMatch(/^The packages have to be installed \(.*\), and node_modules is a link: .*\.\n$/)
    expect(existsSync(join(folder, 'others/vite/index.js'))).toBe(true)
  })

  test('are there, link or not, where they are as the lock file wants them', () => {
    write(
      'others/.package-lock.json',
      JSON.stringify({ packages: { 'node_modules/vite': { version: '8.3.8' } } }),
    )
    symlinkSync(join(folder, 'others'), join(folder, 'clone/node_modules'))
    expect(ensured()).toEqual({ status: 0, said: '' })
  })
})
