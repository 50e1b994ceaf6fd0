import type { ReactNode } from 'react'
import styles from './article.module.css'

type Props = {
  heading: string
  /** Leads back to where the reader came from. */
  back: ReactNode
  children: ReactNode
}

/** A page to read. */
export function Article({ heading, back, children }: Props) {
  return (
    <article className={styles['article']}>
      <h1 tabIndex={-1}>{heading}</h1>
      {children}
      <p>{back}</p>
    </article>
  )
}
