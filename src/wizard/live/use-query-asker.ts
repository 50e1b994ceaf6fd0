import { useQueries, useQueryClient, type QueryFilters } from '@tanstack/react-query'
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

function useHistories(addresses: readonly Address[]): readonly (AddressHistory | null)[] {
  return useQueries({ queries: addresses.map((address) => identityQueries.at(address)) }).map(
    ({ data }) => data ?? null,
  )
}

function usePace(pace: Pace): void {
  useQueries({
    queries: [...pace].map(([address, againInMs]: readonly [Address, number | false]) => ({
      ...identityQueries.at(address),
      refetchInterval: againInMs,
    })),
  })
}
