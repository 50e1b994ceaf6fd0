import { useRef } from 'react'
import action from './action.module.css'
import { Field } from './field.tsx'
import styles from './field.module.css'
import { submittedText } from './submitted-text.ts'
import { useTakenOver } from './use-taken-over.ts'

type Props = {
  label: string
  hint: string
  submit: string
  /** What is wrong with the text last submitted. */
  problem: string | null
  initial?: string | undefined
  /** Takes over from a field that had the focus. */
  goesOn?: boolean | undefined
  /** Called on every key, and when the field gets or loses the focus. */
  onEdit?: ((text: string, typing: boolean) => void) | undefined
  /** Gets the text as typed. */
  onSubmit: (text: string) => void
}

export function AddressForm({ label, hint, submit, problem, initial, goesOn, onEdit, onSubmit }: Props) {
  const field = useRef<HTMLInputElement>(null)
  useTakenOver(field, goesOn === true)
  return (
    <form
      className={styles['field']}
      noValidate
      onSubmit={(event) => onSubmit(submittedText(event, 'address'))}
    >
      <Field
        label={label}
        hint={hint}
        problem={problem}
        saysAtOnce
        input={{
          ref: field,
          name: 'address',
          onChange: ({ currentTarget }) => onEdit?.(currentTarget.value, true),
          onFocus: ({ currentTarget }) => onEdit?.(currentTarget.value, true),
          onBlur: ({ currentTarget }) => onEdit?.(currentTarget.value, false),
          defaultValue: initial,
          inputMode: 'url',
          enterKeyHint: 'go',
        }}
        button={
          <button className={action['quiet']} type="submit">
            {submit}
          </button>
        }
      />
    </form>
  )
}
