import { useLingui } from '@lingui/react/macro'
import { VerdictPanel } from '../diagnosis/verdict-panel.tsx'
import { resultFor } from '../server/claim.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { evidenceOf } from './evidence-of.ts'
import type { Facts } from './facts.ts'
import type { Stage } from './stage.ts'

type Props = { facts: Facts; stage: Stage }

/** What is wrong and what to do: in place where something is, on demand where all seems well. */
export function Diagnosis({ facts, stage }: Props) {
  const { t } = useLingui()
  const panel = () => <VerdictPanel evidence={evidenceOf(facts, stage)} />
  return isTroubled(stage, facts) ? (
    panel()
  ) : (
    <Disclosure summary={t`Something else?`} lazy>
      {panel()}
    </Disclosure>
  )
}

function isTroubled(stage: Stage, facts: Facts): boolean {
  switch (stage.name) {
    case 'missing':
      // Nothing was asked yet, so that nothing is wrong yet.
      return !('unasked' in stage)
    case 'blocked':
    case 'stranger':
    case 'unreadable':
    case 'starting':
      return true
    case 'confirming':
      return stage.overdue
    case 'unclaimed':
      return resultFor(facts.code, stage.server.identity.machineIdentifier) !== null
    case 'looking':
    case 'choosing':
    case 'claimed':
      return false
  }
}
