import type { ReactNode } from 'react'
import styles from './next-steps.module.css'

type Props = {
  heading: string
  steps: readonly { title: ReactNode; text: string; key: string }[]
}

/** What one may do afterwards, in any order: each a title, which may be a link, and a sentence. */
export function NextSteps({ heading, steps }: Props) {
  return (
    <div className={styles['next']}>
      <h2>{heading}</h2>
      <ul>
        {steps.map(({ title, text, key }) => (
          <li key={key}>
            <strong>{title}</strong>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
