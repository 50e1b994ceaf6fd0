import { useEffect } from 'react'
import { tearUpNote } from '../account/note.ts'
import { rememberAddress } from '../server/used-addresses.ts'
import { isDone, serverIn, type Stage } from './stage.ts'

/** Keeps in storage what later visits need, and throws away what is done with. */
export function useHousekeeping(stage: Stage): void {
  const server = serverIn(stage)
  const machineIdentifier = server?.identity.machineIdentifier ?? null
  const settled = stage.name === 'unclaimed' || stage.name === 'claimed'
  const claimed = isDone(stage)
  const address = server?.address ?? null
  useEffect(() => {
    if (!settled || machineIdentifier === null || address === null) return
    rememberAddress({ machineIdentifier, address })
    // Once the server says that it is claimed, what the person meant to do is of no more use.
    if (claimed) tearUpNote(machineIdentifier)
  }, [settled, claimed, machineIdentifier, address])
}
