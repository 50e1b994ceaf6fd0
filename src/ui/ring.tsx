import styles from './ring.module.css'

type Props = {
  /** From 1, all of it left, to 0. */
  left: number
  children: string
}

const AROUND = 2 * Math.PI * 16

/** Time running out: a ring that empties, with the words beside it. */
export function Ring({ left, children }: Props) {
  return (
    <p className={styles['ring']} role="timer">
      <svg viewBox="0 0 40 40" aria-hidden="true" focusable="false">
        <circle cx="20" cy="20" r="16" />
        <circle
          className={styles['left']}
          cx="20"
          cy="20"
          r="16"
          strokeDasharray={AROUND}
          strokeDashoffset={AROUND * (1 - Math.min(1, Math.max(0, left)))}
        />
      </svg>
      {children}
    </p>
  )
}
