import { useLingui } from '@lingui/react/macro'
import { resultFor } from '../../server/claim.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useWizardContext } from '../live/wizard-context.ts'
import type { Known } from '../screen/known.ts'
import type { Screen } from '../screen/screen.ts'
import { Reasons } from './reasons.tsx'

/** What is wrong and what to do: in place where something is, on demand where all seems well. */
export function Diagnosis() {
  const { t } = useLingui()
  const { facts, screen, withoutApp } = useWizardContext()
  if (withoutApp) return null
  if (isTroubled(screen, facts)) return <Reasons />
  // A row among other ways, whose first cause automation may read all the same.
  return screen.name === 'overdue' ? (
    <Disclosure summary={t`Find the reason`}>
      <Reasons />
    </Disclosure>
  ) : (
    <Disclosure summary={t`Something else?`} lazy>
      <Reasons />
    </Disclosure>
  )
}

/** Where nothing was asked yet, nothing is wrong yet. */
function isTroubled(screen: Screen, { code }: Known): boolean {
  switch (screen.name) {
    case 'missing':
    case 'blocked':
    case 'hidden':
    case 'no-claim-state':
    case 'another-machine':
    case 'another-product':
    case 'starting':
      return true
    case 'unclaimed':
    case 'declined':
      return resultFor(code, screen.server.identity.machineIdentifier) !== null
    case 'looking':
    case 'found':
    case 'searching':
    case 'choosing':
    case 'ask-first':
    case 'confirming':
    case 'ask-finished':
    case 'overdue':
    case 'claimed':
    case 'hearsay':
      return false
  }
}
