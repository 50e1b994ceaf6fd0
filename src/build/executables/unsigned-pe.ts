/** Where things lie in a program for Windows on 64 bits, behind its "PE" mark (Microsoft, PE Format). */
const AT = { machine: 4, checksum: 88, certificates: 168 } as const

export function isPe(file: Buffer): boolean {
  return (
    file.toString('latin1', 0, 2) === 'MZ' &&
    file.toString('latin1', markAt(file), markAt(file) + 4) === 'PE\0\0'
  )
}

export function machineOf(file: Buffer): number {
  return file.readUInt16LE(markAt(file) + AT.machine)
}

/** How many bytes of certificates the program says it has. */
export function certificateBytes(file: Buffer): number {
  return file.readUInt32LE(markAt(file) + AT.certificates + 4)
}

/**
 * The program without the signature that no longer suits it. Windows shows a signature that does not suit as a damaged
 * one, and a tool that signs expects none. `original` is the program as it was signed: its certificates are the end of
 * the changed one as well. No checksum means that there is none; only drivers need it.
 */
export function unsigned(file: Buffer, original: Buffer): Buffer {
  const size = certificateBytes(original)
  if (size === 0) return file
  const certificates = original.subarray(original.length - size)
  const end = file.length - size
  if (!file.subarray(end).equals(certificates)) throw new Error('the certificates are not its end')
  const bare = Buffer.from(file.subarray(0, end))
  const mark = markAt(bare)
  bare.writeBigUInt64LE(0n, mark + AT.certificates)
  bare.writeUInt32LE(0, mark + AT.checksum)
  return bare
}

function markAt(file: Buffer): number {
  return file.readUInt32LE(0x3c)
}
