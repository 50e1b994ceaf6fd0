import { Trans } from '@lingui/react/macro'
import type { Address } from '../lib/address.ts'
import { useHrefAt } from '../routes/at.ts'
import { ActionLink } from '../ui/action-link.tsx'
import { Remark } from '../ui/remark.tsx'
import { Waiting } from '../ui/waiting.tsx'

/** Is the tunnel there? Then the way on leads through its near end. */
export function TunnelState({ near, onUse }: { near: Address | null; onUse: (near: Address) => void }) {
  return (
    <>
      <div role="status" data-tunnel={near === null ? 'down' : 'up'}>
        {near === null ? (
          <Waiting>
            <Trans>Waiting for the tunnel. This page goes on by itself.</Trans>
          </Waiting>
        ) : (
          <Remark kind="info">
            <p>
              <Trans>The tunnel is there, and a server answers at its end.</Trans>
            </p>
          </Remark>
        )}
      </div>
      {near !== null && <Through near={near} onUse={onUse} />}
    </>
  )
}

function Through({ near, onUse }: { near: Address; onUse: (near: Address) => void }) {
  const href = useHrefAt(near)
  return (
    <p>
      <ActionLink action="use-tunnel" look="primary" beside={false} href={href} onFollow={() => onUse(near)}>
        <Trans>Go on through the tunnel</Trans>
      </ActionLink>
    </p>
  )
}
