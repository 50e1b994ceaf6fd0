// @vitest-environment node
import { expect, it } from 'vitest'
import { meansKeptOff } from '../../src/cli/kept-off.ts'

it.each([
  ['EHOSTUNREACH', 'darwin', true],
  ['ENETUNREACH', 'darwin', false],
  ['ECONNREFUSED', 'darwin', false],
  ['EHOSTUNREACH', 'linux', false],
  ['EHOSTUNREACH', 'win32', false],
  ['', 'darwin', false],
] as const)('%s on %s means that the system keeps this program off: %s', (code, platform, expected) => {
  expect(meansKeptOff(code, platform)).toBe(expected)
})
