// @vitest-environment node
import { expect, it } from 'vitest'
import { isKeptOff, meansKeptOff } from '../../src/cli/kept-off.ts'
import type { Address } from '../../src/lib/address.ts'

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

it.each<[string, NodeJS.Platform]>([
  // A port of this computer where nobody listens, and a number that leads nowhere at once.
  ['http://127.0.0.1:1', 'darwin'],
  ['http://0.0.0.0:1', 'darwin'],
  ['http://[::1]:1', 'darwin'],
  ['http://192.0.2.1', 'linux'],
])('%s on %s is not kept off', async (address, platform) => {
  expect(await isKeptOff(address as Address, platform)).toBe(false)
})
