import { useLayoutEffect } from 'react'
import type { StageName } from '../wizard/screen/screen.ts'

/** Tells automation what is on screen (contract.md §4). */
export function useDocumentStage(
  stage: StageName | 'crashed',
  machineIdentifier: string | null,
  screen: string,
): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    dataset['stage'] = stage
    dataset['screen'] = screen
    if (machineIdentifier === null) delete dataset['server']
    else dataset['server'] = machineIdentifier
  }, [stage, machineIdentifier, screen])
}
