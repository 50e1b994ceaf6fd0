/** How long things take on a pretend host, in milliseconds. Tests shorten them. */
export interface Times {
  /** 503 on every path. Real servers: median 2 s, longest seen 39 s (server logs). */
  readonly maintenanceMs: number
  /** 200 with a start state that is there, gone, and there again. Real servers: 20 s to over 2 min (server logs). */
  readonly flappingMs: number
  /** From the approval, or from the claim code, until the server says that it is claimed (server logs). */
  readonly exchangeMs: number
  /** Until the POST of a claim code is answered. Real servers: 17 to 21.5 s (server logs). */
  readonly claimReplyMs: number
  readonly slowHeadersMs: number
  readonly dripMs: number
}

export const DEFAULT_TIMES: Times = {
  maintenanceMs: 2_000,
  flappingMs: 6_000,
  exchangeMs: 1_000,
  claimReplyMs: 18_000,
  slowHeadersMs: 8_000,
  dripMs: 1_000,
}
