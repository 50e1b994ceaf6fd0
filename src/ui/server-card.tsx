import { useId } from 'react'
import { AddressText } from './address-text.tsx'
import { Badge, type BadgeProps } from './badge.tsx'
import styles from './server-card.module.css'

type Props = {
  name: string
  badge: BadgeProps
  rows: readonly { term: string; text: string }[]
  note?: string | undefined
}

export function ServerCard({ name, badge, rows, note }: Props) {
  const id = useId()
  return (
    <section className={styles['card']} aria-labelledby={id}>
      <div className={styles['top']}>
        <h2 id={id}>{name}</h2>
        <Badge {...badge} />
      </div>
      <dl className={styles['rows']}>
        {rows.map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <bdi>
                <AddressText narrow>{text}</AddressText>
              </bdi>
            </dd>
          </div>
        ))}
      </dl>
      {note !== undefined && <p className={styles['note']}>{note}</p>}
    </section>
  )
}
