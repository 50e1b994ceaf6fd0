import { Trans, useLingui } from '@lingui/react/macro'
import { useScreen, useWizardContext } from '../live/wizard-context.ts'
import { UnreadablePanel } from '../parts/unreadable-panel.tsx'

/** Somebody answers, and hides the answer from this page. */
export function HiddenPage() {
  const { t } = useLingui()
  const { wanted } = useWizardContext().facts
  const { address } = useScreen('hidden')
  return (
    <UnreadablePanel
      heading={t`Your server is there, but it won't talk to this file`}
      address={address}
      machineIdentifier={wanted}
    >
      <p>
        <Trans>It answered, and hid the answer from this page. That is normal for some versions.</Trans>
      </p>
    </UnreadablePanel>
  )
}
