import { Trans, useLingui } from '@lingui/react/macro'
import { ACCOUNT_ORIGIN } from '../../account/origin.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { KnownServer } from '../known-server.tsx'
import type { PageProps } from '../page-props.ts'
import { SignIn } from '../sign-in.tsx'

export function UnclaimedPage({ stage, facts, actions }: PageProps<'unclaimed'>) {
  const { t } = useLingui()
  const { server, declined } = stage
  const { machineIdentifier } = server.identity
  const accountHost = new URL(ACCOUNT_ORIGIN).host
  const signIn = (
    <SignIn
      machineIdentifier={machineIdentifier}
      facts={facts}
      actions={actions}
      look={declined ? 'quiet' : 'primary'}
    >
      <Trans>Sign in</Trans>
    </SignIn>
  )
  if (declined) {
    return (
      <Panel
        drawing="unclaimed"
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
        quiet={signIn}
      >
        <p>
          <Trans>
            Nothing was changed. Until it is claimed, the server may offer no libraries or settings. You can
            claim it at any time from this page.
          </Trans>
        </p>
        <KnownServer server={server} stamp={facts.stamp} />
      </Panel>
    )
  }
  return (
    <Panel
      drawing="unclaimed"
      heading={t`Your server is ready to be claimed`}
      primary={signIn}
      quiet={
        <ActionButton action="not-now" look="quiet" onPress={() => actions.notNow(machineIdentifier)}>
          <Trans>Not now</Trans>
        </ActionButton>
      }
    >
      <p>
        <Trans>
          Sign in to link it to your account. Signing in happens on {accountHost}; this page never sees your
          password.
        </Trans>
      </p>
      <KnownServer server={server} stamp={facts.stamp} />
    </Panel>
  )
}
