import { open } from 'node:fs/promises'
import type { DebFacts } from './control-texts.ts'

/** By the number of the machine in the head of an ELF file. */
const MACHINES: Readonly<Record<number, DebFacts['architecture']>> = { 62: 'amd64', 183: 'arm64' }
const HEAD_BYTES = 20

/** Debian's name of the machines that run this program. Fails with a sentence for anything that no package is made of. */
export async function architectureOf(program: string): Promise<DebFacts['architecture']> {
  const file = await open(program)
  const buffer = Buffer.alloc(HEAD_BYTES)
  await file.read(buffer, 0, HEAD_BYTES, 0)
  await file.close()
  // ELF of 64 bits, little-endian.
  const isElf = buffer.subarray(0, 6).equals(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1]))
  const architecture = isElf ? MACHINES[buffer.readUInt16LE(18)] : undefined
  if (architecture === undefined) throw new Error(`${program} is no program for Linux on x64 or arm64.`)
  return architecture
}
