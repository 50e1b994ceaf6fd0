import { Trans, useLingui } from '@lingui/react/macro'
import { awaitLinkFor } from '../../account/sign-in-link.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ActionLink } from '../../ui/action-link.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useScreen, useWizardContext } from '../live/wizard-context.ts'
import { ConfirmAddress } from '../parts/confirm-address.tsx'
import { KnownServer } from '../parts/known-server.tsx'
import { hostOf } from '../words/failure-words.ts'

/** Somebody says so at an address that nobody named: that is all that is known. */
export function HearsayPage() {
  const { t } = useLingui()
  const { actions } = useWizardContext()
  const { server, health } = useScreen('hearsay')
  const host = hostOf(server.address)
  return (
    <Panel
      heading={t`At ${host} a server says that it is claimed`}
      primary={
        <ActionLink
          action="launch"
          look="primary"
          beside
          href={awaitLinkFor(server.identity.machineIdentifier)}
        >
          <Trans>See in your account</Trans>
        </ActionLink>
      }
      quiet={
        <ActionButton action="check-now" look="quiet" onPress={actions.checkNow}>
          <Trans>Check now</Trans>
        </ActionButton>
      }
      after={<ConfirmAddress server={server} />}
    >
      <p>
        <Trans>
          Nothing but the network says that this is your server: its file doesn't name this address. Your
          account shows for certain whether your server is linked.
        </Trans>
      </p>
      <KnownServer server={server} health={health} isHearsay />
    </Panel>
  )
}
