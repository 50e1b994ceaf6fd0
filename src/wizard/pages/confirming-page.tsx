import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { Note } from '../../account/note.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useScreen, useWizardContext } from '../live/wizard-context.ts'
import { CancelWaiting } from '../parts/cancel-waiting.tsx'
import { CheckByHand } from '../parts/check-by-hand.tsx'
import { KnownServer } from '../parts/known-server.tsx'
import { ScanToSignIn } from '../parts/scan-to-sign-in.tsx'
import { SignIn } from '../parts/sign-in.tsx'
import { UseCode } from '../parts/use-code.tsx'
import { WaitingLine } from '../parts/waiting-line.tsx'
import { isNamed } from '../screen/trust.ts'
import { waitingHeading, waitingLead } from '../words/waiting-words.ts'

const MINUTE_MS = 60_000

export function ConfirmingPage() {
  const { t } = useLingui()
  const { facts, actions } = useWizardContext()
  const { machineIdentifier, server, note, health } = useScreen('confirming')
  const byCode = note.decision === 'sent-code'
  const minutesLeft = minutesLeftOf(note, facts.now.epochMs)
  const address = server?.address ?? facts.candidates[0]?.address
  const signIn = (
    <SignIn machineIdentifier={machineIdentifier} look={byCode ? 'text' : 'primary'}>
      <Trans>Open sign-in again</Trans>
    </SignIn>
  )
  const checkNow = (
    <ActionButton action="check-now" look={byCode ? 'primary' : 'quiet'} onPress={actions.checkNow}>
      <Trans>Check again</Trans>
    </ActionButton>
  )
  return (
    <Panel
      heading={t(waitingHeading(note))}
      primary={byCode ? checkNow : signIn}
      quiet={
        <>
          {byCode ? signIn : checkNow}
          <CancelWaiting machineIdentifier={machineIdentifier} />
        </>
      }
      beside={
        health === 'unreadable' &&
        address !== undefined &&
        isNamed(address, facts) && <CheckByHand address={address} />
      }
      aside={server !== null && !byCode && <ScanToSignIn server={server} />}
      card={server !== null && <KnownServer server={server} health={health} />}
      after={server !== null && !byCode && <UseCode server={server} />}
    >
      <p>{t(waitingLead(note))}</p>
      <WaitingLine health={health} answered={server !== null} />
      {minutesLeft !== null && (
        <p>
          <Plural
            value={minutesLeft}
            one="The sign-in link is valid for one more minute."
            other="The sign-in link is valid for # more minutes."
          />
        </p>
      )}
    </Panel>
  )
}

/** How long somebody can still sign in by the link; null where nothing says so, or where nobody will any more. */
function minutesLeftOf({ decision, expiresAtMs, finishedAtMs }: Note, nowEpochMs: number): number | null {
  if (decision === 'sent-code' || expiresAtMs === null || finishedAtMs !== null) return null
  return Math.max(1, Math.ceil((expiresAtMs - nowEpochMs) / MINUTE_MS))
}
