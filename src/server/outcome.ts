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
  /** 401, 403, 406 and every other 4xx: answers, and won't say who it is. */
  | 'turned-away'
  /** 429. */
  | 'busy'
  /** 500 and above, but for 503. */
  | 'faulty'

export type Failure = {
  readonly kind: 'failure'
  readonly reason: FailureReason
  readonly status: number | null
  readonly retryAfterMs: number | null
  /** Whether anybody was there when a second question was asked to find out; absent where none was. */
  readonly somebody?: boolean
}

/** The result of asking one address once. */
export type Outcome = (
  | {
      readonly kind: 'identity'
      readonly identity: Identity
      /** How far the server's wall clock is ahead of this device's; absent where it can't be read. */
      readonly clockAheadMs?: number
    }
  /** 503: a server that is starting, on every path (protocol.md §2). */
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
