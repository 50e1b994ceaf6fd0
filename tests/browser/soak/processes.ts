import { readdirSync, readFileSync } from 'node:fs'

/** One process, as the system tells of it. */
export type Process = {
  readonly pid: number
  readonly parent: number
  readonly name: string
  readonly line: string
}

/** A hundredth of a second, on every Linux that there is. */
const TICK_MS = 10

/** All that this one started, at whatever depth. */
export function descendants(of: number = process.pid): readonly Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => processAt(Number(name)) ?? [])
  const found = new Set([of])
  for (let before = 0; before < found.size;) {
    before = found.size
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid)
  }
  return all.filter(({ pid }) => pid !== of && found.has(pid))
}

/** What it took of a processor since it began. */
export function processorMs(pid: number): number {
  const [, , , , , , , , , , , user = '0', system = '0'] = fieldsOf(pid)
  return (Number(user) + Number(system)) * TICK_MS
}

/** Memory that is its own and holds no file: heaps, stacks, and what was compiled. */
export function ownMemoryKb(pid: number): number {
  return Number(/^Anonymous:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
}

function processAt(pid: number): Process | null {
  try {
    const fields = fieldsOf(pid)
    const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return { pid, parent: Number(fields[1]), name: readFileSync(`/proc/${pid}/comm`, 'utf8').trim(), line }
  } catch {
    // It ended meanwhile.
    return null
  }
}

/** From the state on: what comes before may hold any character. */
function fieldsOf(pid: number): readonly string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}
