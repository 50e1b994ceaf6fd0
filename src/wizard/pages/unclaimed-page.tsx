import { Trans, useLingui } from '@lingui/react/macro'
import { ACCOUNT_ORIGIN } from '../../account/origin.ts'
import { useRoute } from '../../lib/route.ts'
import { linkToHelp } from '../../lib/topics.ts'
import { resultFor } from '../../server/claim.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ActionLink } from '../../ui/action-link.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Remark } from '../../ui/remark.tsx'
import { CODE_RESULTS } from '../code-words.ts'
import { Diagnosis } from '../diagnosis.tsx'
import { KnownServer } from '../known-server.tsx'
import type { PageProps } from '../page-props.ts'
import { OtherDevice } from '../other-device.tsx'
import { SignIn } from '../sign-in.tsx'
import { UseCode } from '../use-code.tsx'

export function UnclaimedPage({ stage, facts, actions }: PageProps<'unclaimed'>) {
  const { t } = useLingui()
  const { server, declined } = stage
  const { parameters } = useRoute()
  const { machineIdentifier } = server.identity
  const result = resultFor(facts.code, machineIdentifier)
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
        after={
          <>
            <p>
              <ActionLink action="help" look="quiet" beside={false} href={linkToHelp('opt-out', parameters)}>
                <Trans>How to do without claiming</Trans>
              </ActionLink>
            </p>
            <Diagnosis facts={facts} stage={stage} />
          </>
        }
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
      after={
        <>
          {result !== null && <Diagnosis facts={facts} stage={stage} />}
          <UseCode server={server} facts={facts} actions={actions} />
          <OtherDevice server={server} facts={facts} />
          {result === null && <Diagnosis facts={facts} stage={stage} />}
        </>
      }
    >
      {result !== null && (
        <Remark kind="trouble">
          <p role="alert">{t(CODE_RESULTS[result])}</p>
        </Remark>
      )}
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
