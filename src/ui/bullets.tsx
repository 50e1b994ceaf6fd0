import { Children, type ReactNode } from 'react'
import styles from './bullets.module.css'

/** Sentences of the same rank, one below the other. */
export function Bullets({ children }: { children: ReactNode }) {
  return (
    <ul className={styles['list']}>
      {Children.map(children, (each) => (
        <li>{each}</li>
      ))}
    </ul>
  )
}
