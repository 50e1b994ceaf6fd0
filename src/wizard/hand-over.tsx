import { Trans } from '@lingui/react/macro'
import type { Address } from '../lib/address.ts'
import type { Stamp } from '../stamp/stamp.ts'
import { ActionLink } from '../ui/action-link.tsx'

// Where a server of today shows its own pages; one that serves this page says where in the stamp.
const OWN_PAGES = '/web/index.html'

type Props = { address: Address; stamp: Stamp; look: 'primary' | 'quiet' }

/** Opens what the server itself serves. Going there is not gated by what this page may read. */
export function HandOver({ address, stamp, look }: Props) {
  return (
    <ActionLink action="hand-over" look={look} beside={false} href={`${address}${stamp.page ?? OWN_PAGES}`}>
      <Trans>Continue on the server's own page</Trans>
    </ActionLink>
  )
}
