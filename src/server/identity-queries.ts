import { queryOptions } from '@tanstack/react-query'
import type { Address } from '../lib/address.ts'
import { record, type AddressHistory } from './address-history.ts'
import { askAgain } from './ask-again.ts'

/** Asking servers who they are. An expected failure is part of the data; these queries never fail. */
export const identityQueries = {
  all: () => ['identity'] as const,
  at: (address: Address) =>
    queryOptions({
      queryKey: [...identityQueries.all(), address] as const,
      queryFn: async ({ client, queryKey, signal }): Promise<AddressHistory> => {
        const before = client.getQueryData<AddressHistory>(queryKey) ?? null
        const outcome = await askAgain(address, before, signal)
        return record(client.getQueryData<AddressHistory>(queryKey) ?? null, outcome)
      },
    }),
}
