import { useEffect, useState } from 'react'

/**
 * Bugs that React doesn't catch, in event handlers, timers and promises, are thrown once more where the crash guard
 * catches them. A question that was given up is none, and neither is what a browser's extension does.
 */
export function UncaughtBugs(): null {
  const [bug, setBug] = useState<Error | null>(null)
  useEffect(() => {
    const take = (thrown: unknown): void => {
      const found = bugIn(thrown)
      if (found !== null) setBug(found)
    }
    const onError = ({ error }: ErrorEvent): void => take(error)
    const onRejection = ({ reason }: PromiseRejectionEvent): void => take(reason)
    window.addEventListener('error', onError)
    window.addEventListener('unhandledrejection', onRejection)
    return () => {
      window.removeEventListener('error', onError)
      window.removeEventListener('unhandledrejection', onRejection)
    }
  }, [])
  if (bug !== null) throw bug
  return null
}

/** The bug of ours in what was thrown; null where it is none, or somebody else's. */
export function bugIn(thrown: unknown): Error | null {
  if (!(thrown instanceof Error) && !(thrown instanceof DOMException)) return null
  if (thrown.name === 'AbortError') return null
  return /-extension:\/\//.test(thrown.stack ?? '') ? null : thrown
}
