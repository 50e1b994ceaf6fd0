import { VerdictPanel } from '../../diagnosis/verdict-panel.tsx'
import { useWizardContext } from '../live/wizard-context.ts'
import { evidenceOf } from '../screen/evidence-of.ts'

/** What the page believes to be the reason, from everything that it knows. */
export function Reasons() {
  const { facts, screen } = useWizardContext()
  return <VerdictPanel evidence={evidenceOf(facts, screen)} />
}
