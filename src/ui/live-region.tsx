import { useEffect, useState } from 'react'
import unseen from './unseen.module.css'

/** Screen readers announce a change in a region they know already, not one that arrives with its text. */
const KNOWN_AFTER_MS = 100
/** By then it was said. Who reads the page from the top would hear it once more where it stands and once here. */
const GONE_AFTER_MS = 5_000

export function LiveRegion({ text }: { text: string }) {
  const [said, setSaid] = useState('')

  useEffect(() => {
    const timers = [
      setTimeout(() => setSaid(text), KNOWN_AFTER_MS),
      setTimeout(() => setSaid(''), KNOWN_AFTER_MS + GONE_AFTER_MS),
    ]
    return () => timers.forEach((timer) => clearTimeout(timer))
  }, [text])

  return (
    <div className={unseen['unseen']} role="status" aria-live="polite">
      {said}
    </div>
  )
}
