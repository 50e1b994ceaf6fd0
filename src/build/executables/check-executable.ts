import { certificateBytes, isPe, machineOf as machineOfPe } from './unsigned-pe.ts'
import { isMachO, machineOf as machineOfMachO, segmentOf } from './mach-o.ts'
import { signatureFault } from './sign-mach-o.ts'
import type { ExecutableTarget } from './targets.ts'

/** Node looks for a program inside itself only where this is switched on (nodejs/node, src/node_sea.cc). */
const SWITCHED_ON = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2:1'
/** What is put into Node begins with this number. */
const BLOB_MAGIC = Buffer.from('20da4301', 'hex')

/**
 * What is wrong with an executable that can't be run here; null where nothing was found. `inside` is what it has to
 * hold: the program and the page.
 */
export function faultIn(file: Buffer, target: ExecutableTarget, inside: readonly Buffer[]): string | null {
  const kind = kindOf(file)
  if (kind?.format !== target.format || kind.machine !== target.machine)
    return `it is no program for ${target.name}`
  if (!file.includes(SWITCHED_ON)) return 'Node does not look for a program in it'
  const blob = blobIn(file, inside)
  if (blob === null) return 'the program or the page is not in it'
  switch (target.format) {
    case 'ELF':
      return null
    case 'Mach-O': {
      const { offset, size } = segmentOf(file, 'NODE_SEA')
      if (blob < offset || blob >= offset + size) return 'the program is not where Node looks for it'
      return signatureFault(file)
    }
    case 'PE':
      return certificateBytes(file) === 0 ? null : 'it has the signature of another program'
  }
}

function kindOf(file: Buffer): { format: ExecutableTarget['format']; machine: number } | null {
  if (file.toString('latin1', 0, 4) === '\x7fELF') return { format: 'ELF', machine: file.readUInt16LE(18) }
  if (isMachO(file)) return { format: 'Mach-O', machine: machineOfMachO(file) }
  return isPe(file) ? { format: 'PE', machine: machineOfPe(file) } : null
}

/** Where it begins, if everything stands behind it in one piece. */
function blobIn(file: Buffer, inside: readonly Buffer[]): number | null {
  const first = inside.map((bytes) => file.indexOf(bytes))
  const from = Math.min(...first)
  const at = from < 0 ? -1 : file.lastIndexOf(BLOB_MAGIC, from)
  return at < 0 || from - at > 1_024 ? null : at
}
