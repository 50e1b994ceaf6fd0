import styles from './choice-menu.module.css'

type Props = {
  /** What the choice is about, in one word, for programs. */
  name: string
  label: string
  value: string
  /** With the language that a label is in, where it is another one than the page's. */
  options: readonly { value: string; label: string; lang?: string }[]
  onChoose: (value: string) => void
}

export function ChoiceMenu({ name, label, value, options, onChoose }: Props) {
  return (
    <div className={styles['menu']}>
      <select aria-label={label} name={name} value={value} onChange={(event) => onChoose(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
