import type { QueryClient } from '@tanstack/react-query'
import type { Heard } from '../server/heard.ts'
import { identityQueries } from '../server/identity-queries.ts'
import { NONE_ASKED } from '../server/second-question.ts'
import { serverIn, type Stage } from './stage.ts'

/**
 * Asks at once instead of waiting for the next turn. A question that is under way is dropped for the new one:
 * after sleep it may hang on a connection that is long gone. A server on screen that answers is asked alone, unless it
 * only stands in for another address.
 */
export function askNow(client: QueryClient, stage: Stage): void {
  const server = serverIn(stage)
  const answers = server !== null && server.heard.failures === 0 && server.standing === 'promised'
  const queryKey = answers ? identityQueries.at(server.address).queryKey : identityQueries.all()
  void client.refetchQueries({ queryKey, type: 'active' })
}

/** The same because the person says so, who may know better than an old answer whether anybody is there. */
export function askAfresh(client: QueryClient, stage: Stage): void {
  client.setQueriesData<Heard>({ queryKey: identityQueries.all() }, (heard) =>
    heard === undefined ? undefined : { ...heard, second: NONE_ASKED },
  )
  askNow(client, stage)
}
