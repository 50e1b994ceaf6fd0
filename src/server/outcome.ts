import type { Identity } from './identity.ts'

/**
 * Why an address gave no identity. A closed list: every reason has a sentence, and none says more than is
 * known. A page cannot tell a server that is off from a wrong address, for instance.
 */
export type FailureReason =
  /** Nothing came back in time. */
  | 'silent'
  /** Failed at once: nobody listens, or the name is unknown. */
  | 'refused'
  /** Somebody answers HTTP and hides the reply from this page (no CORS header for it). */
  | 'unreadable'
  /** Began to answer and did not finish in time. */
  | 'slow'
  /** The answer stopped in the middle, or is half of one. */
  | 'broken-off'
  /** More than 64 kB. */
  | 'too-large'
  /** Sends visitors to another address; the page does not follow. */
  | 'redirected'
  /** A proper answer of something that is not a media server. */
  | 'another-product'
  /** Speaks like a media server, with an identifier that is none. */
  | 'odd-identifier'
  /** 502, 504, or a 503 that is not the server's own: a proxy answers, and the server behind it does not. */
  | 'gateway'
  /** 404 in the words of a proxy, which knows no server by this name. */
  | 'not-routed'
  /** 401 or 403 that is not the server's own: somebody in front lets nobody through without a sign-in. */
  | 'log-in'
  /** Every other 4xx: answers, and won't say who it is. */
  | 'turned-away'
  /** 429. */
  | 'busy'
  /** Every other status from 500 on. */
  | 'faulty'

export type Failure = {
  readonly kind: 'failure'
  readonly reason: FailureReason
  readonly status: number | null
  readonly retryAfterMs: number | null
  /** Whether anybody was there when a second question was asked to find out; absent where none was. */
  readonly somebody?: boolean
  /** A 503 without a word: a proxy's, unless a server spoke at this address before. */
  readonly bare?: true
  /** What the system told a program; a page is never told. */
  readonly why?: FailureCause
}

/** What programs are told of a connection that came to nothing. */
export type FailureCause =
  /** Open, and closed again without a byte: so does a server that demands secure connections. */
  | 'hung-up'
  /** The certificate is not for this address, or nobody vouches for it. */
  | 'certificate'
  /** Asked for https, it does not speak it. */
  | 'not-secure'
  /** The system has no way there, or keeps this program off it. */
  | 'unreachable'
  | 'unknown-name'

/** The result of asking one address once. */
export type Outcome = (
  | {
      readonly kind: 'identity'
      readonly identity: Identity
      /** How far the server's wall clock is ahead of this device's; absent where it can't be read. */
      readonly clockAheadMs?: number
    }
  /** 503 in the server's own form: it is starting, and says so on every path (protocol.md §2). */
  | { readonly kind: 'starting'; readonly retryAfterMs: number | null }
  | Failure
) & {
  /** When it was known, on the monotonic clock. */
  readonly atMs: number
  readonly tookMs: number
}

export function failureOf(
  reason: FailureReason,
  status: number | null = null,
  retryAfterMs: number | null = null,
): Failure {
  return { kind: 'failure', reason, status, retryAfterMs }
}
