import { useId } from 'react'
import styles from './field.module.css'
import { Icon } from './icon.tsx'

type Props = {
  label: string
  name: string
  hint?: string | undefined
  value: string
  problem?: string | null
  numeric?: boolean | undefined
  onChange: (text: string) => void
}

export function TextField({ label, name, hint, value, problem = null, numeric, onChange }: Props) {
  const id = useId()
  const described = [problem !== null && `${id}-problem`, hint !== undefined && `${id}-hint`].filter(Boolean)
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className={styles['hint']} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        name={name}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        inputMode={numeric === true ? 'numeric' : undefined}
        autoCapitalize="none"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        aria-describedby={described.length === 0 ? undefined : described.join(' ')}
        aria-invalid={problem !== null}
      />
      {problem !== null && (
        <p className={styles['problem']} id={`${id}-problem`}>
          <Icon name="trouble" />
          {problem}
        </p>
      )}
    </div>
  )
}
