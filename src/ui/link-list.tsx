import { Children, type ReactNode } from 'react'
import styles from './link-list.module.css'

/** Links of the same rank, one below the other. */
export function LinkList({ children }: { children: ReactNode }) {
  return (
    <ul className={styles['list']}>
      {Children.map(children, (link) => (
        <li>{link}</li>
      ))}
    </ul>
  )
}
