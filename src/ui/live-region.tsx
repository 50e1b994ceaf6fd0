import { useEffect, useState } from 'react'
import unseen from './unseen.module.css'

/** Screen readers announce a change in a region they know already, not one that arrives with its text. */
const KNOWN_AFTER_MS = 100

export function LiveRegion({ text }: { text: string }) {
  const [said, setSaid] = useState('')

  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), KNOWN_AFTER_MS)
    return () => clearTimeout(timer)
  }, [text])

  return (
    <div className={unseen['unseen']} role="status" aria-live="polite">
      {said}
    </div>
  )
}
