import { createContext, use, type ReactNode, type Ref } from 'react'
import { AddressText } from './address-text.tsx'
import styles from './panel.module.css'
import { Tick } from './tick.tsx'

/** What stands last among the closed rows of every panel, and what they are called together; null outside of screens. */
export const MoreWays = createContext<{ readonly label: string; readonly last: ReactNode } | null>(null)

type Props = {
  /** Draws the tick of what is done. */
  done?: boolean
  heading: string
  /** For moving focus here when the screen changes. */
  headingRef?: Ref<HTMLHeadingElement> | undefined
  /** One or two sentences. */
  children?: ReactNode
  /** What the person must do, in this order; one alone has no number. */
  steps?: readonly [ReactNode] | readonly [ReactNode, ReactNode] | undefined
  /** The one filled button. */
  primary?: ReactNode
  /** At most one with a border, the others as text. */
  quiet?: ReactNode
  /** A field that stands open below the buttons. */
  beside?: ReactNode
  /** What stands beside the answer where there is room, above the server. */
  aside?: ReactNode
  /** The server. */
  card?: ReactNode
  /** More ways: rows of `Disclosure`, which stand in one card. */
  after?: ReactNode
}

/** The bones of every screen: the answer, what to do, the server, and what else there is. On large screens side by side. */
export function Panel(props: Props) {
  const {
    done = false,
    heading,
    headingRef,
    children,
    steps,
    primary,
    quiet,
    beside,
    aside,
    card,
    after,
  } = props
  const more = use(MoreWays)
  return (
    <div className={styles['panel']}>
      <div className={done ? `${styles['answer']} ${styles['done']}` : styles['answer']}>
        {done && <Tick />}
        <h1 ref={headingRef} tabIndex={-1}>
          <AddressText narrow>{heading}</AddressText>
        </h1>
        {children}
        {steps?.length === 1 && <p>{steps[0]}</p>}
        {steps?.length === 2 && (
          <ol className={styles['steps']}>
            {steps.map((step, index) => (
              <li key={index}>{step}</li>
            ))}
          </ol>
        )}
        {(primary || quiet) && (
          <div className={styles[primary ? 'main' : 'actions']}>
            {primary}
            {quiet}
          </div>
        )}
        {beside}
      </div>
      <div className={styles['side']}>
        {aside}
        {card}
        {(after || more !== null) && (
          <section className={styles['more']} aria-label={more?.label}>
            {after}
            {more?.last}
          </section>
        )}
      </div>
    </div>
  )
}
