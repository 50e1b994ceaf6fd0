import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import type { Screen } from '../screen/screen.ts'
import { askNow } from './ask-now.ts'

/** Asks at once whenever the person comes back; not when they open the page, since everybody is asked then anyway. */
export function useAskingOnReturn(returnedAtMs: number, screen: Screen): void {
  const client = useQueryClient()
  const [openedAtMs] = useState(returnedAtMs)
  const ask = useEffectEvent(() => askNow(client, screen))
  useEffect(() => {
    if (returnedAtMs !== openedAtMs) ask()
  }, [returnedAtMs, openedAtMs])
}
