import { AddressText } from './address-text.tsx'
import styles from './record-list.module.css'

export type RecordRow = {
  readonly key: string
  readonly what: string
  readonly said: string
  /** How long ago, in words. */
  readonly when: string
  /** The same moment for programs (ISO 8601), and as the person's clock showed it; empty for none. */
  readonly exact: string
  readonly clock: string
}

type Props = { label: string; rows: readonly RecordRow[] }

export function RecordList({ label, rows }: Props) {
  return (
    <ol className={styles['record']} aria-label={label}>
      {rows.map(({ key, what, said, when, exact, clock }) => (
        <li key={key}>
          <bdi>
            <AddressText>{what}</AddressText>
          </bdi>
          {exact !== '' && (
            <time dateTime={exact} title={clock}>
              {when}
            </time>
          )}
          <span className={styles['said']}>
            <AddressText>{said}</AddressText>
          </span>
        </li>
      ))}
    </ol>
  )
}
