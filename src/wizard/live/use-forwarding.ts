import { useEffect, useEffectEvent } from 'react'
import { leaveTo } from '../../lib/leave-page.ts'
import type { MachineIdentifier } from '../../lib/machine-identifier.ts'
import { forwardOf } from '../screen/forward.ts'
import type { Known } from '../screen/known.ts'
import type { Screen } from '../screen/screen.ts'
import { ownAddress, signInFor } from '../screen/sign-in-for.ts'
import type { Actions } from './actions.ts'
import { openServer } from './open-server.ts'

/** Goes where the facts say that this page goes by itself, when they say so. */
export function useForwarding(known: Known, screen: Screen, { leaveToSignIn }: Actions): void {
  const forward = forwardOf(known, screen)
  const to = forward?.to ?? null
  const machineIdentifier = forward?.machineIdentifier ?? null
  const atMs = forward?.to === 'sign-in' ? forward.atMs : null
  const signIn = useEffectEvent((machine: MachineIdentifier) => {
    const link = signInFor(machine, known, ownAddress(known))
    leaveToSignIn(machine, link)
    leaveTo(link.href)
  })
  useEffect(() => {
    if (to === 'server' && machineIdentifier !== null) openServer(machineIdentifier)
    if (to !== 'sign-in' || machineIdentifier === null || atMs === null) return
    const timer = setTimeout(() => signIn(machineIdentifier), atMs - performance.now())
    return () => clearTimeout(timer)
  }, [to, machineIdentifier, atMs])
}
