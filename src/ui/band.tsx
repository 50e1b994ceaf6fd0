import type { ReactNode } from 'react'
import styles from './band.module.css'

export function Band({ children }: { children: ReactNode }) {
  return <aside className={styles['band']}>{children}</aside>
}
