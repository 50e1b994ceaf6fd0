import { Trans, useLingui } from '@lingui/react/macro'
import { isLiteral } from '../../lib/address-class.ts'
import { OddAddress } from '../parts/odd-address.tsx'
import { useScreen, useWizardContext } from '../live/wizard-context.ts'
import { UnreadablePanel } from '../parts/unreadable-panel.tsx'

/** Somebody answers, and hides the answer from this page. */
export function HiddenPage() {
  const { t } = useLingui()
  const { wanted } = useWizardContext().facts
  const { address } = useScreen('hidden')
  return (
    <UnreadablePanel
      heading={t`Your server is there, but it won't talk to this file`}
      address={address}
      machineIdentifier={wanted}
    >
      <p>
        <Trans>It answered, and hid the answer from this page. That is normal for some versions.</Trans>
      </p>
      {!isLiteral(address) && (
        <p>
          <Trans>
            A proxy in front of a server that is off, or one that wants a sign-in first, hides its answer in
            the same way. To tell, ask the server by its number, such as 192.168.1.10:32400.
          </Trans>
        </p>
      )}
      <OddAddress address={address} />
    </UnreadablePanel>
  )
}
