import { Trans, useLingui } from '@lingui/react/macro'
import { qrCodeOf } from '../../account/qr-code.ts'
import { isolated } from '../../lib/isolated.ts'
import { tailOf } from '../../lib/machine-identifier.ts'
import { CopyText } from '../../ui/copy-text.tsx'
import { QrImage } from '../../ui/qr-image.tsx'
import { Remark } from '../../ui/remark.tsx'
import { useWizardContext } from '../live/wizard-context.ts'
import { useServerName } from './known-server.tsx'
import type { Server } from '../screen/server.ts'
import { signInElsewhere } from './sign-in.tsx'

type Props = { server: Server }

/** The sign-in address to read off the screen with a camera, and for whom it is. */
export function OtherDeviceCode({ server }: Props) {
  const { facts } = useWizardContext()
  const { t } = useLingui()
  const nameOf = useServerName()
  const { machineIdentifier } = server.identity
  const { href } = signInElsewhere(machineIdentifier, facts)
  const name = isolated(nameOf(server))
  const tail = tailOf(machineIdentifier)
  return (
    <>
      <Remark kind="info">
        <Trans>
          This links the server “{name}”, whose identifier ends in {tail}, to the Plex account that signs in.
          Only continue if you started this.
        </Trans>
      </Remark>
      <QrImage label={t`QR code of the sign-in address`} {...qrCodeOf(href)} />
      <CopyText
        action="copy-link"
        label={t`The sign-in address`}
        text={href}
        copy={t`Copy link`}
        copied={t`Copied.`}
        failed={t`Your browser won't copy. The text is selected: press Ctrl+C, or ⌘C on a Mac.`}
      />
    </>
  )
}
