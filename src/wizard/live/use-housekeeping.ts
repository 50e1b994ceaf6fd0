import { useEffect, useEffectEvent } from 'react'
import { noteReturn, tearUpNote } from '../../account/note.ts'
import { rememberAddress } from '../../server/used-addresses.ts'
import type { Known } from '../screen/known.ts'
import { waitingOn, type Screen } from '../screen/screen.ts'

/** Keeps in storage what later visits need, throws away what is done with, and ends a search that is. */
export function useHousekeeping({ wanted, search }: Known, screen: Screen, stopSearch: () => void): void {
  const { name, server } = screen
  const machineIdentifier = server?.identity.machineIdentifier ?? null
  const address = server?.address ?? null
  const claimed = name === 'claimed'
  const settled = claimed || ['unclaimed', 'taking', 'declined', 'hearsay'].includes(name)
  useEffect(() => {
    if (!settled || machineIdentifier === null || address === null) return
    rememberAddress({ machineIdentifier, address })
    // Once the server says that it is claimed, what the person meant to do is of no more use.
    if (claimed) tearUpNote(machineIdentifier)
  }, [settled, claimed, machineIdentifier, address])

  const waiting = waitingOn(screen)
  const awaited = waiting?.machineIdentifier ?? null
  const backAtMs = waiting?.note.backAtMs ?? null
  // Another window's focus, or a reload, must not begin the return anew.
  useEffect(() => {
    if (awaited !== null && backAtMs !== null) noteReturn(awaited, backAtMs, Date.now())
  }, [awaited, backAtMs])

  // Everything stops once the right server is on screen, found by the search or not. Where any will do, and one is gone
  // straight on with, another may still have lost a packet. Then the person is asked after all.
  const right = server !== null && (wanted !== null || !(name === 'unclaimed' || name === 'declined'))
  const searching = search !== null && search.phase !== 'over'
  const stop = useEffectEvent(stopSearch)
  useEffect(() => {
    if (right && searching) stop()
  }, [right, searching])
}
