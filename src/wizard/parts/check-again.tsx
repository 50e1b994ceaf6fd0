import { Trans } from '@lingui/react/macro'
import { ActionButton } from '../../ui/action-button.tsx'
import { useWizardContext } from '../live/wizard-context.ts'

export function CheckAgain({ look }: { look: 'primary' | 'quiet' | 'text' }) {
  const { actions } = useWizardContext()
  return (
    <ActionButton action="check-now" look={look} onPress={actions.checkNow}>
      <Trans>Check again</Trans>
    </ActionButton>
  )
}
