import { awaitLinkFor } from '../../account/sign-in-link.ts'
import { leaveForGood } from '../../lib/leave-page.ts'
import type { MachineIdentifier } from '../../lib/machine-identifier.ts'

/**
 * Goes on to the server in the account's app, once for each page. The way there may take a while, and a second call would
 * begin it anew.
 */
export function openServer(machineIdentifier: MachineIdentifier): void {
  const { dataset } = document.documentElement
  if (dataset['goingTo'] === machineIdentifier) return
  dataset['goingTo'] = machineIdentifier
  leaveForGood(awaitLinkFor(machineIdentifier))
}
