import { QueriesObserver, useQueries, useQueryClient, type QueryFilters } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Address } from '../../lib/address.ts'
import type { AddressHistory } from '../../server/address-history.ts'
import { identityQueries } from '../../server/identity-queries.ts'
import { NONE_ASKED } from '../../server/second-question.ts'
import type { Pace } from '../screen/pace.ts'
import type { Asker } from './asker.ts'

/** The query library asks, once for all who want to know. Every observer runs a timer of its own: used once on a page. */
export function useQueryAsker(): Asker {
  const client = useQueryClient()
  /** A refetch alone waits for the very first question to a new address, which may hang like any other. */
  const askNow = (these: QueryFilters): void => {
    void client.cancelQueries(these, { silent: true, revert: false })
    void client.refetchQueries(these)
  }
  return {
    useHistories,
    usePace,
    askAgain: (address) => askNow({ queryKey: identityQueries.at(address).queryKey }),
    askAllAgain: () => askNow({ queryKey: identityQueries.all(), type: 'active' }),
    forgetSecondQuestions: () =>
      void client.setQueriesData<AddressHistory>({ queryKey: identityQueries.all() }, (history) =>
        history === undefined ? undefined : { ...history, second: NONE_ASKED },
      ),
  }
}

/** Draws when there is an answer, or a bug. Without `combine` the library draws when a question leaves as well. */
function useHistories(addresses: readonly Address[]): readonly (AddressHistory | null)[] {
  const answers = useQueries({
    queries: addresses.map((address) => identityQueries.at(address)),
    combine: answersIn,
  })
  return answers.map(({ history }) => history)
}

type SeenQuery = { readonly data: AddressHistory | undefined; readonly error: unknown }

function answersIn(queries: readonly SeenQuery[]) {
  return queries.map(({ data = null, error }) => ({ history: data, error }))
}

/** Asks again. What comes of it is for `useHistories`: a hook of the library's would draw the page a second time. */
function usePace(pace: Pace): void {
  const client = useQueryClient()
  const [asking] = useState(() => new QueriesObserver(client, []))
  useEffect(() => asking.subscribe(() => undefined), [asking])
  useEffect(() => {
    // Its types want queries of one kind for all keys; these are of a narrower one.
    asking.setQueries(
      [...pace].map(([address, againInMs]) => ({
        ...identityQueries.at(address),
        refetchInterval: againInMs,
      })) as never,
    )
  }, [asking, pace])
}
