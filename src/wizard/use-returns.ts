import { useEffect, useEffectEvent, useRef, useState } from 'react'

// No single one of these fires in every engine (browsers.md rule 7), and several fire together.
const WINDOW_EVENTS = ['focus', 'pageshow', 'online'] as const
const TOGETHER_MS = 300

/**
 * When the person last came back to this page (steady clock; at first, when it was opened), and a call to
 * `onReturn` each time they do.
 */
export function useReturns(onReturn: () => void): number {
  const [returnedAtMs, setReturnedAtMs] = useState(() => performance.now())
  // Beside the state, which is only as new as the last render.
  const latestMs = useRef(returnedAtMs)
  const handle = useEffectEvent(() => {
    const nowMs = performance.now()
    if (document.visibilityState === 'hidden' || nowMs - latestMs.current < TOGETHER_MS) return
    latestMs.current = nowMs
    setReturnedAtMs(nowMs)
    onReturn()
  })
  useEffect(() => {
    const listener = (): void => handle()
    document.addEventListener('visibilitychange', listener)
    for (const name of WINDOW_EVENTS) window.addEventListener(name, listener)
    return () => {
      document.removeEventListener('visibilitychange', listener)
      for (const name of WINDOW_EVENTS) window.removeEventListener(name, listener)
    }
  }, [])
  return returnedAtMs
}
