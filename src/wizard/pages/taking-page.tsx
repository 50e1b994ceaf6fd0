import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ACCOUNT_ORIGIN } from '../../account/origin.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useScreen, useWizardContext } from '../live/wizard-context.ts'
import { KnownServer } from '../parts/known-server.tsx'
import { OtherDevice } from '../parts/other-device.tsx'
import { SignIn } from '../parts/sign-in.tsx'
import { UseCode } from '../parts/use-code.tsx'
import { goesAtMs } from '../screen/forward.ts'

/** A person who opened the page to open the server is taken on to signing in, after a moment or by their own press. */
export function TakingPage() {
  const { t } = useLingui()
  const { facts, actions } = useWizardContext()
  const { server } = useScreen('taking')
  const { machineIdentifier } = server.identity
  const accountHost = new URL(ACCOUNT_ORIGIN).host
  const atMs = goesAtMs(server, facts)
  const seconds = atMs === null ? null : secondsUntil(atMs, facts.now.monotonicMs)
  return (
    <Panel
      heading={
        seconds === null ? t`Sign in on ${accountHost} to link your server` : t`Taking you to ${accountHost}`
      }
      primary={
        <SignIn machineIdentifier={machineIdentifier} look="primary">
          <Trans>Sign in</Trans>
        </SignIn>
      }
      quiet={
        <>
          {seconds !== null && (
            <ActionButton action="cancel" look="quiet" onPress={actions.stay}>
              <Trans>Stay on this page</Trans>
            </ActionButton>
          )}
          <ActionButton
            action="not-now"
            look={seconds === null ? 'quiet' : 'text'}
            onPress={() => actions.notNow(machineIdentifier)}
          >
            <Trans>Not now</Trans>
          </ActionButton>
        </>
      }
      card={<KnownServer server={server} />}
      after={
        // Nobody begins with these while the page is about to go.
        seconds === null && (
          <>
            <UseCode server={server} />
            <OtherDevice server={server} />
          </>
        )
      }
    >
      <p>
        <Trans>Your server answers, and is not linked yet.</Trans>
      </p>
      {seconds !== null && (
        <p>
          <Plural
            value={seconds}
            one="In one second, this page goes on to signing in."
            other="In # seconds, this page goes on to signing in."
          />
        </p>
      )}
      <p>
        <Trans>You sign in on {accountHost}; this page never sees your password.</Trans>
      </p>
    </Panel>
  )
}

function secondsUntil(atMs: number, nowMs: number): number {
  return Math.max(1, Math.round((atMs - nowMs) / 1_000))
}
