import { Trans, useLingui } from '@lingui/react/macro'
import { awaitLinkFor } from '../../account/sign-in-link.ts'
import { ActionLink } from '../../ui/action-link.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useScreen } from '../live/wizard-context.ts'
import { CheckAgain } from '../parts/check-again.tsx'
import { ConfirmAddress } from '../parts/confirm-address.tsx'
import { KnownServer } from '../parts/known-server.tsx'
import { hostOf } from '../words/failure-words.ts'

/** Somebody says so at an address that nobody named: that is all that is known. */
export function HearsayPage() {
  const { t } = useLingui()
  const { server, health } = useScreen('hearsay')
  const host = hostOf(server.address)
  return (
    <Panel
      heading={t`A server at ${host} says that it is linked`}
      primary={
        <ActionLink
          action="launch"
          look="primary"
          beside
          href={awaitLinkFor(server.identity.machineIdentifier)}
        >
          <Trans>See in your Plex account</Trans>
        </ActionLink>
      }
      quiet={<CheckAgain look="quiet" />}
      card={<KnownServer server={server} health={health} isHearsay />}
      after={
        <Disclosure icon="address" summary={t`Confirm the address`}>
          <ConfirmAddress server={server} />
        </Disclosure>
      }
    >
      <p>
        <Trans>
          Only the network says that this is your server: the server's file doesn't name this address. Your
          Plex account shows for certain whether your server is linked.
        </Trans>
      </p>
    </Panel>
  )
}
