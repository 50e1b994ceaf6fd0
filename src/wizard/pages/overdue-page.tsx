import { Trans, useLingui } from '@lingui/react/macro'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useScreen, useWizardContext } from '../live/wizard-context.ts'
import { KnownServer } from '../parts/known-server.tsx'
import { SignIn } from '../parts/sign-in.tsx'
import { UseCode } from '../parts/use-code.tsx'

/** The waiting that took too long: it says so, and offers a way that begins afresh. */
export function OverduePage() {
  const { t } = useLingui()
  const { facts, actions } = useWizardContext()
  const { machineIdentifier, server, note, health } = useScreen('overdue')
  const ranOut =
    note.decision === 'signing-in' && note.expiresAtMs !== null && note.expiresAtMs <= facts.now.epochMs
  return (
    <Panel
      heading={t`Still not claimed`}
      primary={
        <ActionButton
          action="start-over"
          look="primary"
          onPress={() => actions.forgetDecision(machineIdentifier)}
        >
          <Trans>Start over</Trans>
        </ActionButton>
      }
      quiet={
        <>
          <SignIn machineIdentifier={machineIdentifier} look="quiet">
            <Trans>Open sign-in again</Trans>
          </SignIn>
          <ActionButton action="check-now" look="quiet" onPress={actions.checkNow}>
            <Trans>Check now</Trans>
          </ActionButton>
        </>
      }
      after={server !== null && <UseCode server={server} />}
    >
      <p>
        {note.decision === 'sent-code' ? (
          <Trans>The server got a claim code, and does not say that it is claimed.</Trans>
        ) : ranOut ? (
          <Trans>The sign-in link ran out, and nothing was changed. Start over with a fresh one.</Trans>
        ) : (
          <Trans>It usually takes a few seconds after signing in; this is taking far longer.</Trans>
        )}
      </p>
      {server !== null && <KnownServer server={server} health={health} />}
    </Panel>
  )
}
