import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Address } from '../../lib/address.ts'
import type { MachineIdentifier } from '../../lib/machine-identifier.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { useWizardContext } from '../live/wizard-context.ts'
import { isNamed } from '../screen/trust.ts'
import { CheckByHand } from './check-by-hand.tsx'
import { HandOver, originOfOwnPage } from './hand-over.tsx'
import { SignIn } from './sign-in.tsx'
import { TypeAddress } from './type-address.tsx'

type Props = {
  heading: string
  address: Address
  /** Who answers there, where that can be read. */
  answering?: MachineIdentifier | undefined
  /** Whom signing in is for; null where that is not known. */
  machineIdentifier: MachineIdentifier | null
  children: ReactNode
}

/** There is a server, and whether it is claimed can't be read: signing in, and the ways around. */
export function UnreadablePanel({ heading, address, answering, machineIdentifier, children }: Props) {
  const { facts, actions } = useWizardContext()
  const leadsThere = isNamed(originOfOwnPage(address, answering, facts.stamp), facts)
  const signIn = machineIdentifier !== null && (
    <SignIn machineIdentifier={machineIdentifier} look={leadsThere ? 'quiet' : 'primary'}>
      <Trans>Sign in anyway</Trans>
    </SignIn>
  )
  return (
    <Panel
      heading={heading}
      primary={
        leadsThere ? <HandOver address={address} look="primary" machineIdentifier={answering} /> : signIn
      }
      quiet={
        <>
          {leadsThere && signIn}
          <ActionButton action="check-now" look="quiet" onPress={actions.checkNow}>
            <Trans>Ask again now</Trans>
          </ActionButton>
        </>
      }
      after={
        <>
          {isNamed(address, facts) && <CheckByHand address={address} />}
          {!leadsThere && <TypeAddress />}
        </>
      }
    >
      {children}
      {machineIdentifier !== null && (
        <p>
          <Trans>
            Signing in works all the same. This page may be unable to tell you when it is done; you can check
            by hand.
          </Trans>
        </p>
      )}
      <Waiting>
        <Trans>This page goes on asking by itself.</Trans>
      </Waiting>
    </Panel>
  )
}
