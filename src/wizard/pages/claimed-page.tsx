import { Trans, useLingui } from '@lingui/react/macro'
import { awaitLinkFor } from '../../account/sign-in-link.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ActionLink } from '../../ui/action-link.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ConfirmAddress } from '../confirm-address.tsx'
import { Diagnosis } from '../diagnosis.tsx'
import { hostOf } from '../failure-words.ts'
import { KnownServer, useServerName } from '../known-server.tsx'
import type { PageProps } from '../page-props.ts'
import { isDone } from '../stage.ts'
import { Remark } from '../../ui/remark.tsx'

export function ClaimedPage(props: PageProps<'claimed'>) {
  return isDone(props.stage) ? <Done {...props} /> : <Hearsay {...props} />
}

/** Somebody says so at an address that nobody named: that is all that is known. */
function Hearsay({ stage, facts, actions }: PageProps<'claimed'>) {
  const { t } = useLingui()
  const { server, health } = stage
  const host = hostOf(server.address)
  return (
    <Panel
      drawing="unreadable"
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
      after={
        <>
          <ConfirmAddress server={server} facts={facts} actions={actions} />
          <Diagnosis facts={facts} stage={stage} />
        </>
      }
    >
      <p>
        <Trans>
          Nothing but the network says that this is your server: its file doesn't name this address. Your
          account shows for certain whether your server is linked.
        </Trans>
      </p>
      <KnownServer server={server} stamp={facts.stamp} health={health} />
    </Panel>
  )
}

function Done({ stage, facts }: PageProps<'claimed'>) {
  const { t } = useLingui()
  const nameOf = useServerName()
  const { server, health } = stage
  const name = nameOf(server, facts.stamp)
  return (
    <Panel
      drawing="claimed"
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
      after={<Diagnosis facts={facts} stage={stage} />}
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
      <KnownServer server={server} stamp={facts.stamp} health={health} />
    </Panel>
  )
}
