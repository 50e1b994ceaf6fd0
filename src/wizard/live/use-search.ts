import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { MachineIdentifier } from '../../lib/machine-identifier.ts'
import { record, type AddressHistory } from '../../server/address-history.ts'
import { heldConnections } from '../../server/held-connections.ts'
import { identityQueries } from '../../server/identity-queries.ts'
import { searchNetworks, type Search, type SearchOrder } from '../../server/search.ts'

/** Drawing the page for each of hundreds of answers would take longer than the answers do. */
const SHOWN_EVERY_MS = 100

type StartOrder = Pick<SearchOrder, 'networks' | 'byRouter' | 'except'> & {
  /** The search ends by itself at this machine; null where any will do. */
  readonly wanted: MachineIdentifier | null
}

export type SearchControls = {
  readonly search: Search | null
  /** Replaces a search that goes on. */
  readonly start: (order: StartOrder) => void
  readonly stop: () => void
}

/** Searches networks when told to, and only then. What it finds is handed to the queries, which keep on asking there. */
export function useSearch(): SearchControls {
  const client = useQueryClient()
  const [search, setSearch] = useState<Search | null>(null)
  const running = useRef<AbortController | null>(null)
  const [held] = useState(heldConnections)
  const stop = (): void => running.current?.abort()
  useEffect(() => () => running.current?.abort(), [])

  const start: SearchControls['start'] = ({ wanted, ...order }) => {
    stop()
    const controller = new AbortController()
    running.current = controller
    let latest: Search | null = null
    let shown: Search | null = null
    const show = (): void => {
      shown = latest
      if (running.current === controller) setSearch(latest)
    }
    const timer = setInterval(() => shown !== latest && show(), SHOWN_EVERY_MS)
    void searchNetworks({
      ...order,
      anyWillDo: wanted === null,
      held,
      signal: controller.signal,
      onChange: (changed) => {
        latest = changed
        // What can be acted on is shown at once.
        if (changed.phase !== shown?.phase || changed.found.length !== shown.found.length) show()
      },
      onFound: (address, outcome) => {
        client.setQueryData<AddressHistory>(identityQueries.at(address).queryKey, (before) =>
          record(before ?? null, outcome),
        )
        const right = outcome.kind === 'identity' && outcome.identity.machineIdentifier === wanted
        if (right) controller.abort()
      },
    }).finally(() => clearInterval(timer))
  }
  return { search, start, stop }
}
