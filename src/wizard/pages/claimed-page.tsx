import { Trans, useLingui } from '@lingui/react/macro'
import { awaitLinkFor } from '../../account/sign-in-link.ts'
import { ActionLink } from '../../ui/action-link.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Remark } from '../../ui/remark.tsx'
import { useScreen } from '../live/wizard-context.ts'
import { KnownServer, useServerName } from '../parts/known-server.tsx'

export function ClaimedPage() {
  const { t } = useLingui()
  const nameOf = useServerName()
  const { server, health } = useScreen('claimed')
  const name = nameOf(server)
  return (
    <Panel
      heading={t`Your server is claimed`}
      primary={
        <ActionLink
          action="launch"
          look="primary"
          beside
          href={awaitLinkFor(server.identity.machineIdentifier)}
        >
          <Trans>Open Plex</Trans>
        </ActionLink>
      }
    >
      <p>
        <Trans>
          {name} says it is linked to an account. You can close this page; deleting the file is fine too.
        </Trans>
      </p>
      {health === 'starting' && (
        <Remark kind="info">
          <Trans>It is still starting. Give it a minute before you open it.</Trans>
        </Remark>
      )}
      {(health === 'failing' || health === 'unreadable') && (
        <Remark kind="info">
          <Trans>It was claimed when it last answered, and isn't answering at the moment.</Trans>
        </Remark>
      )}
      <KnownServer server={server} health={health} />
    </Panel>
  )
}
