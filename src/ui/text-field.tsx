import { Field } from './field.tsx'
import styles from './field.module.css'

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
  return (
    <div className={styles['field']}>
      <Field
        label={label}
        hint={hint}
        problem={problem}
        input={{
          name,
          value,
          onChange: ({ currentTarget }) => onChange(currentTarget.value),
          inputMode: numeric === true ? 'numeric' : undefined,
        }}
      />
    </div>
  )
}
