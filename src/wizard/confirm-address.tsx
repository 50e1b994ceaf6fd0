import { Trans } from '@lingui/react/macro'
import { ActionButton } from '../ui/action-button.tsx'
import { hostOf } from './failure-words.ts'
import type { Facts } from './facts.ts'
import type { Server } from './server-on-screen.ts'
import { namesNoAddress } from './trust.ts'
import { TypeAddress } from './type-address.tsx'
import type { Actions } from './use-actions.ts'

type Props = { server: Server; facts: Facts; actions: Actions }

/**
 * Lets the person say that this address is their server's. One press does where the file names none. Where it names
 * others, only typing does: what a neighbour offers is pressed too easily.
 */
export function ConfirmAddress({ server, facts, actions }: Props) {
  const { address } = server
  const host = hostOf(address)
  if (!namesNoAddress(facts)) return <TypeAddress actions={actions} />
  return (
    <p>
      <ActionButton
        action="confirm-address"
        look="quiet"
        onPress={() => actions.askOnly({ address, how: 'picked' })}
      >
        <Trans>My server is at {host}</Trans>
      </ActionButton>
    </p>
  )
}
