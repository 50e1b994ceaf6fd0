import styles from './choice-menu.module.css'
import unseen from './unseen.module.css'

type Props = {
  label: string
  value: string
  options: readonly { value: string; label: string }[]
  onChoose: (value: string) => void
}

export function ChoiceMenu({ label, value, options, onChoose }: Props) {
  return (
    <label className={styles['menu']}>
      <span className={unseen['unseen']}>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
