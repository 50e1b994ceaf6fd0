import { useLingui } from '@lingui/react/macro'
import { qrCodeOf } from '../../account/qr-code.ts'
import { CopyText } from '../../ui/copy-text.tsx'
import { QrImage } from '../../ui/qr-image.tsx'
import { Remark } from '../../ui/remark.tsx'
import { useWizardContext } from '../live/wizard-context.ts'
import type { Server } from '../screen/server.ts'
import { ForWhom } from './for-whom.tsx'
import { signInElsewhere } from './sign-in.tsx'

type Props = { server: Server }

/** The sign-in address to read off the screen with a camera, and for whom it is. */
export function OtherDeviceCode({ server }: Props) {
  const { facts } = useWizardContext()
  const { t } = useLingui()
  const { href } = signInElsewhere(server.identity.machineIdentifier, facts)
  return (
    <>
      <Remark kind="info">
        <ForWhom server={server} />
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
