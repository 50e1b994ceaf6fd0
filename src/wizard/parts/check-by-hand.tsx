import { Trans, useLingui } from '@lingui/react/macro'
import type { Address } from '../../lib/address.ts'
import { ActionLink } from '../../ui/action-link.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'

/** Following a link is not asking: what the page may not read, the person may. */
export function CheckByHand({ address }: { address: Address }) {
  const { t } = useLingui()
  return (
    <Disclosure icon="list" summary={t`Check by hand`}>
      <p>
        <Trans>
          Open the server's answer in a tab of its own. If you find claimed="1" or "claimed":true in it, the
          server is linked; with 0 or false it is not.
        </Trans>
      </p>
      <p>
        <ActionLink action="check-by-hand" look="quiet" beside href={`${address}/identity`}>
          <Trans>Open the server's answer</Trans>
        </ActionLink>
      </p>
    </Disclosure>
  )
}
