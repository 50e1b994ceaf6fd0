import type { ReactNode, Ref } from 'react'
import styles from './stack.module.css'

/** One below the other, in the page's rhythm. */
export function Stack({ ref, children }: { ref?: Ref<HTMLDivElement>; children: ReactNode }) {
  return (
    <div ref={ref} className={styles['stack']}>
      {children}
    </div>
  )
}
