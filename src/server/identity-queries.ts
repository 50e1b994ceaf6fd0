import { queryOptions } from '@tanstack/react-query'
import type { Address } from '../lib/address.ts'
import { record, type AddressHistory } from './address-history.ts'
import { askAgain } from './ask-again.ts'
import type { OpenQuestion } from './handed-over.ts'
import type { Outcome } from './outcome.ts'

/** Asking servers who they are. An expected failure is part of the data; these queries never fail. */
export const identityQueries = {
  all: () => ['identity'] as const,
  /** `open` is a question that somebody else has asked: the first answer is that one's. */
  at: (address: Address, open?: OpenQuestion) => {
    let left = open
    return queryOptions({
      queryKey: [...identityQueries.all(), address] as const,
      queryFn: async ({ client, queryKey, signal }): Promise<AddressHistory> => {
        const known = (): AddressHistory | null => client.getQueryData<AddressHistory>(queryKey) ?? null
        const taken = left
        left = undefined
        const outcome = await (taken === undefined
          ? askAgain(address, known(), signal)
          : answerOf(taken, signal))
        return record(known(), outcome)
      },
    })
  },
}

/** Nobody is asked twice at a time: a newer question ends this one. */
function answerOf({ answered, giveUp }: OpenQuestion, signal: AbortSignal): Promise<Outcome> {
  signal.addEventListener('abort', giveUp)
  return answered
}
