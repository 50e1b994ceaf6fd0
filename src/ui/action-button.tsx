import type { ReactNode } from 'react'
import styles from './action.module.css'

type Props = {
  /** What automation knows this button by (`data-action`). */
  action?: string | undefined
  look: 'primary' | 'quiet' | 'text'
  onPress: () => void
  children: ReactNode
}

export function ActionButton({ action, look, onPress, children }: Props) {
  return (
    <button className={styles[look]} type="button" data-action={action} onClick={() => onPress()}>
      {children}
    </button>
  )
}
