// @vitest-environment node
import { expect, test } from 'vitest'
import { reasonToInstall } from '../../src/install/install-state.mjs'

const LOCK = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/vite': { version: '8.3.8', integrity: 'sha512-a' },
    'node_modules/only-on-a-mac': { version: '1.0.0', optional: true },
  },
}
const VITE = { version: '8.3.8', integrity: 'sha512-a' }
const INSTALLED = { packages: { 'node_modules/vite': VITE } }
const CURRENT = { lock: LOCK, installed: INSTALLED }

const installedVite = (change: Partial<typeof VITE>): { installed: typeof INSTALLED } => ({
  installed: { packages: { 'node_modules/vite': { ...VITE, ...change } } },
})

test('nothing to do when everything is as the lock file wants it', () => {
  expect(reasonToInstall(CURRENT)).toBeNull()
})

test.each([
  ['a fresh clone', { installed: null }, /nothing is installed/],
  ['another version', installedVite({ version: '8.3.7' }), /vite/],
  ['the same version with other bytes', installedVite({ integrity: 'sha512-b' }), /vite/],
  ['a missing package', { installed: { packages: {} } }, /vite/],
  [
    'a package too many',
    { installed: { packages: { ...INSTALLED.packages, 'node_modules/left': { version: '1.0.0' } } } },
    /left is installed/,
  ],
])('installs for %s', (_why, change, reason) => {
  expect(reasonToInstall({ ...CURRENT, ...change })).toMatch(reason)
})
