import { useEffect, useEffectEvent, useState } from 'react'
import type { Screen } from '../screen/screen.ts'
import { askNow, type Asker } from './asker.ts'

/** Asks at once whenever the person comes back; not when they open the page, since everybody is asked then anyway. */
export function useAskingOnReturn(returnedAtMs: number, screen: Screen, asker: Asker): void {
  const [openedAtMs] = useState(returnedAtMs)
  const ask = useEffectEvent(() => askNow(asker, screen))
  useEffect(() => {
    if (returnedAtMs !== openedAtMs) ask()
  }, [returnedAtMs, openedAtMs])
}
