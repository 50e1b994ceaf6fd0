import type { Behaviour } from '../../src/mocks/behaviours.ts'
import { ATTIC } from '../../src/mocks/identity.ts'
import { pretendNetwork, type PretendNetwork } from '../../src/mocks/network.ts'

/** The server in the attic, which most stories are about, and where it is. */
export const SERVER = ATTIC.machineIdentifier
export const ADDRESS = 'http://192.168.1.10:32400'
/** Where it goes when the router gives it another address. */
export const NEW_ADDRESS = 'http://192.168.1.77:32400'
/** Where a server, or the near end of a tunnel to one, may be on the person's own computer. */
export const THIS_COMPUTER = ['127.0.0.1:32400', '127.0.0.1:8888', 'localhost:32400', 'localhost:8888'].map(
  (host) => `http://${host}`,
)
export const OTHER_SERVER = 'd'.repeat(40)

/** A home with one server in it, which behaves like this. */
export function home(behaviour: Behaviour = 'unclaimed', address = ADDRESS): PretendNetwork {
  // On the monotonic clock: servers do not care what time it is on this computer.
  return pretendNetwork([{ address, behaviour }], { now: () => performance.now() })
}

/** What the server writes into its page. */
export function stampFor(addresses: readonly string[] = [ADDRESS], more: object = {}) {
  return {
    format: 1,
    server: { machineIdentifier: SERVER, friendlyName: 'Attic NAS', platform: 'Linux', addresses },
    ...more,
  }
}

/** A note such as an earlier visit leaves it; `agoMs` before now. */
export function leaveOldNote(decision: 'signing-in' | 'not-now', agoMs: number): void {
  const note = { decision, atMs: Date.now() - agoMs, expiresAtMs: null }
  localStorage.setItem(`setup-plex:note:${SERVER}`, JSON.stringify(note))
}

/** Addresses such as earlier visits leave them. */
export function rememberAddresses(...used: readonly { machineIdentifier: string; address: string }[]): void {
  localStorage.setItem('setup-plex:used-addresses', JSON.stringify(used))
}
