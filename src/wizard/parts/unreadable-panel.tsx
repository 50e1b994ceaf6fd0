import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Address } from '../../lib/address.ts'
import type { MachineIdentifier } from '../../lib/machine-identifier.ts'
import { Panel } from '../../ui/panel.tsx'
import { useWizardContext } from '../live/wizard-context.ts'
import { isNamed } from '../screen/trust.ts'
import { AddressRow } from './address-row.tsx'
import { CheckAgain } from './check-again.tsx'
import { CheckByHand } from './check-by-hand.tsx'
import { HandOver, originOfOwnPage } from './hand-over.tsx'
import { KeepsTrying } from './keeps-trying.tsx'
import { SignIn } from './sign-in.tsx'

type Props = {
  heading: string
  address: Address
  /** Who answers there, where that can be read. */
  answering?: MachineIdentifier | undefined
  /** Whom signing in is for; null where that is not known. */
  machineIdentifier: MachineIdentifier | null
  card?: ReactNode
  children: ReactNode
}

/** There is a server, and whether it is linked can't be read: signing in, and the ways around. */
export function UnreadablePanel(props: Props) {
  const { heading, address, answering, machineIdentifier, card, children } = props
  const { facts } = useWizardContext()
  const leadsThere = isNamed(originOfOwnPage(address, answering, facts.stamp), facts)
  const handOver = (look: 'primary' | 'quiet') =>
    leadsThere && <HandOver address={address} look={look} machineIdentifier={answering} />
  return (
    <Panel
      heading={heading}
      primary={
        machineIdentifier === null ? (
          handOver('primary') || <CheckAgain look="primary" />
        ) : (
          <SignIn machineIdentifier={machineIdentifier} look="primary">
            <Trans>Sign in</Trans>
          </SignIn>
        )
      }
      quiet={
        machineIdentifier === null ? (
          leadsThere && <CheckAgain look="quiet" />
        ) : (
          <>
            {handOver('quiet')}
            <CheckAgain look={leadsThere ? 'text' : 'quiet'} />
          </>
        )
      }
      beside={<KeepsTrying />}
      card={card}
      after={
        <>
          {isNamed(address, facts) && <CheckByHand address={address} />}
          <AddressRow />
        </>
      }
    >
      {children}
    </Panel>
  )
}
