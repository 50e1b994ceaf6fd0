import { useEffect } from 'react'
import { listenToRemote } from './remote-control.ts'

/** Hears the keys of a remote control while this page is shown. `goBack` stays the same from drawing to drawing. */
export function useRemote(goBack: (() => void) | null): void {
  useEffect(() => listenToRemote(goBack), [goBack])
}
