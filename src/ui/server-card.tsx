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
  /** Read out before the line, which opens them. */
  details: string
  /** `ltr` for what is no sentence, and reads from the left in every language. */
  rows: readonly { term: string; text: string; ltr?: boolean }[]
}

/** The server in two lines; what only somebody who helps needs to know is folded away. */
export function ServerCard({ name, badge, line, note, details, rows }: Props) {
  return (
    <section className={styles['card']}>
      <div className={styles['top']}>
        <h2>{name}</h2>
        <Badge {...badge} />
      </div>
      {note !== undefined && <p className={styles['note']}>{note}</p>}
      <Disclosure
        summary={
          <>
            <span className={unseen['unseen']}>{details}</span>{' '}
            <bdi dir="ltr">
              <AddressText narrow>{line}</AddressText>
            </bdi>
          </>
        }
      >
        <dl className={styles['rows']}>
          {rows.map(({ term, text, ltr }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <bdi dir={ltr ? 'ltr' : undefined}>
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
