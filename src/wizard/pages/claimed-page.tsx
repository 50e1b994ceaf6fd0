import { Trans, useLingui } from '@lingui/react/macro'
import { awaitLinkFor } from '../../account/sign-in-link.ts'
import { isolated } from '../../lib/isolated.ts'
import { HelpLink } from '../../routes/help-link.tsx'
import { ActionLink } from '../../ui/action-link.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Remark } from '../../ui/remark.tsx'
import { useScreen, useWizardContext } from '../live/wizard-context.ts'
import { KnownServer, useServerName } from '../parts/known-server.tsx'
import { NeedsApp } from '../parts/needs-app.tsx'
import { WhatNext } from '../parts/what-next.tsx'

export function ClaimedPage() {
  const { t } = useLingui()
  const nameOf = useServerName()
  const { pageOrigin } = useWizardContext().facts
  const { server, health } = useScreen('claimed')
  const name = isolated(nameOf(server))
  return (
    <Panel
      done
      heading={t`All done. Your server is linked`}
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
      quiet={
        <NeedsApp>
          <HelpLink topic="trouble" action="no-libraries" look="text">
            <Trans>I still don't see my libraries</Trans>
          </HelpLink>
        </NeedsApp>
      }
      card={<KnownServer server={server} health={health} />}
      beside={
        <>
          <WhatNext />
          {pageOrigin === null && (
            <p>
              <Trans>You can delete this file; the server may write it again.</Trans>
            </p>
          )}
        </>
      }
    >
      <p>
        <Trans>
          The server “{name}” is linked to a Plex account. In Plex, the server may take two minutes to appear.
        </Trans>
      </p>
      {health === 'starting' && (
        <Remark kind="info">
          <Trans>The server is still starting. Wait a minute before you open Plex.</Trans>
        </Remark>
      )}
      {(health === 'failing' || health === 'unreadable') && (
        <Remark kind="info">
          <Trans>
            The server isn't answering at the moment. The last answer said that the server is linked.
          </Trans>
        </Remark>
      )}
    </Panel>
  )
}
