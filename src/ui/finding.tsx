import { type ReactNode, type Ref } from 'react'
import styles from './finding.module.css'

type Props = {
  title: string
  /** For links that are about it. */
  titleId?: string | undefined
  /** How sure that is, in a word. */
  certainty: string
  says: string
  /** What to do, in this order. */
  steps: readonly string[]
  /** What automation knows the cause by (`data-cause`). */
  cause: string
  level?: 2 | 3
  /** For moving focus here. */
  headingRef?: Ref<HTMLHeadingElement> | undefined
  links?: ReactNode
  children?: ReactNode
}

export function Finding({
  title,
  titleId,
  certainty,
  says,
  steps,
  cause,
  level = 2,
  headingRef,
  links,
  children,
}: Props) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className={level === 2 ? styles['first'] : styles['other']} data-cause={cause}>
      <div className={styles['top']}>
        <Heading id={titleId} ref={headingRef} tabIndex={headingRef === undefined ? undefined : -1}>
          {title}
        </Heading>
        {certainty !== '' && <span className={styles['certainty']}>{certainty}</span>}
      </div>
      <p>{says}</p>
      {steps.length === 1 && <p className={styles['step']}>{steps[0]}</p>}
      {steps.length > 1 && (
        <ol className={styles['steps']}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {links !== undefined && <div className={styles['links']}>{links}</div>}
      {children}
    </section>
  )
}
