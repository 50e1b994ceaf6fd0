import { useLingui } from '@lingui/react/macro'
import { AddressText } from '../../ui/address-text.tsx'
import { useScreen } from '../live/wizard-context.ts'
import { OddAddress } from '../parts/odd-address.tsx'
import { StrangerPanel } from '../parts/stranger-panel.tsx'
import { isInFront, sentenceFor } from '../words/failure-words.ts'

/** What answers at the address is no media server at all, or a proxy in front of one. */
export function AnotherProductPage() {
  const { t } = useLingui()
  const { address, latest } = useScreen('another-product')
  return (
    <StrangerPanel
      heading={
        isInFront(latest)
          ? t`A proxy answers, the server behind it does not`
          : t`Another device has this address`
      }
    >
      <p>
        <AddressText>{t(sentenceFor(address, latest))}</AddressText>
      </p>
      <OddAddress address={address} />
    </StrangerPanel>
  )
}
