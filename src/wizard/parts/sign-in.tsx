import type { ReactNode } from 'react'
import type { SignInLink } from '../../account/sign-in-link.ts'
import type { MachineIdentifier } from '../../lib/machine-identifier.ts'
import { ActionLink } from '../../ui/action-link.tsx'
import type { Facts } from '../facts/facts.ts'
import { useWizardContext } from '../live/wizard-context.ts'
import { ownAddress, signInFor } from '../screen/sign-in-for.ts'

/** The sign-in address for another device, which has nowhere to come back to. */
export function signInElsewhere(machineIdentifier: MachineIdentifier, facts: Facts): SignInLink {
  return signInFor(machineIdentifier, facts, null)
}

type Props = {
  machineIdentifier: MachineIdentifier
  look: 'primary' | 'quiet' | 'text'
  children: ReactNode
}

/** A real link, so that no pop-up blocker minds; the note is left while it is being followed. */
export function SignIn({ machineIdentifier, look, children }: Props) {
  const { facts, actions } = useWizardContext()
  const link = signInFor(machineIdentifier, facts, ownAddress(facts))
  return (
    <ActionLink
      action="sign-in"
      look={look}
      href={link.href}
      beside={link.opens === 'beside'}
      onFollow={() => actions.leaveToSignIn(machineIdentifier, link)}
    >
      {children}
    </ActionLink>
  )
}
