// @vitest-environment node
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withoutServices } from '../../src/install/no-services.mjs'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'setup-plex-policy-'))
  file = join(folder, 'policy-rc.d')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** What Debian does before it starts a service: 101 forbids it. */
function answerFor(service: string): unknown {
  try {
    execFileSync(file, [service, 'start'])
    return 0
  } catch (error) {
    return (error as { readonly status?: number }).status
  }
}

test.runIf(process.platform !== 'win32')('no service starts meanwhile, and no policy is left behind', () => {
  expect(withoutServices(() => answerFor('nginx'), file)).toBe(101)
  expect(existsSync(file)).toBe(false)
})

test.runIf(process.platform !== 'win32')('a policy that was there comes back as it was', () => {
  writeFileSync(file, '#!/bin/sh\nexit 0\n')
  chmodSync(file, 0o744)
  expect(withoutServices(() => answerFor('nginx'), file)).toBe(101)
  expect(readFileSync(file, 'utf8')).toBe('#!/bin/sh\nexit 0\n')
  expect(statSync(file).mode & 0o777).toBe(0o744)
})

test('it comes back also when the work fails', () => {
  writeFileSync(file, 'mine')
  const fail = () => {
    throw new Error('No network')
  }
  expect(() => withoutServices(fail, file)).toThrow('No network')
  expect(readFileSync(file, 'utf8')).toBe('mine')
})

test('what a killed run left behind goes', () => {
  let left = ''
  withoutServices(() => (left = readFileSync(file, 'utf8')), file)
  writeFileSync(file, left)
  withoutServices(() => undefined, file)
  expect(existsSync(file)).toBe(false)
})
