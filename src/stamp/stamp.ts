import type { Address } from '../lib/address.ts'
import type { MachineIdentifier } from '../lib/machine-identifier.ts'

/** A PIN that the server obtained from the account service: never a token. */
export type StampedSignIn = { readonly code: string; readonly expiresAtMs: number }

/** What the server wrote into its page (contract.md §2), as far as it could be read. */
export type Stamp = {
  readonly machineIdentifier: MachineIdentifier | null
  readonly friendlyName: string | null
  readonly version: string | null
  readonly platform: 'Windows' | 'MacOSX' | 'Linux' | null
  /** In the order of the server's preference, at most 32, none twice. */
  readonly addresses: readonly Address[]
  /** Must this server be claimed? null: not said. */
  readonly enforced: boolean | null
  /** Path where the server itself serves this page. */
  readonly page: string | null
  readonly signIn: StampedSignIn | null
  /** Of the people around the server, in BCP 47. */
  readonly language: string | null
  readonly writtenAtMs: number | null
  /** Something is written there and could not be read; whatever is above was still readable. */
  readonly broken: boolean
}

export const EMPTY_STAMP: Stamp = {
  machineIdentifier: null,
  friendlyName: null,
  version: null,
  platform: null,
  addresses: [],
  enforced: null,
  page: null,
  signIn: null,
  language: null,
  writtenAtMs: null,
  broken: false,
}
