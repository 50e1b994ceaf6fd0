import { AddressText } from './address-text.tsx'
import { Badge, type BadgeProps } from './badge.tsx'
import styles from './choice-list.module.css'

type Props = {
  label: string
  choices: readonly {
    key: string
    title: string
    /** Tells it from others of the same title; reads from the left in every language. */
    identifier: string
    detail: string
    badge: BadgeProps
    onChoose: () => void
  }[]
}

export function ChoiceList({ label, choices }: Props) {
  return (
    <ul className={styles['list']} aria-label={label}>
      {choices.map(({ key, title, identifier, detail, badge, onChoose }) => (
        <li key={key}>
          <button className={styles['choice']} type="button" onClick={() => onChoose()}>
            <span className={styles['title']}>
              {title} <bdi dir="ltr">{identifier}</bdi>
            </span>{' '}
            <Badge {...badge} />{' '}
            <bdi className={styles['detail']} dir="ltr">
              <AddressText narrow>{detail}</AddressText>
            </bdi>
          </button>
        </li>
      ))}
    </ul>
  )
}
