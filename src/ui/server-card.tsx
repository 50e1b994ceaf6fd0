import { useId } from 'react'
import { AddressText } from './address-text.tsx'
import { Badge, type BadgeProps } from './badge.tsx'
import { Disclosure } from './disclosure.tsx'
import styles from './server-card.module.css'
import unseen from './unseen.module.css'

type Props = {
  name: string
  badge: BadgeProps
  /** Where it is, and what it is, in a line. */
  line: string
  /** What goes wrong with it at the moment. */
  note?: string | undefined
  /** Read out after the line, which opens them. */
  details: string
  rows: readonly { term: string; text: string }[]
}

/** The server in two lines; what only somebody who helps needs to know is folded away. */
export function ServerCard({ name, badge, line, note, details, rows }: Props) {
  const id = useId()
  return (
    <section className={styles['card']} aria-labelledby={id}>
      <div className={styles['top']}>
        <h2 id={id}>{name}</h2>
        <Badge {...badge} />
      </div>
      {note !== undefined && <p className={styles['note']}>{note}</p>}
      <Disclosure
        summary={
          <>
            <bdi>
              <AddressText narrow>{line}</AddressText>
            </bdi>{' '}
            <span className={unseen['unseen']}>{details}</span>
          </>
        }
      >
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
      </Disclosure>
    </section>
  )
}
