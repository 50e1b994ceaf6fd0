import { leaveNote, newNote, type Note } from '../../account/note.ts'
import type { MachineIdentifier } from '../../lib/machine-identifier.ts'
import { rememberAddress } from '../../server/used-addresses.ts'
import { nameAddress } from '../facts/choices.ts'
import type { Facts } from '../facts/facts.ts'
import type { Server } from '../screen/server.ts'

/** Keeps what the page has to know when the person comes back from signing in; `server` is the one on screen. */
export function leaveFor(
  machineIdentifier: MachineIdentifier,
  link: Pick<Note, 'opens' | 'expiresAtMs'>,
  server: Server | null,
  { pageOrigin }: Facts,
): void {
  if (server !== null) {
    rememberAddress({ machineIdentifier, address: server.address })
    // A person who signs in from a file that names no address picks the server that is on screen.
    if (pageOrigin === null) nameAddress({ address: server.address, how: 'picked' })
  }
  leaveNote(machineIdentifier, newNote('signing-in', Date.now(), link))
}
