import { Trans, useLingui } from '@lingui/react/macro'
import { useScreen } from '../live/wizard-context.ts'
import { KnownServer } from '../parts/known-server.tsx'
import { UnreadablePanel } from '../parts/unreadable-panel.tsx'

/** A server says who it is, and not whether it is linked. */
export function NoClaimStatePage() {
  const { t } = useLingui()
  const { server, address } = useScreen('no-claim-state')
  const { machineIdentifier } = server.identity
  return (
    <UnreadablePanel
      heading={t`We found your server, but can't read its status`}
      address={address}
      answering={machineIdentifier}
      machineIdentifier={machineIdentifier}
      card={<KnownServer server={server} />}
    >
      <p>
        <Trans>
          The server does not say whether it is linked, as some versions don't. You can sign in all the same.
        </Trans>
      </p>
    </UnreadablePanel>
  )
}
