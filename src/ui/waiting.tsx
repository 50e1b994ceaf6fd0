import type { ReactNode } from 'react'
import styles from './waiting.module.css'

export function Waiting({ children }: { children: ReactNode }) {
  return <p className={styles['waiting']}>{children}</p>
}
