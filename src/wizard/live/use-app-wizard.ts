import { useQuery } from '@tanstack/react-query'
import { reachQueries } from '../../account/reach.ts'
import type { Opened } from '../facts/facts.ts'
import { accountMatters } from '../screen/evidence-of.ts'
import type { Known } from '../screen/known.ts'
import { screenOf } from '../screen/screen-of.ts'
import { useClaimByCode } from './use-claim-code.ts'
import { useHistory } from './use-history.ts'
import { useQueryAsker } from './use-query-asker.ts'
import { useSearch } from './use-search.ts'
import { useWizard, type Wizard } from './use-wizard.ts'

/** The wizard with everything that it can do. */
export function useAppWizard(opened: Opened): Wizard {
  const asker = useQueryAsker()
  const searching = useSearch()
  const byCode = useClaimByCode()
  return useWizard(opened, {
    asker,
    searching,
    byCode,
    useAccountReach,
    useEvents: useHistory,
    withoutApp: false,
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
