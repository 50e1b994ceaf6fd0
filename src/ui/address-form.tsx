import { type SyntheticEvent, useEffect, useId, useRef, useState } from 'react'
import action from './action.module.css'
import styles from './field.module.css'
import { Icon } from './icon.tsx'

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
  const id = useId()

  // The page's policy lets no form be sent anywhere.
  function take(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    const text = new FormData(event.currentTarget).get('address')
    onSubmit(typeof text === 'string' ? text : '')
  }

  return (
    <form className={styles['field']} noValidate onSubmit={take}>
      <label htmlFor={id}>{label}</label>
      <p className={styles['hint']} id={`${id}-hint`}>
        {hint}
      </p>
      <div className={styles['row']}>
        <input
          id={id}
          ref={field}
          name="address"
          onChange={({ currentTarget }) => onEdit?.(currentTarget.value, true)}
          onFocus={({ currentTarget }) => onEdit?.(currentTarget.value, true)}
          onBlur={({ currentTarget }) => onEdit?.(currentTarget.value, false)}
          defaultValue={initial}
          inputMode="url"
          enterKeyHint="go"
          autoCapitalize="none"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          aria-describedby={problem === null ? `${id}-hint` : `${id}-problem ${id}-hint`}
          aria-invalid={problem !== null}
        />
        <button className={action['quiet']} type="submit">
          {submit}
        </button>
      </div>
      {problem !== null && (
        <p className={styles['problem']} id={`${id}-problem`} role="alert">
          <Icon name="trouble" />
          {problem}
        </p>
      )}
    </form>
  )
}
