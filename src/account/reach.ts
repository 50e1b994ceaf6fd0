import { queryOptions } from '@tanstack/react-query'
import { answersAtAll } from '../lib/http.ts'
import { ACCOUNT_ORIGIN } from './origin.ts'

const ASK_AGAIN_MS = 8_000

/**
 * Does this browser reach the account service? Nothing is read of the answer and nothing is told but that somebody
 * asks: no cookies, no referrer. Asked only where knowing it helps, and again while it can't be reached: what goes away
 * must be seen to go away (contract.md §5).
 */
export const reachQueries = {
  account: () =>
    queryOptions({
      queryKey: ['account', 'reach'] as const,
      queryFn: async ({ signal }): Promise<'reached' | 'unreachable'> =>
        (await answersAtAll(`${ACCOUNT_ORIGIN}/`, { signal })) === true ? 'reached' : 'unreachable',
      refetchInterval: (query) => (query.state.data === 'unreachable' ? ASK_AGAIN_MS : false),
    }),
}
