import type { QueryClient } from '@tanstack/react-query'
import type { HandedOver } from './handed-over.ts'
import { identityQueries } from './identity-queries.ts'

/** Goes on with what was asked before the app was there: nobody is asked a second time for the same. */
export function takeAnswers(client: QueryClient, { histories, inFlight }: HandedOver): void {
  histories.forEach((history, address) => client.setQueryData(identityQueries.at(address).queryKey, history))
  inFlight.forEach((question, address) => {
    // An address that has answered before has a question under way as well. It fails only when it is dropped for a newer one.
    client.query({ ...identityQueries.at(address, question), staleTime: 0 }).catch(() => undefined)
  })
}
