import styles from './progress.module.css'

type Props = {
  label: string
  value: number
  max: number
  /** The same in words, for everybody. */
  children: string
}

export function Progress({ label, value, max, children }: Props) {
  return (
    <div className={styles['progress']}>
      <progress aria-label={label} value={value} max={max} />
      <p>{children}</p>
    </div>
  )
}
