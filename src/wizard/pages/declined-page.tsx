import { Trans, useLingui } from '@lingui/react/macro'
import { HelpLink } from '../../routes/help-link.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useScreen, useWizardContext } from '../live/wizard-context.ts'
import { KnownServer } from '../parts/known-server.tsx'
import { SignIn } from '../parts/sign-in.tsx'

/** The person said "not now". */
export function DeclinedPage() {
  const { t } = useLingui()
  const { actions } = useWizardContext()
  const { server } = useScreen('declined')
  const { machineIdentifier } = server.identity
  return (
    <Panel
      heading={t`Not now, then`}
      primary={
        <ActionButton
          action="undo-not-now"
          look="primary"
          onPress={() => actions.forgetDecision(machineIdentifier)}
        >
          <Trans>Go back to signing in</Trans>
        </ActionButton>
      }
      quiet={
        <SignIn machineIdentifier={machineIdentifier} look="quiet">
          <Trans>Sign in</Trans>
        </SignIn>
      }
      after={
        <p>
          <HelpLink topic="opt-out">
            <Trans>How to do without claiming</Trans>
          </HelpLink>
        </p>
      }
    >
      <p>
        <Trans>
          Nothing was changed. Until it is claimed, the server may offer no libraries or settings. You can
          claim it at any time from this page.
        </Trans>
      </p>
      <KnownServer server={server} />
    </Panel>
  )
}
