import { Trans } from '@lingui/react/macro'
import { ActionButton } from '../../ui/action-button.tsx'
import { useWizardContext } from '../live/wizard-context.ts'
import type { Server } from '../screen/server.ts'
import { namesNoAddress } from '../screen/trust.ts'
import { TypeAddress } from './type-address.tsx'
import { hostOf } from '../words/failure-words.ts'

/**
 * Lets the person say that this address is their server's. One press does where the file names none. Where it names
 * others, only typing does: what a neighbour offers is pressed too easily.
 */
export function ConfirmAddress({ server }: { server: Server }) {
  const { facts, actions } = useWizardContext()
  const { address } = server
  const host = hostOf(address)
  if (!namesNoAddress(facts)) return <TypeAddress />
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
