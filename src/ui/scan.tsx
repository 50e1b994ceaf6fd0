import type { ReactNode } from 'react'
import styles from './scan.module.css'

/** A code for a camera, with words beside it. */
export function Scan({ code, children }: { code: ReactNode; children: ReactNode }) {
  return (
    <div className={styles['scan']}>
      {code}
      <div>{children}</div>
    </div>
  )
}
