import { readdir, readFile, readlink } from 'node:fs/promises'
import type { PortFact } from './facts.ts'
import { parseListeners, type PortListener } from './listeners.ts'
import { within } from './within.ts'

/** Where Linux says which program has which socket. */
export type ProcFolder = {
  /** The text of a file; rejects where this user may not read it. */
  readonly read: (file: string) => Promise<string>
  readonly list: (folder: string) => Promise<readonly string[]>
  readonly link: (file: string) => Promise<string>
}

const PROC: ProcFolder = {
  read: (file) => readFile(file, 'utf8'),
  list: (folder) => readdir(folder),
  link: (file) => readlink(file),
}
const TABLES = ['/proc/net/tcp', '/proc/net/tcp6']
const NAME_WITHIN_MS = 2_000
/** A name of the system's own, which a program may choose freely. */
const READABLE = /^[\w .:+()-]{1,32}$/

/** Who listens at a port of this computer. Reads what Linux tells everybody, and runs no program; within 2 s. */
export async function lookAtPort(
  port: number,
  platform: NodeJS.Platform = process.platform,
  proc: ProcFolder = PROC,
): Promise<PortFact> {
  if (platform !== 'linux') return { kind: 'not-seen', why: 'system' }
  const tables = await Promise.all(TABLES.map((file) => proc.read(file).catch(() => null)))
  if (tables.every((table) => table === null)) return { kind: 'not-seen', why: 'rights' }
  const here = tables
    .flatMap((table) => parseListeners(table ?? ''))
    .filter((listener) => listener.port === port)
  if (here.length === 0) return { kind: 'free' }
  return {
    kind: 'held',
    for: here.every(({ on }) => on === 'loopback') ? 'this-computer' : 'others',
    by: await within(NAME_WITHIN_MS, programOf(here, proc), null),
  }
}

/** The name of the program that has one of these sockets. Of another user's programs only root is told. */
async function programOf(listeners: readonly PortListener[], proc: ProcFolder): Promise<string | null> {
  const wanted = new Set(listeners.map(({ inode }) => `socket:[${inode}]`))
  const processes = (await proc.list('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  for (const id of processes) {
    const folder = `/proc/${id}/fd`
    const files = await proc.list(folder).catch(() => [])
    for (const file of files) {
      const target = await proc.link(`${folder}/${file}`).catch(() => '')
      if (!wanted.has(target)) continue
      const name = (await proc.read(`/proc/${id}/comm`).catch(() => '')).trim()
      return READABLE.test(name) ? name : null
    }
  }
  return null
}
