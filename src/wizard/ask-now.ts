import type { QueryClient } from '@tanstack/react-query'
import { identityQueries } from '../server/identity-queries.ts'
import { serverIn, type Stage } from './stage.ts'

/**
 * Asks at once instead of waiting for the next turn. A question that is under way is dropped for the new one:
 * after sleep it may hang on a connection that is long gone. A server on screen that answers is asked alone.
 */
export function askNow(client: QueryClient, stage: Stage): void {
  const server = serverIn(stage)
  const answers = server !== null && server.heard.failures === 0
  const queryKey = answers ? identityQueries.at(server.address).queryKey : identityQueries.all()
  void client.refetchQueries({ queryKey, type: 'active' })
}
