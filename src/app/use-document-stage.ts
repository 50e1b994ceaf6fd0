import { useLayoutEffect } from 'react'

/** Tells automation what is on screen (contract.md §4). */
export function useDocumentStage(stage: string, machineIdentifier: string | null): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    dataset['stage'] = stage
    if (machineIdentifier === null) delete dataset['server']
    else dataset['server'] = machineIdentifier
  }, [stage, machineIdentifier])
}
