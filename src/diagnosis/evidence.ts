import type { AddressClass } from '../lib/address-class.ts'
import type { BrowserFamily } from '../lib/browser.ts'
import type { Claim } from '../server/identity.ts'
import type { FailureReason } from '../server/outcome.ts'
import type { WhoAnswers } from '../server/turns.ts'
import type { Answers } from './answers.ts'

/** What one address said last, without saying which address it is. How long that took tells silences apart. */
export type ProbeEvidence = {
  readonly kind: AddressClass
  /** In 172.16/12, where containers have their own networks, and some homes theirs. */
  readonly container: boolean
  readonly said: Claim | 'starting' | FailureReason
  readonly tookMs: number
  /** Did a server answer there since the page was opened, and does not now? */
  readonly answeredBefore?: boolean
  /** Did the port open, and close without a byte? Programs are told, and pages never. */
  readonly hungUp?: boolean
}

/**
 * All that is known about why a person is stuck. Durations in ms. It holds no address, name or code, so that nothing
 * made from it can give one away.
 */
export type Evidence = {
  /** The server on screen, which could be read at some time; null where there is none. */
  readonly server: {
    readonly claim: Claim
    /** How it does now, whatever it said before. */
    readonly health: 'answering' | 'starting' | 'failing' | 'unreadable'
    readonly kind: AddressClass
    readonly container: boolean
    readonly version: string | null
  } | null
  /**
   * Is who answers the machine that wrote the file, or that was here before? `unremembered`: nobody knows. A new server
   * writes a file of its own and is remembered after one visit. So `expected` is no proof of an old one.
   */
  readonly identity: 'expected' | 'other' | 'unremembered'
  /** Whether it is one machine that answers at the address on screen. */
  readonly answering: WhoAnswers
  /** How long it has said that it is starting; null while it does not. */
  readonly startingForMs: number | null
  /** How often it fell silent meanwhile, and began anew. */
  readonly restarts: number
  /**
   * Addresses that were asked, but for one that merely served this page: the one on screen first, then by preference.
   * Tries of this computer are there only where nothing else was asked.
   */
  readonly probes: readonly ProbeEvidence[]
  /** Did a whole search of a network fail at once, every address of it? */
  readonly searchFailedAtOnce: boolean
  readonly openedFrom: 'file' | 'this-computer' | 'lan' | 'outside'
  /** What the browser says of reaching the local network; counts only together with failures (browsers.md rule 4). */
  readonly permission: 'granted' | 'denied' | 'prompt' | 'unknown'
  readonly browser: { readonly family: BrowserFamily; readonly onMac: boolean }
  readonly online: boolean
  /** What the file says of the server. */
  readonly platform: 'Windows' | 'MacOSX' | 'Linux' | null
  /** Must it be claimed, as the file says? null: it does not say. */
  readonly enforced: boolean | null
  /** Somebody went to sign in, or sent a code: for how long nothing has come of it. */
  readonly waiting: {
    readonly by: 'sign-in' | 'code'
    readonly forMs: number
    readonly overdue: boolean
    readonly pinRanOut: boolean
  } | null
  /**
   * What came of a claim code for the server on screen; null where none was used. Once it is claimed, only that it
   * turned one away still tells something.
   */
  readonly code: 'ran-out' | 'turned-away' | 'account-failed' | 'refused' | 'accepted' | 'unanswered' | null
  /** Does this browser reach the account service? `unasked` until it helps to know. */
  readonly account: 'reached' | 'unreachable' | 'unasked'
  /** The server's own computer looked, and no page: then `account` and `clockOffMs` are about that very computer. */
  readonly lookedFrom?: 'server'
  /** How far the server's clock is from this device's; null where it can't be read. */
  readonly clockOffMs: number | null
  readonly answers: Answers
}

export const NO_EVIDENCE: Evidence = {
  server: null,
  identity: 'unremembered',
  answering: 'one',
  startingForMs: null,
  restarts: 0,
  probes: [],
  searchFailedAtOnce: false,
  openedFrom: 'file',
  permission: 'unknown',
  browser: { family: 'other', onMac: false },
  online: true,
  platform: null,
  enforced: null,
  waiting: null,
  code: null,
  account: 'unasked',
  clockOffMs: null,
  answers: { changed: null, moved: null, runs: null, sees: null },
}
