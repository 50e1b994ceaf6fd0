import styles from './record-list.module.css'

type Props = {
  label: string
  rows: readonly {
    key: string
    what: string
    said: string
    /** How long ago, in words. */
    when: string
    /** The same moment to the second. */
    exact: string
  }[]
}

export function RecordList({ label, rows }: Props) {
  return (
    <ol className={styles['record']} aria-label={label}>
      {rows.map(({ key, what, said, when, exact }) => (
        <li key={key}>
          <span>{what}</span>
          <time dateTime={exact} title={exact}>
            {when}
          </time>
          <span className={styles['said']}>{said}</span>
        </li>
      ))}
    </ol>
  )
}
