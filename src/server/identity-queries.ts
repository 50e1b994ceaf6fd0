import { queryOptions, type QueryFunctionContext } from '@tanstack/react-query'
import type { Address } from '../lib/address.ts'
import { record, type AddressHistory } from './address-history.ts'
import { askAgain } from './ask-again.ts'
import type { OpenQuestion } from './handed-over.ts'

type IdentityKey = readonly ['identity', Address]

/** Asking servers who they are. An expected failure is part of the data; these queries never fail. */
export const identityQueries = {
  all: () => ['identity'] as const,
  /** `open` is a question that somebody else has asked: the first answer is that one's. */
  at: (address: Address, open?: OpenQuestion) => {
    let left = open
    return queryOptions({
      queryKey: [...identityQueries.all(), address] as const,
      queryFn: (context): Promise<AddressHistory> => {
        const taken = left
        left = undefined
        return taken === undefined ? asked(context) : taking(taken, context)
      },
    })
  },
}

type Context = QueryFunctionContext<IdentityKey>

async function asked({ client, queryKey, signal }: Context): Promise<AddressHistory> {
  const before = client.getQueryData<AddressHistory>(queryKey) ?? null
  const outcome = await askAgain(queryKey[1], before, signal)
  return record(client.getQueryData<AddressHistory>(queryKey) ?? null, outcome)
}

/** Nobody is asked twice at a time: a newer question ends this one. */
async function taking(
  { answered, giveUp }: OpenQuestion,
  { client, queryKey, signal }: Context,
): Promise<AddressHistory> {
  signal.addEventListener('abort', giveUp)
  const outcome = await answered
  return record(client.getQueryData<AddressHistory>(queryKey) ?? null, outcome)
}
