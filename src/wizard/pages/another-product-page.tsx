import { useLingui } from '@lingui/react/macro'
import { AddressText } from '../../ui/address-text.tsx'
import { useScreen } from '../live/wizard-context.ts'
import { StrangerPanel } from '../parts/stranger-panel.tsx'
import { sentenceFor } from '../words/failure-words.ts'

/** What answers at the address is no media server at all. */
export function AnotherProductPage() {
  const { t } = useLingui()
  const { address, latest } = useScreen('another-product')
  return (
    <StrangerPanel>
      <AddressText>{t(sentenceFor(address, latest))}</AddressText>
    </StrangerPanel>
  )
}
