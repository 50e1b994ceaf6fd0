import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { record, type AddressHistory } from './address-history.ts'
import type { HandedOver } from './handed-over.ts'
import { identityQueries } from './identity-queries.ts'

/** Goes on with what was asked before the app was there: nobody is asked a second time for the same. */
export function takeAnswers(client: QueryClient, { histories, inFlight }: HandedOver): void {
  histories.forEach((history, address) => client.setQueryData(identityQueries.at(address).queryKey, history))
  inFlight.forEach((question, address) => {
    // An answer that never comes is the query's to give up (`askAgain`); here it only waits for the one that asked.
    const query = queryOptions({
      ...identityQueries.at(address),
      // Also where it has answered before.
      staleTime: 0,
      queryFn: async ({ client: asking, queryKey, signal }): Promise<AddressHistory> => {
        // Nobody is asked twice at a time, so that a newer question ends this one.
        signal.addEventListener('abort', question.giveUp)
        return record(asking.getQueryData<AddressHistory>(queryKey) ?? null, await question.answered)
      },
    })
    // It fails only when it is dropped for a newer question.
    client.query(query).catch(() => undefined)
  })
}
