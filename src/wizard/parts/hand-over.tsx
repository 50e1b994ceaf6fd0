import { Trans } from '@lingui/react/macro'
import type { Address } from '../../lib/address.ts'
import { isLiteral } from '../../lib/address-class.ts'
import type { MachineIdentifier } from '../../lib/machine-identifier.ts'
import type { Stamp } from '../../stamp/stamp.ts'
import { ActionLink } from '../../ui/action-link.tsx'
import { useWizardContext } from '../live/wizard-context.ts'

// Where a server of today shows its own pages; one that serves this page says where in the stamp.
const OWN_PAGES = '/web/index.html'

type Props = {
  address: Address
  look: 'primary' | 'quiet'
  /** Who answers there, where that is known. */
  machineIdentifier?: MachineIdentifier | undefined
}

/** Opens what the server itself serves. Going there is not gated by what this page may read. */
export function HandOver({ address, look, machineIdentifier }: Props) {
  const { stamp } = useWizardContext().facts
  const origin = originOfOwnPage(address, machineIdentifier, stamp)
  return (
    <ActionLink action="hand-over" look={look} beside={false} href={`${origin}${stamp.page ?? OWN_PAGES}`}>
      <Trans>Open the server's own page</Trans>
    </ActionLink>
  )
}

/**
 * Where the machine that answers at this address is best opened: the stamped number of the same machine instead of a
 * name. A server that does not know the name as its own takes people who come by it for strangers (protocol.md §3).
 */
export function originOfOwnPage(
  address: Address,
  machineIdentifier: MachineIdentifier | undefined,
  stamp: Stamp,
): Address {
  if (isLiteral(address) || stamp.machineIdentifier !== machineIdentifier) return address
  return stamp.addresses.find(isLiteral) ?? address
}
