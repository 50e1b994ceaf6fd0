// @vitest-environment node
import { expect, test } from 'vitest'
import { openerFor } from '../../src/demo/open-browser.ts'

test.each([
  ['linux with a screen', 'linux', { DISPLAY: ':0' }, true, 'xdg-open'],
  ['linux with Wayland', 'linux', { WAYLAND_DISPLAY: 'wayland-0' }, true, 'xdg-open'],
  ['linux without a screen', 'linux', {}, true, undefined],
  ['a build machine', 'linux', { DISPLAY: ':0', CI: 'true' }, true, undefined],
  ['a pipe', 'darwin', {}, false, undefined],
  ['macOS', 'darwin', {}, true, 'open'],
  ['Windows', 'win32', {}, true, 'cmd'],
] as const)('on %s', (_where, platform, env, interactive, command) => {
  expect(openerFor({ env, platform, interactive })?.[0]).toBe(command)
})
