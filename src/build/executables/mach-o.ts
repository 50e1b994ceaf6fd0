/** The format of programs on macOS, as far as signing one needs it (Apple, mach-o/loader.h). All for 64 bits. */
export type LoadCommand = { readonly at: number; readonly kind: number; readonly size: number }

const MAGIC_64 = 0xfeed_facf
const SEGMENT_64 = 0x19
const CODE_SIGNATURE = 0x1d
const HEADER = 32
const AT = { machine: 4, commands: 16, commandBytes: 20 } as const

export function isMachO(file: Buffer): boolean {
  return file.readUInt32LE(0) === MAGIC_64
}

export function machineOf(file: Buffer): number {
  return file.readUInt32LE(AT.machine)
}

/** In the order of the file. */
export function loadCommandsOf(file: Buffer): readonly LoadCommand[] {
  const commands: LoadCommand[] = []
  let at = HEADER
  for (let left = file.readUInt32LE(AT.commands); left > 0; left -= 1) {
    const size = file.readUInt32LE(at + 4)
    commands.push({ at, kind: file.readUInt32LE(at), size })
    at += size
  }
  return commands
}

/** Where a segment lies in the file, and where its own command says so. */
export function segmentOf(file: Buffer, name: string): { at: number; offset: number; size: number } {
  const found = loadCommandsOf(file).find(
    ({ at, kind }) => kind === SEGMENT_64 && textAt(file, at + 8, 16) === name,
  )
  if (found === undefined) throw new Error(`there is no segment ${name}`)
  const { at } = found
  return { at, offset: Number(file.readBigUInt64LE(at + 40)), size: Number(file.readBigUInt64LE(at + 48)) }
}

/** The file with this segment larger; `align` is the size of a page of memory. */
export function grow(file: Buffer, name: string, size: number, align: number): Buffer {
  const grown = Buffer.from(file)
  const { at } = segmentOf(file, name)
  grown.writeBigUInt64LE(BigInt(Math.ceil(size / align) * align), at + 32)
  grown.writeBigUInt64LE(BigInt(size), at + 48)
  return grown
}

/** Where the signature lies; null where there is none. */
export function signatureAt(file: Buffer): { offset: number; size: number } | null {
  const found = loadCommandsOf(file).find(({ kind }) => kind === CODE_SIGNATURE)
  if (found === undefined) return null
  return { offset: file.readUInt32LE(found.at + 8), size: file.readUInt32LE(found.at + 12) }
}

/** The file with a command that says where its signature lies. */
export function announceSignature(file: Buffer, offset: number, size: number): Buffer {
  const announced = Buffer.from(file)
  const commandBytes = file.readUInt32LE(AT.commandBytes)
  const at = HEADER + commandBytes
  const room = file.subarray(at, at + 16)
  if (room.some((byte) => byte !== 0)) throw new Error('there is no room for the command of a signature')
  const words = [CODE_SIGNATURE, 16, offset, size]
  words.forEach((word, index) => announced.writeUInt32LE(word, at + 4 * index))
  announced.writeUInt32LE(file.readUInt32LE(AT.commands) + 1, AT.commands)
  announced.writeUInt32LE(commandBytes + 16, AT.commandBytes)
  return announced
}

function textAt(file: Buffer, at: number, length: number): string {
  return file.toString('latin1', at, at + length).replace(/\0.*$/s, '')
}
