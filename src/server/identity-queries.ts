import { queryOptions } from '@tanstack/react-query'
import type { Address } from '../lib/address.ts'
import { ANSWER_WITHIN_MS } from '../lib/http.ts'
import { record, type AddressHistory } from './address-history.ts'
import { probe } from './probe.ts'
import { secondQuestionFor } from './second-question.ts'

/** Asking servers who they are. An expected failure is part of the data; these queries never fail. */
export const identityQueries = {
  all: () => ['identity'] as const,
  at: (address: Address) =>
    queryOptions({
      queryKey: [...identityQueries.all(), address] as const,
      queryFn: async ({ client, queryKey, signal }): Promise<AddressHistory> => {
        const before = client.getQueryData<AddressHistory>(queryKey) ?? null
        const second = before === null ? 'ask' : secondQuestionFor(before.second, performance.now())
        const outcome = await probe(address, signal, ANSWER_WITHIN_MS, second)
        return record(client.getQueryData<AddressHistory>(queryKey) ?? null, outcome)
      },
    }),
}
