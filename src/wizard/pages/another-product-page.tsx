import { useLingui } from '@lingui/react/macro'
import { AddressText } from '../../ui/address-text.tsx'
import { useScreen } from '../live/wizard-context.ts'
import type { FailureReason } from '../../server/outcome.ts'
import { OddAddress } from '../parts/odd-address.tsx'
import { StrangerPanel } from '../parts/stranger-panel.tsx'
import { sentenceFor } from '../words/failure-words.ts'

const IN_FRONT: ReadonlySet<FailureReason> = new Set(['gateway', 'not-routed', 'log-in', 'redirected'])

/** What answers at the address is no media server at all, or a proxy in front of one. */
export function AnotherProductPage() {
  const { t } = useLingui()
  const { address, latest } = useScreen('another-product')
  const isInFront = latest.kind === 'failure' && IN_FRONT.has(latest.reason)
  return (
    <StrangerPanel
      heading={isInFront ? t`A proxy answers, the server behind it does not` : undefined}
      offer={<OddAddress address={address} />}
    >
      <AddressText>{t(sentenceFor(address, latest))}</AddressText>
    </StrangerPanel>
  )
}
