import { useState, type ReactNode } from 'react'
import styles from './disclosure.module.css'

type Props = {
  summary: string
  /** Makes its contents only once it is open: for what nobody should find before. */
  lazy?: boolean | undefined
  children: ReactNode
}

export function Disclosure({ summary, lazy = false, children }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <details className={styles['disclosure']} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{summary}</summary>
      {(open || !lazy) && <div className={styles['inside']}>{children}</div>}
    </details>
  )
}
