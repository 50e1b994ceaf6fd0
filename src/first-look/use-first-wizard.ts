import { useSyncExternalStore } from 'react'
import type { Asker } from '../wizard/live/asker.ts'
import type { Opened } from '../wizard/facts/facts.ts'
import { useWizard, type Means, type Wizard } from '../wizard/live/use-wizard.ts'
import type { PlainAsker } from './plain-asker.ts'

const nothing = (): void => undefined

/** Searching a network, sending a claim code and telling what happened are the app's. */
const WITHOUT: Pick<Means, 'searching' | 'byCode' | 'useAccountReach' | 'useEvents'> = {
  searching: { search: null, start: nothing, stop: nothing },
  byCode: { result: null, fetchedAtMs: null, fetched: nothing, send: nothing, stop: nothing },
  useAccountReach: (known) => known,
  useEvents: () => [],
}

/** The same wizard as the app's, with less to work with. */
export function useFirstWizard(opened: Opened, asker: PlainAsker): Wizard {
  return useWizard(opened, { ...WITHOUT, asker: askerBy(asker), withoutApp: true })
}

function askerBy(asker: PlainAsker): Asker {
  return {
    // Asking comes before drawing, which takes longer: the answer is then there sooner.
    useHistories: (addresses) => {
      useSyncExternalStore(asker.subscribe, nothing)
      asker.want(addresses)
      return addresses.map(asker.historyAt)
    },
    usePace: asker.keep,
    askAgain: asker.askAgain,
    askAllAgain: asker.askAllAgain,
    forgetSecondQuestions: asker.forgetSecondQuestions,
  }
}
