import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import action from './action.module.css'
import { Field } from './field.tsx'
import styles from './field.module.css'

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
  // As it was at first: later on the person decides where the focus is.
  const [takesOver] = useState(goesOn === true)
  useEffect(() => {
    if (!takesOver || field.current === null) return
    field.current.focus()
    field.current.setSelectionRange(field.current.value.length, field.current.value.length)
  }, [takesOver])

  // The page's policy lets no form be sent anywhere.
  function take(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    const text = new FormData(event.currentTarget).get('address')
    onSubmit(typeof text === 'string' ? text : '')
  }

  return (
    <form className={styles['field']} noValidate onSubmit={take}>
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
