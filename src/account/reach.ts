import { queryOptions } from '@tanstack/react-query'
import { answersAtAll } from '../lib/http.ts'
import { ACCOUNT_ORIGIN } from './origin.ts'

/**
 * Does this browser reach the account service? Nothing is read of the answer and nothing is told but that somebody
 * asks: no cookies, no referrer. Asked only where knowing it helps (contract.md §1).
 */
export const reachQueries = {
  account: () =>
    queryOptions({
      queryKey: ['account', 'reach'] as const,
      queryFn: async ({ signal }): Promise<'reached' | 'unreachable'> =>
        (await answersAtAll(`${ACCOUNT_ORIGIN}/`, { signal })) === true ? 'reached' : 'unreachable',
      staleTime: 60_000,
    }),
}
