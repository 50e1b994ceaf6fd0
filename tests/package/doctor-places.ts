import type { Behaviour } from '../../src/mocks/behaviours.ts'

/** The computer, where another one was, and where the account service is said to be. */
export const [COMPUTER, BEFORE, ACCOUNT, NOBODY] = [
  '192.168.50.10',
  '192.168.50.99',
  '198.51.100.7',
  '198.51.100.8',
] as const
/** The user whom the data folder belongs to; no computer has it. */
export const SERVER_USER = 60_123

/** What the account service shows and says. */
export type PretendAccount =
  | { readonly certificate: 'right' | 'other-name' | 'unknown-issuer' | 'expired'; readonly aheadMs?: number }
  | 'plain'

/** A situation at the server's own computer. */
export type DoctorCase = {
  readonly what: string
  /** Null: nothing listens at the server's port. */
  readonly server: Behaviour | null
  /** Where it listens; everywhere unless said. */
  readonly listensAt?: string
  /** What the name of the account service leads to; null: no name server answers. */
  readonly name?: string | null
  readonly account?: PretendAccount
  /** Options with which the page is written before; null: it is not. */
  readonly page?: readonly string[] | null
  readonly folder?: 'no-rights' | 'read-only'
  /** `json` unless said. */
  readonly as?: 'json' | 'report' | 'text'
}

/** What came of one run, as a line of JSON. */
export type DoctorRun = {
  readonly what: string
  readonly code: number | null
  readonly said: string
  readonly progress: string
  readonly tookMs: number
  /** What the pretend account service was asked, byte for byte. */
  readonly asked: string
}

export const CASES: readonly DoctorCase[] = [
  { what: 'linked', server: 'claimed', page: null },
  { what: 'unlinked', server: 'unclaimed' },
  { what: 'unlinked, for people', server: 'unclaimed', as: 'text' },
  { what: 'unlinked, for strangers', server: 'unclaimed', as: 'report' },
  { what: 'not said', server: 'no-flag' },
  { what: 'stopped', server: null },
  { what: 'starting', server: 'stuck-starting' },
  { what: 'secure only', server: 'secure-only' },
  { what: 'no name server', server: 'unclaimed', name: null },
  { what: 'refused', server: 'unclaimed', name: NOBODY },
  { what: 'blocklist', server: 'claimed', name: '0.0.0.0' },
  { what: 'other name', server: 'unclaimed', account: { certificate: 'other-name' } },
  { what: 'unknown issuer', server: 'unclaimed', account: { certificate: 'unknown-issuer' } },
  { what: 'expired', server: 'unclaimed', account: { certificate: 'expired' } },
  { what: 'no TLS', server: 'unclaimed', account: 'plain' },
  { what: 'clock', server: 'unclaimed', account: { certificate: 'right', aheadMs: 3_600_000 } },
  { what: 'port held', server: 'printer' },
  { what: 'this computer only', server: 'unclaimed', listensAt: '127.0.0.1' },
  { what: 'no rights', server: 'unclaimed', folder: 'no-rights' },
  { what: 'read-only', server: 'unclaimed', folder: 'read-only' },
  { what: 'old page', server: 'unclaimed', page: ['--address', `http://${BEFORE}:32400`] },
  { what: 'no page', server: 'unclaimed', page: null },
]
