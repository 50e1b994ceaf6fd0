import { Trans, useLingui } from '@lingui/react/macro'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useScreen, useWizardContext } from '../live/wizard-context.ts'
import { CancelWaiting } from '../parts/cancel-waiting.tsx'
import { KnownServer } from '../parts/known-server.tsx'
import { SignIn } from '../parts/sign-in.tsx'
import { WaitingLine } from '../parts/waiting-line.tsx'

/** Only the person knows whether they are done in the other tab. The answer decides whether something is wrong. */
export function AskFinishedPage() {
  const { t } = useLingui()
  const { actions } = useWizardContext()
  const { machineIdentifier, server, health } = useScreen('ask-finished')
  return (
    <Panel
      heading={t`Did you finish signing in?`}
      primary={
        <ActionButton action="finished" look="primary" onPress={() => actions.sayFinished(machineIdentifier)}>
          <Trans>Yes</Trans>
        </ActionButton>
      }
      quiet={
        <>
          <ActionButton action="not-yet" look="quiet" onPress={() => actions.sayNotYet(machineIdentifier)}>
            <Trans>Not yet</Trans>
          </ActionButton>
          <SignIn machineIdentifier={machineIdentifier} look="text">
            <Trans>Open sign-in again</Trans>
          </SignIn>
          <CancelWaiting machineIdentifier={machineIdentifier} />
        </>
      }
      card={<KnownServer server={server} health={health} />}
    >
      <p>
        <Trans>You are back, and nothing has changed so far. This page keeps checking either way.</Trans>
      </p>
      <WaitingLine health={health} answered />
    </Panel>
  )
}
