import { queryOptions } from '@tanstack/react-query'
import type { Address } from '../lib/address.ts'
import { hear, type Heard } from './heard.ts'
import { probe } from './probe.ts'

/** Asking servers who they are. An expected failure is part of the data; these queries never fail. */
export const identityQueries = {
  all: () => ['identity'] as const,
  at: (address: Address) =>
    queryOptions({
      queryKey: [...identityQueries.all(), address] as const,
      queryFn: async ({ client, queryKey, signal }): Promise<Heard> => {
        const outcome = await probe(address, signal)
        return hear(client.getQueryData<Heard>(queryKey) ?? null, outcome)
      },
    }),
}
