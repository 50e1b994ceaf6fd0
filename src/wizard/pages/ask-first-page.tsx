import { Trans, useLingui } from '@lingui/react/macro'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useScreen, useWizardContext } from '../live/wizard-context.ts'
import { OddAddress } from '../parts/odd-address.tsx'
import { hostOf } from '../words/failure-words.ts'

/** A link brought an address that is not at home. Links come from anybody, so the person decides. */
export function AskFirstPage() {
  const { t } = useLingui()
  const { actions } = useWizardContext()
  const { address } = useScreen('ask-first')
  const host = hostOf(address)
  return (
    <Panel
      heading={t`Is this address yours?`}
      primary={
        <ActionButton action="ask-usual" look="primary" onPress={actions.askUsual}>
          <Trans>No, look at home</Trans>
        </ActionButton>
      }
      quiet={
        <ActionButton action="allow-address" look="quiet" onPress={() => actions.allow(address)}>
          <Trans>Yes, check {host}</Trans>
        </ActionButton>
      }
    >
      <p>
        <Trans>
          The link that opened this page names the address {host}, which may be outside your home network.
          Nothing was sent there yet.
        </Trans>
      </p>
      <OddAddress address={address} />
    </Panel>
  )
}
