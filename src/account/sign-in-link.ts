import type { MachineIdentifier } from '../lib/machine-identifier.ts'
import { ACCOUNT_ORIGIN } from './origin.ts'

/** A PIN that the server obtained and put into its page. Good until `expiresAtMs`, wall clock. */
export type Pin = { readonly code: string; readonly expiresAtMs: number }

export type SignInLink = {
  readonly href: string
  /** `beside`: in a tab of its own, because nobody can be sent back. `here`: comes back by itself. */
  readonly opens: 'beside' | 'here'
  /** Until when it is good; null where nothing says so. */
  readonly expiresAtMs: number | null
}

/**
 * Where to sign in so that this server becomes claimed (protocol.md §4.1). It is the link with the server's own PIN
 * while that is good, else the account's page that waits for the server. `returnTo` is this page's own http(s) address,
 * or null from a file, to which nobody can be sent back. Nothing in it comes from an answer but the identifier, which
 * is hexadecimal by type.
 */
export function signInLinkFor(
  machineIdentifier: MachineIdentifier,
  pin: Pin | null,
  returnTo: string | null,
  nowEpochMs: number,
): SignInLink {
  if (pin === null || pin.expiresAtMs <= nowEpochMs) {
    return { href: awaitLinkFor(machineIdentifier), opens: 'beside', expiresAtMs: null }
  }
  const parameters: readonly (readonly [name: string, value: string])[] = [
    ['clientID', machineIdentifier],
    ['code', pin.code],
    ['context[device][product]', 'Plex Media Server'],
    ...(returnTo === null ? [] : [['forwardUrl', returnTo] as const]),
  ]
  const query = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
  return {
    href: `${ACCOUNT_ORIGIN}/auth#?${query}`,
    opens: returnTo === null ? 'beside' : 'here',
    expiresAtMs: pin.expiresAtMs,
  }
}

/** The account's page for one server: signs in and claims it, and later simply opens it (protocol.md §4.1). */
export function awaitLinkFor(machineIdentifier: MachineIdentifier): string {
  return `${ACCOUNT_ORIGIN}/desktop/#!/server/${machineIdentifier}/await`
}
