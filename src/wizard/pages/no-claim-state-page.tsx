import { Trans, useLingui } from '@lingui/react/macro'
import { useScreen } from '../live/wizard-context.ts'
import { KnownServer } from '../parts/known-server.tsx'
import { UnreadablePanel } from '../parts/unreadable-panel.tsx'

/** A server says who it is, and not whether it is claimed. */
export function NoClaimStatePage() {
  const { t } = useLingui()
  const { server, address } = useScreen('no-claim-state')
  const { machineIdentifier } = server.identity
  return (
    <UnreadablePanel
      heading={t`Your server is there, but doesn't say whether it is claimed`}
      address={address}
      answering={machineIdentifier}
      machineIdentifier={machineIdentifier}
    >
      <p>
        <Trans>It answered, and the part about the account is missing or unknown to this page.</Trans>
      </p>
      <KnownServer server={server} />
    </UnreadablePanel>
  )
}
