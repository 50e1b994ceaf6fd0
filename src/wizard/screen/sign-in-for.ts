import { signInLinkFor, type SignInLink } from '../../account/sign-in-link.ts'
import type { MachineIdentifier } from '../../lib/machine-identifier.ts'
import type { Facts } from '../facts/facts.ts'

/**
 * The sign-in address for one machine: with the PIN only if the stamp that brought it is that machine's. `returnTo` is
 * this page's own address, or null where nobody can come back to it.
 */
export function signInFor(
  machineIdentifier: MachineIdentifier,
  { stamp, now }: Facts,
  returnTo: string | null,
): SignInLink {
  const pin = stamp.machineIdentifier === machineIdentifier ? stamp.signIn : null
  return signInLinkFor(machineIdentifier, pin, returnTo, now.epochMs)
}

/** Does signing in take this very tab, and send the person back? Only with the server's own PIN, to a page from http. */
export function comesBack(machineIdentifier: MachineIdentifier, facts: Facts): boolean {
  return signInFor(machineIdentifier, facts, facts.pageOrigin).opens === 'here'
}

/** This page's own http(s) address without query and hash, which are nobody else's business; null from a file. */
export function ownAddress({ pageOrigin }: Facts): string | null {
  return pageOrigin === null ? null : `${window.location.origin}${window.location.pathname}`
}
