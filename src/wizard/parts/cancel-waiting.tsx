import { Trans } from '@lingui/react/macro'
import type { MachineIdentifier } from '../../lib/machine-identifier.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { useWizardContext } from '../live/wizard-context.ts'

/** Back to where one decides how to link the server. */
export function CancelWaiting({ machineIdentifier }: { machineIdentifier: MachineIdentifier }) {
  const { actions } = useWizardContext()
  return (
    <ActionButton action="cancel" look="text" onPress={() => actions.forgetDecision(machineIdentifier)}>
      <Trans>Cancel</Trans>
    </ActionButton>
  )
}
