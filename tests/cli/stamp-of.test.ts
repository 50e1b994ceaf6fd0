// @vitest-environment node
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { parseSelfDescription } from '../../src/cli/write/self-description.ts'
import { stampOf } from '../../src/cli/stamp-of.ts'
import type { MachineIdentifier } from '../../src/lib/machine-identifier.ts'
import { readStamp } from '../../src/stamp/format.ts'

// A busy computer takes its time over thousands of examples.
vi.setConfig({ testTimeout: 60_000 })

const MACHINE = 'a'.repeat(40) as MachineIdentifier
const serverIn = (value: ReturnType<typeof stampOf>) => value.server

it('says what is known, and nothing of what is not', () => {
  const address = 'http://192.168.1.10:32400'
  expect(
    serverIn(stampOf({ machineIdentifier: MACHINE, version: '1.43.4' }, [address], { platform: 'Linux' })),
  ).toEqual({
    machineIdentifier: MACHINE,
    version: '1.43.4',
    platform: 'Linux',
    addresses: [address],
  })
  expect(serverIn(stampOf(null, []))).toEqual({ addresses: [] })
})

it('takes the first 32 addresses', () => {
  const many = Array.from({ length: 40 }, (_, index) => `http://10.0.0.${index}:32400`)
  expect(serverIn(stampOf(null, many))?.addresses).toEqual(many.slice(0, 32))
})

it.each(['two words', 'v'.repeat(61), '<b>'])(
  'leaves out the version %j, which no page could read back',
  (version) => {
    expect(serverIn(stampOf({ machineIdentifier: MACHINE, version }, []))).not.toHaveProperty('version')
  },
)

it('whatever a server says of itself, the page can read what is written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (version, friendlyName) => {
      const value = stampOf({ machineIdentifier: MACHINE, version }, [], { friendlyName })
      expect(readStamp(value).unreadable).toEqual([])
    }),
  )
})

it.each([
  [
    { MediaContainer: { friendlyName: 'Attic', platform: 'Linux', token: 'x' } },
    { friendlyName: 'Attic', platform: 'Linux' },
  ],
  [{ MediaContainer: { friendlyName: 7, platform: 'BeOS' } }, {}],
  [{ MediaContainer: { platform: 'MacOSX' } }, { platform: 'MacOSX' }],
  [{ MediaContainer: null }, {}],
  [{ MediaContainer: 'Attic' }, {}],
  [{}, {}],
  [[], {}],
  [null, {}],
  [undefined, {}],
  [JSON.parse('{"__proto__":{"MediaContainer":{"friendlyName":"x"}}}'), {}],
])('of %j a server says %j', (value: unknown, expected) => {
  expect(parseSelfDescription(value)).toEqual(expected)
})

it('reads anything', () => {
  fc.assert(fc.property(fc.anything(), (value) => void parseSelfDescription(value)))
})
