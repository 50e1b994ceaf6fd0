// @vitest-environment node
import { expect, test } from 'vitest'
import { reasonToInstall } from '../../src/install/install-state.mjs'

const LOCK = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/vite': { version: '8.3.8' },
    'node_modules/only-on-a-mac': { version: '1.0.0', optional: true },
  },
}
const INSTALLED = { packages: { 'node_modules/vite': { version: '8.3.8' } } }
const CURRENT = { lock: LOCK, lockChangedMs: 1, installed: INSTALLED, installedChangedMs: 2 }

test('nothing to do when everything is as the lock file wants it', () => {
  expect(reasonToInstall(CURRENT)).toBeNull()
})

test.each([
  ['a fresh clone', { installed: null, installedChangedMs: null }, /nothing is installed/],
  ['a newer lock file', { lockChangedMs: 3 }, /newer/],
  ['another version', { installed: { packages: { 'node_modules/vite': { version: '8.3.7' } } } }, /vite/],
  ['a missing package', { installed: { packages: {} } }, /vite/],
  [
    'a package too many',
    { installed: { packages: { ...INSTALLED.packages, 'node_modules/left': { version: '1.0.0' } } } },
    /left is installed/,
  ],
])('installs for %s', (_why, change, reason) => {
  expect(reasonToInstall({ ...CURRENT, ...change })).toMatch(reason)
})
