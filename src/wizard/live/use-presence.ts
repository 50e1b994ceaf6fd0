import { useEffect, useState } from 'react'
import type { Facts } from '../facts/facts.ts'

// No single one of these fires in every engine (browsers.md rule 7), and several fire together.
const WINDOW_EVENTS = ['focus', 'pageshow', 'online'] as const
const TOGETHER_MS = 300

/** Can somebody see the page, and when did they last come back to it? At first, when they opened it. */
export function usePresence(): Pick<Facts, 'visible' | 'returnedAtMs'> {
  const [presence, setPresence] = useState(() => ({ visible: isVisible(), returnedAtMs: performance.now() }))
  useEffect(() => {
    const take = (): void => {
      const nowMs = performance.now()
      const visible = isVisible()
      setPresence(({ returnedAtMs }) => ({
        visible,
        returnedAtMs: visible && nowMs - returnedAtMs >= TOGETHER_MS ? nowMs : returnedAtMs,
      }))
    }
    document.addEventListener('visibilitychange', take)
    for (const name of WINDOW_EVENTS) window.addEventListener(name, take)
    return () => {
      document.removeEventListener('visibilitychange', take)
      for (const name of WINDOW_EVENTS) window.removeEventListener(name, take)
    }
  }, [])
  return presence
}

function isVisible(): boolean {
  return document.visibilityState === 'visible'
}
