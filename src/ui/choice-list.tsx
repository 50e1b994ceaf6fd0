import { AddressText } from './address-text.tsx'
import { Badge, type BadgeProps } from './badge.tsx'
import styles from './choice-list.module.css'

type Props = {
  label: string
  choices: readonly {
    key: string
    title: string
    detail: string
    badge: BadgeProps
    onChoose: () => void
  }[]
}

export function ChoiceList({ label, choices }: Props) {
  return (
    <ul className={styles['list']} aria-label={label}>
      {choices.map(({ key, title, detail, badge, onChoose }) => (
        <li key={key}>
          <button className={styles['choice']} type="button" onClick={() => onChoose()}>
            <span className={styles['title']}>{title}</span> <Badge {...badge} />{' '}
            <bdi className={styles['detail']} dir="ltr">
              <AddressText narrow>{detail}</AddressText>
            </bdi>
          </button>
        </li>
      ))}
    </ul>
  )
}
