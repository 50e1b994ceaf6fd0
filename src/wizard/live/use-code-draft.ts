import { useEffect, useState } from 'react'
import type { Screen } from '../screen/screen.ts'
import { NO_DRAFT, type Draft } from './draft.ts'

/**
 * What is in the field for a claim code: a secret, kept in memory only. The same server alone shows it again. It is
 * forgotten once that server is linked or the person leaves the page.
 */
export function useCodeDraft({ name, server }: Screen): readonly [Draft, (change: Partial<Draft>) => void] {
  const machineIdentifier = server?.identity.machineIdentifier ?? null
  const [kept, setKept] = useState({ draft: NO_DRAFT, meantFor: machineIdentifier })
  const isEmpty = kept.draft.text === ''
  const isLinked = name === 'claimed' && machineIdentifier === kept.meantFor
  useEffect(() => {
    if (isEmpty) return
    const forget = (): void => setKept({ draft: NO_DRAFT, meantFor: null })
    if (isLinked) return forget()
    // A browser may keep the page as it is, and show it again to the next person who goes back.
    window.addEventListener('pagehide', forget)
    return () => window.removeEventListener('pagehide', forget)
  }, [isEmpty, isLinked])

  const draftIn = ({ draft, meantFor }: typeof kept): Draft =>
    machineIdentifier === meantFor ? draft : NO_DRAFT
  const edit = (change: Partial<Draft>): void =>
    setKept((before) => ({ draft: { ...draftIn(before), ...change }, meantFor: machineIdentifier }))
  return [draftIn(kept), edit]
}
