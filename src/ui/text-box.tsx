import { useId } from 'react'
import styles from './field.module.css'

type Props = {
  label: string
  name: string
  hint: string
  value: string
  onChange: (text: string) => void
}

/** A field for as many lines as somebody writes or pastes, which no program may change. */
export function TextBox({ label, name, hint, value, onChange }: Props) {
  const id = useId()
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <p className={styles['hint']} id={`${id}-hint`}>
        {hint}
      </p>
      <textarea
        id={id}
        name={name}
        rows={2}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        autoCapitalize="none"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        aria-describedby={`${id}-hint`}
      />
    </div>
  )
}
