import { Trans, useLingui } from '@lingui/react/macro'
import { qrCodeOf } from '../../account/qr-code.ts'
import { QrImage } from '../../ui/qr-image.tsx'
import { Scan } from '../../ui/scan.tsx'
import { useWizardContext } from '../live/wizard-context.ts'
import type { Server } from '../screen/server.ts'
import { ForWhom } from './for-whom.tsx'
import { signInElsewhere } from './sign-in.tsx'

/** On a television, where nobody likes to type a password: the sign-in address for the phone in the hand. */
export function ScanToSignIn({ server }: { server: Server }) {
  const { facts } = useWizardContext()
  const { t } = useLingui()
  if (!facts.fromAfar) return null
  const { href } = signInElsewhere(server.identity.machineIdentifier, facts)
  return (
    <Scan code={<QrImage label={t`QR code of the sign-in address`} {...qrCodeOf(href)} />}>
      <p>
        <Trans>Or sign in on a phone: scan this code.</Trans>
      </p>
      <p>
        <ForWhom server={server} />
      </p>
    </Scan>
  )
}
