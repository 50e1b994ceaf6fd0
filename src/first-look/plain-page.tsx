import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { ActionButton } from '../ui/action-button.tsx'
import { Panel } from '../ui/panel.tsx'
import { useWizardContext } from '../wizard/live/wizard-context.ts'
import { SignIn } from '../wizard/parts/sign-in.tsx'
import { TypeAddress } from '../wizard/parts/type-address.tsx'
import type { StageName } from '../wizard/screen/screen.ts'
import { STAGE_OF } from '../wizard/screen/screen.ts'

const HEADINGS: Partial<Readonly<Record<StageName, MessageDescriptor>>> = {
  choosing: msg`Which server is yours?`,
  unreadable: msg`We found your server, but can't read its status`,
  stranger: msg`That is a different server`,
  blocked: msg`Your browser blocks this page from your home network`,
}

/** A screen that only the app has, told in short where the app could not start. */
export function PlainPage() {
  const { t } = useLingui()
  const { facts, screen, actions } = useWizardContext()
  const heading = HEADINGS[STAGE_OF[screen.name]] ?? msg`We can't tell whether your server is linked`
  return (
    <Panel
      heading={t(heading)}
      primary={
        facts.wanted !== null && (
          <SignIn machineIdentifier={facts.wanted} look="primary">
            <Trans>Sign in</Trans>
          </SignIn>
        )
      }
      quiet={
        <ActionButton action="check-now" look="quiet" onPress={actions.checkNow}>
          <Trans>Check again</Trans>
        </ActionButton>
      }
      after={<TypeAddress />}
    >
      <p>
        <Trans>
          The part of this page that can say more did not start in this browser. Open the page in a newer
          browser, for example on a phone.
        </Trans>
      </p>
    </Panel>
  )
}
