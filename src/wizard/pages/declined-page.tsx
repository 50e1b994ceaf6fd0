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
      heading={t`Nothing was changed`}
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
        <>
          <SignIn machineIdentifier={machineIdentifier} look="quiet">
            <Trans>Sign in</Trans>
          </SignIn>
          <HelpLink topic="opt-out" look="text">
            <Trans>How to do without linking</Trans>
          </HelpLink>
        </>
      }
      card={<KnownServer server={server} />}
    >
      <p>
        <Trans>
          A server that is not linked to a Plex account may offer no libraries or settings. You can link the
          server at any time from this page.
        </Trans>
      </p>
    </Panel>
  )
}
