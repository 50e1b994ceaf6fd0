// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { loadCommandsOf, segmentOf, signatureAt } from '../../../src/build/executables/mach-o.ts'
import { signatureFault, signed } from '../../../src/build/executables/sign-mach-o.ts'

const PAGE = 4_096
const ARM64 = 0x01_00_00_0c

function segment(name: string, offset: number, size: number): Buffer {
  const command = Buffer.alloc(72)
  command.writeUInt32LE(0x19, 0)
  command.writeUInt32LE(72, 4)
  command.write(name, 8, 'latin1')
  command.writeBigUInt64LE(BigInt(offset), 24)
  command.writeBigUInt64LE(BigInt(size), 32)
  command.writeBigUInt64LE(BigInt(offset), 40)
  command.writeBigUInt64LE(BigInt(size), 48)
  return command
}

/** A program of two pages of text and a bit for the linker, with nothing in it. */
function program({ room = PAGE, tail = 100 } = {}): Buffer {
  const commands = Buffer.concat([segment('__TEXT', 0, 2 * PAGE), segment('__LINKEDIT', 2 * PAGE, tail)])
  const file = Buffer.alloc(2 * PAGE + tail)
  file.writeUInt32LE(0xfeed_facf, 0)
  file.writeUInt32LE(ARM64, 4)
  file.writeUInt32LE(2, 16)
  file.writeUInt32LE(commands.length, 20)
  commands.copy(file, 32)
  file.fill(1, 32 + commands.length + room)
  return file
}

describe('a program for macOS', () => {
  it('is whole with its signature, and only as it was signed', () => {
    const file = signed(program(), 'setup-plex')
    expect(signatureFault(file)).toBeNull()
    for (const at of [PAGE, 2 * PAGE + 50]) {
      const changed = Buffer.from(file)
      changed.writeUInt8(file.readUInt8(at) ^ 1, at)
      expect(signatureFault(changed)).toBe(`page ${Math.floor(at / PAGE)} was changed after it was signed`)
    }
    expect(signatureFault(Buffer.concat([file, Buffer.alloc(1)]))).toBe('the signature is not its end')
  })

  it('says where its signature is, and has it in its last segment', () => {
    const file = signed(program(), 'setup-plex')
    expect(signatureAt(file)?.offset).toBe(Math.ceil((2 * PAGE + 100) / 16) * 16)
    expect(loadCommandsOf(file)).toHaveLength(3)
    const { offset, size } = segmentOf(file, '__LINKEDIT')
    expect(offset + size).toBe(file.length)
  })

  it('has the directory of hashes that Apple describes', () => {
    const file = signed(program(), 'setup-plex')
    const list = file.subarray(signatureAt(file)?.offset)
    // The words of the list, then those of the directory, each as cs_blobs.h has it.
    const words = Array.from({ length: 14 }, (_, at) => list.readUInt32BE(4 * at))
    const bytes = 88 + 'setup-plex\0'.length + 3 * 32
    const codeBytes = Math.ceil((2 * PAGE + 100) / 16) * 16
    expect(words.slice(0, 5)).toEqual([0xfade0cc0, 20 + bytes, 1, 0, 20])
    expect(words.slice(5)).toEqual([0xfade0c02, bytes, 0x20400, 0x20002, 99, 88, 0, 3, codeBytes])
    expect([...list.subarray(56, 60)]).toEqual([32, 2, 0, 12])
    expect(list.readBigUInt64BE(20 + 72)).toBe(BigInt(2 * PAGE))
    expect(list.toString('latin1', 108, 119)).toBe('setup-plex\0')
  })

  it('that has no room, has a signature, or ends with something else is left alone', () => {
    expect(() => signed(program({ room: 8 }), 'setup-plex')).toThrow('no room')
    expect(() => signed(signed(program(), 'setup-plex'), 'setup-plex')).toThrow('signed already')
    expect(() => signed(Buffer.concat([program(), Buffer.alloc(4)]), 'setup-plex')).toThrow('not the end')
    expect(signatureFault(program())).toBe('it is not signed')
  })
})
