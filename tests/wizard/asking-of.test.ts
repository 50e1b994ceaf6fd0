import { afterEach, expect, it } from 'vitest'
import { address, ATTIC } from '../../src/gallery/said.ts'
import { EMPTY_STAMP } from '../../src/stamp/stamp.ts'
import { ALLOWED_KEY, allowAddress, NAMED_KEY, nameAddress } from '../../src/wizard/facts/choices.ts'
import { askingOf } from '../../src/wizard/facts/collect.ts'
import { withoutStorage } from '../without-storage.ts'

const FAR = address('https://attic.example:32400')
const OTHER = address('http://192.168.1.20:32400')
const asking = () => askingOf({ stamp: EMPTY_STAMP, pageOrigin: null }, FAR, [], [])

afterEach(() => sessionStorage.clear())

it('an address far away is asked once the person agreed, also while they turn to another one', () => {
  expect(asking()).toEqual({ asked: [], unasked: FAR })
  allowAddress(FAR)
  nameAddress({ address: OTHER, how: 'typed' })
  expect(asking().unasked).toBeNull()
})

it('whoever types it has agreed by that', () => {
  nameAddress({ address: FAR, how: 'typed' })
  expect(asking().unasked).toBeNull()
})

it('what somebody typed says nothing about another address far away', () => {
  nameAddress({ address: OTHER, how: 'typed' })
  expect(asking().unasked).toBe(FAR)
})

it('where the browser denies storage, whoever agreed or typed it has to do so once as well', () => {
  withoutStorage([ALLOWED_KEY], () => {
    allowAddress(FAR)
    expect(asking().unasked).toBeNull()
  })
  withoutStorage([NAMED_KEY], () => {
    nameAddress({ address: FAR, how: 'typed' })
    expect(asking().unasked).toBeNull()
  })
})

it('without an address in the link, those in the file are asked, wherever they are', () => {
  const stamp = { ...EMPTY_STAMP, machineIdentifier: ATTIC, addresses: [FAR] }
  const { asked, unasked } = askingOf({ stamp, pageOrigin: null }, null, [], [])
  expect(asked[0]).toEqual({ address: FAR, source: 'stamp', expects: null })
  expect(unasked).toBeNull()
})
