import { readIfThere } from '../data-folder.ts'

/** Has no rights anywhere; for users of whom the system knows no group. */
const NOBODYS_GROUP = 65_534

/**
 * Makes this program, which is root, another user: real, effective and saved, so that there is no way back. Of the
 * user's groups it takes the first only, because the folder is the user's own.
 */
export function become(uid: number): void {
  process.setgroups?.([])
  process.setgid?.(groupOf(uid))
  process.setuid?.(uid)
  if (process.geteuid?.() !== uid) throw new Error(`this program could not become the user ${uid}`)
}

function groupOf(uid: number): number {
  const users = (readIfThere('/etc/passwd') ?? '').split('\n').map((line) => line.split(':'))
  const [, , , gid = NOBODYS_GROUP] = users.find(([, , id]) => id === String(uid)) ?? []
  return Number(gid)
}
