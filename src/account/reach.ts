import { queryOptions } from '@tanstack/react-query'
import { answersAtAll } from '../lib/http.ts'
import { pause } from '../lib/pause.ts'
import { ACCOUNT_ORIGIN } from './origin.ts'

const ASK_AGAIN_MS = 8_000
/** A name server that fails for a moment is no reason to blame the network. */
const TRY_AGAIN_AFTER_MS = [2_000, 4_000]

/**
 * Does this browser reach the account service? Nothing is read of the answer and nothing is told but that somebody
 * asks: no cookies, no referrer. Asked only where knowing it helps, and again while it can't be reached: what goes away
 * must be seen to go away (contract.md §5).
 */
export const reachQueries = {
  account: () =>
    queryOptions({
      queryKey: ['account', 'reach'] as const,
      queryFn: ({ signal }) => askAccount(signal),
      refetchInterval: (query) => (query.state.data === 'unreachable' ? ASK_AGAIN_MS : false),
    }),
}

async function askAccount(signal: AbortSignal): Promise<'reached' | 'unreachable'> {
  for (const pauseMs of [0, ...TRY_AGAIN_AFTER_MS]) {
    if (pauseMs > 0) await pause(pauseMs, signal)
    if ((await answersAtAll(`${ACCOUNT_ORIGIN}/`, { signal })) === true) return 'reached'
  }
  return 'unreachable'
}
