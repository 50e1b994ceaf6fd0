import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { useScreen, useWizardContext } from '../live/wizard-context.ts'
import { KnownServer } from '../parts/known-server.tsx'
import { SignIn } from '../parts/sign-in.tsx'
import { isNamed } from '../screen/trust.ts'
import { UseCode } from '../parts/use-code.tsx'
import { CheckByHand } from '../parts/check-by-hand.tsx'
import type { Health } from '../screen/screen.ts'

const MINUTE_MS = 60_000

export function ConfirmingPage() {
  const { t } = useLingui()
  const { facts, actions } = useWizardContext()
  const { machineIdentifier, server, note, health } = useScreen('confirming')
  const byCode = note.decision === 'sent-code'
  const minutesLeft =
    byCode || note.expiresAtMs === null
      ? null
      : Math.max(1, Math.ceil((note.expiresAtMs - facts.now.epochMs) / MINUTE_MS))
  const address = server?.address ?? facts.candidates[0]?.address
  return (
    <Panel
      heading={byCode ? t`Your server is being linked` : t`Finish signing in in the other tab`}
      primary={
        <ActionButton action="check-now" look="primary" onPress={actions.checkNow}>
          <Trans>Check now</Trans>
        </ActionButton>
      }
      quiet={
        <>
          <SignIn machineIdentifier={machineIdentifier} look="quiet">
            <Trans>Open sign-in again</Trans>
          </SignIn>
          <ActionButton
            action="cancel"
            look="quiet"
            onPress={() => actions.forgetDecision(machineIdentifier)}
          >
            <Trans>Cancel</Trans>
          </ActionButton>
        </>
      }
      after={
        <>
          {health === 'unreadable' && address !== undefined && isNamed(address, facts) && (
            <CheckByHand address={address} />
          )}
          {server !== null && !byCode && <UseCode server={server} />}
        </>
      }
    >
      <p>
        {byCode ? (
          <Trans>
            The code goes to your server, which takes it to the account. This may take half a minute.
          </Trans>
        ) : (
          <Trans>We keep asking your server; you don't have to do anything here.</Trans>
        )}
      </p>
      <Waiting>
        <span data-news>
          <HealthWords health={health} />
        </span>
      </Waiting>
      {minutesLeft !== null && (
        <p>
          <Plural
            value={minutesLeft}
            one="The sign-in link is good for one more minute."
            other="The sign-in link is good for # more minutes."
          />
        </p>
      )}
      {server !== null && <KnownServer server={server} health={health} />}
    </Panel>
  )
}

function HealthWords({ health }: { health: Health }) {
  switch (health) {
    case 'answering':
      return <Trans>Waiting for your server to say that it is claimed.</Trans>
    case 'starting':
      return <Trans>Your server is restarting. Nothing is lost; we go on as soon as it is back.</Trans>
    case 'failing':
      return <Trans>Your server isn't answering right now. Nothing is lost; we go on asking.</Trans>
    case 'unreadable':
      return <Trans>Your server hides its answer from this page, so you may have to check by hand.</Trans>
  }
}
