import { useState, type ReactNode } from 'react'
import styles from './disclosure.module.css'
import { Icon, type IconName } from './icon.tsx'

type Props = {
  summary: ReactNode
  icon?: IconName | undefined
  /** Makes its contents only once it is open: for what nobody should find before. */
  lazy?: boolean | undefined
  startsOpen?: boolean | undefined
  children: ReactNode
}

/** A row that opens. */
export function Disclosure({ summary, icon, lazy = false, startsOpen = false, children }: Props) {
  const [open, setOpen] = useState(startsOpen)
  return (
    <details
      className={styles['disclosure']}
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        {icon !== undefined && <Icon name={icon} />}
        <span>{summary}</span>
      </summary>
      {(open || !lazy) && <div className={styles['inside']}>{children}</div>}
    </details>
  )
}
