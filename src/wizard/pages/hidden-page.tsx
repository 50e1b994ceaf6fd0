import { Trans, useLingui } from '@lingui/react/macro'
import { isLiteral } from '../../lib/address-class.ts'
import { useScreen, useWizardContext } from '../live/wizard-context.ts'
import { OddAddress } from '../parts/odd-address.tsx'
import { UnreadablePanel } from '../parts/unreadable-panel.tsx'

/** Somebody answers, and hides the answer from this page. */
export function HiddenPage() {
  const { t } = useLingui()
  const { wanted } = useWizardContext().facts
  const { address } = useScreen('hidden')
  return (
    <UnreadablePanel
      heading={t`We found your server, but can't read its status`}
      address={address}
      machineIdentifier={wanted}
    >
      <p>
        {wanted === null ? (
          <Trans>That is normal for some versions. The server's own page can tell.</Trans>
        ) : (
          <Trans>
            That is normal for some versions. You can sign in all the same; whether it worked, the server's
            own page shows.
          </Trans>
        )}
      </p>
      {!isLiteral(address) && (
        <p>
          <Trans>
            A proxy in front of a server that is off, or one that wants a sign-in first, hides its answer in
            the same way. To tell them apart, type the server's IP address, such as 192.168.1.10:32400.
          </Trans>
        </p>
      )}
      <OddAddress address={address} />
    </UnreadablePanel>
  )
}
