import { useEffect, useEffectEvent, useState } from 'react'
import type { Screen } from '../screen/screen.ts'
import { askNow, type Asking } from './asking.ts'

/** Asks at once whenever the person comes back; not when they open the page, since everybody is asked then anyway. */
export function useAskingOnReturn(returnedAtMs: number, screen: Screen, asking: Asking): void {
  const [openedAtMs] = useState(returnedAtMs)
  const ask = useEffectEvent(() => askNow(asking, screen))
  useEffect(() => {
    if (returnedAtMs !== openedAtMs) ask()
  }, [returnedAtMs, openedAtMs])
}
