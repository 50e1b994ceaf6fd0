import type { MachineIdentifier } from '../../lib/machine-identifier.ts'
import type { Known } from './known.ts'
import type { Screen } from './screen.ts'
import type { Server } from './server.ts'
import { comesBack } from './sign-in-for.ts'

/** How long somebody sees where they are taken, and can stop it. */
export const MOMENT_MS = 3_000

/** Where a page that was opened to open the server (`#/open`) goes by itself. */
export type Forward =
  /** On to the server in the account's app, at once. */
  | { readonly to: 'server'; readonly machineIdentifier: MachineIdentifier }
  /** On to signing in, in this very tab, at this moment of the monotonic clock. */
  | { readonly to: 'sign-in'; readonly machineIdentifier: MachineIdentifier; readonly atMs: number }

/**
 * Where this page goes by itself; null where it stays. It only ever goes to the account, by way of constants and the
 * identifier of the one wanted machine. That machine has to say so at an address that may be believed. Pure.
 */
export function forwardOf(known: Known, screen: Screen): Forward | null {
  const linked = openedAt(known, screen)
  if (linked !== null) return { to: 'server', machineIdentifier: linked }
  if (screen.name !== 'taking') return null
  const atMs = goesAtMs(screen.server, known)
  return atMs === null
    ? null
    : { to: 'sign-in', machineIdentifier: screen.server.identity.machineIdentifier, atMs }
}

/** The machine that is opened in the account's app by now; null where none is. */
export function openedAt(known: Known, screen: Screen): MachineIdentifier | null {
  if (screen.name !== 'found' && screen.name !== 'claimed') return null
  const { server } = screen
  if (!isToBeOpened(server, known)) return null
  const opens = screen.name === 'found' ? isPlain(server, known) : screen.health === 'answering'
  return opens ? server.identity.machineIdentifier : null
}

/**
 * When the page goes to sign in by itself; null where that is left to the person. Browsers open a new tab for a press
 * alone. Nor does it go where nothing shall move by itself, and while nobody sees the page. The moment begins anew with
 * each of what it depends on.
 */
export function goesAtMs(server: Server, known: Known): number | null {
  const { openSinceMs, reducedMotion, visible, returnedAtMs } = known
  const { readySinceMs } = server.history
  if (openSinceMs === null || readySinceMs === null || reducedMotion || !visible) return null
  if (!comesBack(server.identity.machineIdentifier, known)) return null
  return Math.max(openSinceMs, readySinceMs, returnedAtMs) + MOMENT_MS
}

/** Was the page opened to open this very server? Only the wanted machine is meant, where it may be believed. */
export function isToBeOpened({ identity, standing }: Server, { openSinceMs, wanted }: Known): boolean {
  return openSinceMs !== null && standing !== 'unnamed' && identity.machineIdentifier === wanted
}

/**
 * Is a first "claimed" enough? Where it is wrong, the account's page for this server opens, as it does for signing in.
 * So it is where nothing speaks against it (docs/security.md): no other word of that machine, no decision of the person.
 * An address that was only guessed is not enough. The screen `found` has none of what was settled or starts.
 */
function isPlain({ identity, standing, history }: Server, { notes }: Known): boolean {
  return (
    standing === 'promised' &&
    history.startingAtMs === null &&
    history.failures === 0 &&
    !notes.has(identity.machineIdentifier)
  )
}
