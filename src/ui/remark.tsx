import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import styles from './remark.module.css'

export function Remark({ kind, children }: { kind: 'info' | 'trouble'; children: ReactNode }) {
  return (
    <div className={styles[kind]}>
      <Icon name={kind} />
      <div className={styles['words']}>{children}</div>
    </div>
  )
}
