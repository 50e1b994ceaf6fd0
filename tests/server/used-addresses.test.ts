import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { writeStored, readStored } from '../../src/lib/storage.ts'
import {
  parseUsedAddresses,
  rememberAddress,
  USED_ADDRESSES_KEY,
  type UsedAddress,
} from '../../src/server/used-addresses.ts'
import { address, ATTIC, CELLAR } from '../../src/gallery/said.ts'

// A busy computer takes its time over thousands of examples.
vi.setConfig({ testTimeout: 60_000 })

function used(number: number, machineIdentifier = ATTIC): UsedAddress {
  return { machineIdentifier, address: address(`http://192.168.1.${number}:32400`) }
}

const remembered = () => parseUsedAddresses(readStored('local', USED_ADDRESSES_KEY))

beforeEach(() => {
  writeStored('local', USED_ADDRESSES_KEY, null)
})

describe('remembering where a server answered', () => {
  it('starts with nothing', () => {
    expect(remembered()).toEqual([])
  })

  it('puts the newest first', () => {
    rememberAddress(used(1))
    rememberAddress(used(2, CELLAR))
    expect(remembered()).toEqual([used(2, CELLAR), used(1)])
  })

  it('keeps an address once, with the machine that answered there last', () => {
    rememberAddress(used(1))
    rememberAddress(used(2))
    rememberAddress(used(1, CELLAR))
    expect(remembered()).toEqual([used(1, CELLAR), used(2)])
  })

  it('forgets the ninth oldest', () => {
    for (let number = 1; number <= 9; number += 1) rememberAddress(used(number))
    expect(remembered()).toEqual([9, 8, 7, 6, 5, 4, 3, 2].map((number) => used(number)))
  })

  it('remembers nothing but the machine and the address', () => {
    rememberAddress(used(1))
    const kept: unknown = JSON.parse(readStored('local', USED_ADDRESSES_KEY) ?? '')
    expect(kept).toEqual([{ machineIdentifier: ATTIC, address: 'http://192.168.1.1:32400' }])
  })

  it('starts anew where something else is kept', () => {
    writeStored('local', USED_ADDRESSES_KEY, '{"not":"a list"}')
    rememberAddress(used(1))
    expect(remembered()).toEqual([used(1)])
  })
})

describe('what cannot be read is left out', () => {
  const good = { machineIdentifier: ATTIC, address: 'http://192.168.1.1:32400' }
  it.each([
    ['nothing', null, []],
    ['an empty text', '', []],
    ['no JSON', '[{', []],
    ['no list', JSON.stringify(good), []],
    ['an entry without an address', JSON.stringify([{ machineIdentifier: ATTIC }, good]), [used(1)]],
    ['an entry with a path', JSON.stringify([{ ...good, address: 'http://nas:32400/web' }, good]), [used(1)]],
    ['another scheme', JSON.stringify([{ ...good, address: 'javascript:alert(1)' }, good]), [used(1)]],
    ['another identifier', JSON.stringify([{ ...good, machineIdentifier: 'attic' }, good]), [used(1)]],
    ['an entry that is nothing', JSON.stringify([null, good]), [used(1)]],
    ['an entry that is text', JSON.stringify(['http://192.168.1.2:32400', good]), [used(1)]],
    [
      'entries after the eighth',
      JSON.stringify(Array.from({ length: 20 }, () => good)),
      Array.from({ length: 8 }, () => used(1)),
    ],
  ])('%s', (_what, text, expected) => {
    expect(parseUsedAddresses(text)).toEqual(expected)
  })

  it('whatever is kept there', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.array(fc.jsonValue()).map((list) => JSON.stringify(list)),
        ),
        (text) => {
          for (const entry of parseUsedAddresses(text)) {
            expect(entry.machineIdentifier).toMatch(/^[0-9a-f]{32,64}$/)
            expect(new URL(entry.address).origin).toBe(entry.address)
          }
        },
      ),
    )
  })
})
