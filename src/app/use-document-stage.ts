import { useLayoutEffect } from 'react'
import type { StageName } from '../wizard/screen/screen.ts'
import { showFavicon } from './favicon.ts'

/** Tells automation what is on screen (contract.md §4), and the person in the tab's icon. */
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
    showFavicon(stage)
  }, [stage, machineIdentifier, screen])
}
