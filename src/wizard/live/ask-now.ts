import type { QueryClient } from '@tanstack/react-query'
import type { AddressHistory } from '../../server/address-history.ts'
import { identityQueries } from '../../server/identity-queries.ts'
import { NONE_ASKED } from '../../server/second-question.ts'
import type { Screen } from '../screen/screen.ts'

/**
 * Asks at once instead of waiting for the next turn. A question that is under way is dropped for the new one. After
 * sleep it may hang on a connection that is long gone. A server on screen that answers is asked alone, unless it only
 * stands in for another address.
 */
export function askNow(client: QueryClient, { server }: Screen): void {
  const alone = server !== null && server.history.failures === 0 && server.standing === 'promised'
  const queryKey = alone ? identityQueries.at(server.address).queryKey : identityQueries.all()
  void client.refetchQueries({ queryKey, type: 'active' })
}

/** The same because the person says so, who may know better than an old answer whether anybody is there. */
export function askAfresh(client: QueryClient, screen: Screen): void {
  client.setQueriesData<AddressHistory>({ queryKey: identityQueries.all() }, (history) =>
    history === undefined ? undefined : { ...history, second: NONE_ASKED },
  )
  askNow(client, screen)
}
