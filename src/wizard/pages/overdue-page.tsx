import { Trans, useLingui } from '@lingui/react/macro'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useScreen, useWizardContext } from '../live/wizard-context.ts'
import { CancelWaiting } from '../parts/cancel-waiting.tsx'
import { KnownServer } from '../parts/known-server.tsx'
import { ServerOnline } from '../parts/server-online.tsx'
import { SignIn } from '../parts/sign-in.tsx'
import { UseCode } from '../parts/use-code.tsx'
import { overdueLead } from '../words/waiting-words.ts'

/** The waiting that took too long: it says so, and offers a way that begins afresh. */
export function OverduePage() {
  const { t } = useLingui()
  const { facts, actions } = useWizardContext()
  const { machineIdentifier, server, note, health } = useScreen('overdue')
  return (
    <Panel
      heading={t`Your server is still not linked`}
      primary={
        <SignIn machineIdentifier={machineIdentifier} look="primary">
          <Trans>Sign in again</Trans>
        </SignIn>
      }
      quiet={
        <>
          <ActionButton action="check-now" look="quiet" onPress={actions.checkNow}>
            <Trans>Check again</Trans>
          </ActionButton>
          <CancelWaiting machineIdentifier={machineIdentifier} />
        </>
      }
      card={server !== null && <KnownServer server={server} health={health} />}
      after={
        <>
          <ServerOnline />
          {server !== null && <UseCode server={server} />}
        </>
      }
    >
      <p>{t(overdueLead(note, facts.now.epochMs))}</p>
    </Panel>
  )
}
