import { useLingui } from '@lingui/react/macro'
import { resultFor } from '../../server/claim.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useWizardContext } from '../live/wizard-context.ts'
import { isFirstVisit } from '../screen/first-visit.ts'
import type { Known } from '../screen/known.ts'
import type { Screen } from '../screen/screen.ts'
import { HowWeKnow } from './how-we-know.tsx'
import { Reasons } from './reasons.tsx'

/** The last rows of every screen: why things are as they are, and what to do. Automation may read it while they are closed. */
export function Diagnosis() {
  const { t } = useLingui()
  const { facts, screen, withoutApp } = useWizardContext()
  if (withoutApp) return null
  const { troubled, looksFor, knows } = rowsOf(screen, facts)
  return (
    <>
      <Disclosure
        icon="reason"
        summary={looksFor === 'reason' ? t`Find the reason` : t`Something not working?`}
        lazy={!troubled}
      >
        <Reasons />
      </Disclosure>
      {knows && (
        <Disclosure icon="info" summary={t`How we know`} lazy>
          <HowWeKnow />
        </Disclosure>
      )}
    </>
  )
}

type ReasonRows = {
  /** Is something wrong already? Then automation finds the cause in the page. */
  readonly troubled: boolean
  readonly looksFor: 'reason' | 'help'
  /** Is it worth telling what the addresses said? */
  readonly knows: boolean
}

const FINE: ReasonRows = { troubled: false, looksFor: 'help', knows: false }

function rowsOf(screen: Screen, known: Known): ReasonRows {
  switch (screen.name) {
    case 'missing':
      // A beginning is no trouble; automation finds what may be the cause all the same.
      if (isFirstVisit(known)) return { ...FINE, troubled: true }
      return { troubled: true, looksFor: 'reason', knows: true }
    case 'starting':
    case 'overdue':
      return { troubled: true, looksFor: 'reason', knows: false }
    case 'another-machine':
    case 'another-product':
    case 'blocked':
      return { troubled: true, looksFor: 'help', knows: true }
    case 'hidden':
    case 'no-claim-state':
      return { ...FINE, troubled: true }
    case 'unclaimed':
    case 'taking':
    case 'declined':
      return { ...FINE, troubled: resultFor(known.code, screen.server.identity.machineIdentifier) !== null }
    // Where nothing was asked yet, nothing is wrong yet.
    case 'looking':
    case 'found':
    case 'searching':
    case 'choosing':
    case 'ask-first':
    case 'confirming':
    case 'ask-finished':
    case 'claimed':
    case 'hearsay':
      return FINE
  }
}
