import { Trans, useLingui } from '@lingui/react/macro'
import { ACCOUNT_ORIGIN } from '../../account/origin.ts'
import { resultFor } from '../../server/claim.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Remark } from '../../ui/remark.tsx'
import { useScreen, useWizardContext } from '../live/wizard-context.ts'
import { KnownServer } from '../parts/known-server.tsx'
import { OtherDevice } from '../parts/other-device.tsx'
import { ScanToSignIn } from '../parts/scan-to-sign-in.tsx'
import { SignIn } from '../parts/sign-in.tsx'
import { UseCode } from '../parts/use-code.tsx'
import { WhatItTakes } from '../parts/what-it-takes.tsx'
import { CODE_RESULTS } from '../words/code-words.ts'

export function UnclaimedPage() {
  const { t } = useLingui()
  const { facts, actions } = useWizardContext()
  const { server } = useScreen('unclaimed')
  const { machineIdentifier } = server.identity
  const result = resultFor(facts.code, machineIdentifier)
  const accountHost = new URL(ACCOUNT_ORIGIN).host
  return (
    <Panel
      heading={t`Your server is running. Link it to your Plex account`}
      primary={
        <SignIn machineIdentifier={machineIdentifier} look="primary">
          <Trans>Sign in</Trans>
        </SignIn>
      }
      quiet={
        <ActionButton action="not-now" look="quiet" onPress={() => actions.notNow(machineIdentifier)}>
          <Trans>Not now</Trans>
        </ActionButton>
      }
      aside={<ScanToSignIn server={server} />}
      card={<KnownServer server={server} />}
      after={
        <>
          <UseCode server={server} />
          <OtherDevice server={server} />
        </>
      }
    >
      {result !== null && (
        <Remark kind="trouble">
          <p role="alert">{t(CODE_RESULTS[result])}</p>
        </Remark>
      )}
      {/* After a code that was refused, they know. */}
      {result === null && <WhatItTakes />}
      <p>
        <Trans>You sign in on {accountHost}; this page never sees your password.</Trans>
      </p>
    </Panel>
  )
}
