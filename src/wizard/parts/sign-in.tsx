import type { ReactNode } from 'react'
import { signInLinkFor, type SignInLink } from '../../account/sign-in-link.ts'
import type { MachineIdentifier } from '../../lib/machine-identifier.ts'
import { ActionLink } from '../../ui/action-link.tsx'
import type { Facts } from '../facts/facts.ts'
import { useWizardContext } from '../live/wizard-context.ts'

/** The sign-in address for one machine: with the PIN only if the stamp that brought it is that machine's. */
function signInFor(machineIdentifier: MachineIdentifier, facts: Facts, returnTo: string | null): SignInLink {
  const { stamp, now } = facts
  const pin = stamp.machineIdentifier === machineIdentifier ? stamp.signIn : null
  return signInLinkFor(machineIdentifier, pin, returnTo, now.epochMs)
}

/** The same for another device, which has nowhere to come back to. */
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
  // Without query and hash: what stands there is nobody else's business.
  const returnTo = facts.pageOrigin === null ? null : `${window.location.origin}${window.location.pathname}`
  const link = signInFor(machineIdentifier, facts, returnTo)
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
