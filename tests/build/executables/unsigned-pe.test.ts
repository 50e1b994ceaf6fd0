// @vitest-environment node
import { expect, it } from 'vitest'
import { certificateBytes, isPe, machineOf, unsigned } from '../../../src/build/executables/unsigned-pe.ts'

const MARK = 0x80
const CERTIFICATES = Buffer.from('who made this')

/** A program for Windows on x64 with nothing in it, and what follows it. */
function program(more: string, certificates = CERTIFICATES.length): Buffer {
  const head = Buffer.alloc(0x200)
  head.write('MZ', 0, 'latin1')
  head.writeUInt32LE(MARK, 0x3c)
  head.write('PE\0\0', MARK, 'latin1')
  head.writeUInt16LE(0x86_64, MARK + 4)
  head.writeUInt32LE(4_711, MARK + 24 + 64)
  head.writeUInt32LE(certificates === 0 ? 0 : 0x200, MARK + 24 + 144)
  head.writeUInt32LE(certificates, MARK + 24 + 148)
  return Buffer.concat([head, Buffer.from(more), certificates === 0 ? Buffer.alloc(0) : CERTIFICATES])
}

it('a changed program no longer says who made it', () => {
  const changed = program('more')
  const bare = unsigned(changed, program(''))
  expect(isPe(bare)).toBe(true)
  expect(machineOf(bare)).toBe(0x86_64)
  expect([certificateBytes(changed), certificateBytes(bare)]).toEqual([CERTIFICATES.length, 0])
  expect(bare.includes(CERTIFICATES)).toBe(false)
  expect(bare.subarray(0x200).toString()).toBe('more')
  // A checksum of something else is worse than none.
  expect(bare.readUInt32LE(MARK + 24 + 64)).toBe(0)
})

it('one that nobody signed stays as it is, and one with other certificates is refused', () => {
  const nobodys = program('', 0)
  expect(unsigned(nobodys, nobodys)).toBe(nobodys)
  expect(() => unsigned(Buffer.concat([program('more'), Buffer.from('!')]), program(''))).toThrow(
    'not its end',
  )
})
