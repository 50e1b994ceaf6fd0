import styles from './choice-menu.module.css'
import unseen from './unseen.module.css'

type Props = {
  /** What the choice is about, in one word, for programs. */
  name: string
  label: string
  value: string
  options: readonly { value: string; label: string }[]
  onChoose: (value: string) => void
}

export function ChoiceMenu({ name, label, value, options, onChoose }: Props) {
  return (
    <label className={styles['menu']}>
      <span className={unseen['unseen']}>{label}</span>
      <select name={name} value={value} onChange={(event) => onChoose(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
