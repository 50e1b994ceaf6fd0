/** A request as a host sees it. */
export interface WireRequest {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
}

export type WireHeaders = Readonly<Record<string, string>>

/** The beginning of every answer that has one. Header names are in lower case. */
interface Head {
  readonly status: number
  readonly headers: WireHeaders
}

export interface WireReply extends Head {
  readonly kind: 'reply'
  readonly body: string
  /** How long the host thinks before it sends the first byte; 0 when absent. */
  readonly delayMs?: number
  /** Set when this request makes the server exchange a claim code: it is claimed a little later. */
  readonly claims?: true
  /** The connection is closed afterwards, though the answer did not say so. */
  readonly hangsUp?: true
}

/** What a host does with a request, before anybody has parsed anything. */
export type WireAnswer =
  | WireReply
  | { readonly kind: 'silent' }
  /** `afterMs`: nobody is there, and the system gives up by itself. */
  | { readonly kind: 'refused'; readonly afterMs?: number }
  /** Takes the request, and closes without a byte. */
  | { readonly kind: 'closed' }
  | (Head & { readonly kind: 'endless'; readonly chunk: string; readonly everyMs: number })
  | (Head & { readonly kind: 'dripping'; readonly body: string; readonly everyMs: number })
  | (Head & {
      readonly kind: 'broken-off'
      readonly sent: string
      readonly promisedBytes: number
      readonly politely?: true
    })
