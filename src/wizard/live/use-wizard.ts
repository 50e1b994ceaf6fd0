import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { reachQueries } from '../../account/reach.ts'
import type { Address } from '../../lib/address.ts'
import { identityQueries } from '../../server/identity-queries.ts'
import type { Opened } from '../facts/facts.ts'
import { accountMatters } from '../screen/evidence-of.ts'
import { knownOf, type Known } from '../screen/known.ts'
import { paceOf, type Pace } from '../screen/pace.ts'
import type { PageEvent } from '../screen/page-events.ts'
import type { Screen } from '../screen/screen.ts'
import { screenOf } from '../screen/screen-of.ts'
import { useActions, type Actions } from './use-actions.ts'
import { useClaimByCode } from './use-claim-code.ts'
import { useFacts } from './use-facts.ts'
import { useHistory } from './use-history.ts'
import { useHousekeeping } from './use-housekeeping.ts'
import { useAskingOnReturn } from './use-asking-on-return.ts'
import { usePresence } from './use-presence.ts'
import { useSearch } from './use-search.ts'

/** Text in the address field; it outlives the screen it is typed on, when another one takes over in the middle. */
export type Draft = { readonly text: string; readonly typing: boolean }

export type Wizard = {
  readonly facts: Known
  readonly screen: Screen
  readonly actions: Actions
  readonly events: readonly PageEvent[]
  readonly draft: Draft
  readonly setDraft: (draft: Draft) => void
}

/**
 * Collects the facts, says what is on screen and keeps asking. Every observer of a query runs a timer of its own, so
 * this is called once on a page.
 */
export function useWizard(opened: Opened): Wizard {
  const searching = useSearch()
  const byCode = useClaimByCode()
  const [draft, setDraft] = useState<Draft>({ text: '', typing: false })
  const presence = usePresence()
  const { facts: found, chosenKey } = useFacts(opened, {
    search: searching.search,
    code: byCode,
    ...presence,
  })
  const facts = useAccountReach(knownOf(found))
  const screen = screenOf(facts)
  useAsking(paceOf(facts, screen))
  useAskingOnReturn(presence.returnedAtMs, screen)
  const actions = useActions({ facts, screen, chosenKey, searching, byCode })
  const events = useHistory(facts, screen)
  useHousekeeping(facts, screen, searching.stop)
  return { facts, screen, actions, events, draft, setDraft }
}

/** Keeps each address asked at its pace; what it said is read by `useFacts`. */
function useAsking(pace: Pace): void {
  useQueries({
    queries: [...pace].map(([address, againInMs]: readonly [Address, number | false]) => ({
      ...identityQueries.at(address),
      refetchInterval: againInMs,
    })),
  })
}

/** Does this browser reach the account service? Asked only where the answer would change the verdict. */
function useAccountReach(known: Known): Known {
  const { data: account = 'unasked' } = useQuery({
    ...reachQueries.account(),
    enabled: accountMatters(known, screenOf(known)),
  })
  return { ...known, account }
}
