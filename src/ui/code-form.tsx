import { type SyntheticEvent, useId } from 'react'
import actions from './action.module.css'
import styles from './field.module.css'
import { Icon } from './icon.tsx'

type Props = {
  label: string
  hint: string
  submit: string
  action: string
  /** What is wrong with the text last submitted. */
  problem: string | null
  onEdit: (text: string) => void
  /** Gets the text as typed; true when it was taken, and then it is wiped. */
  onSubmit: (text: string) => boolean
}

/** A field for a secret: nothing remembers it, and it is wiped once it was taken. */
export function CodeForm({ label, hint, submit, action, problem, onEdit, onSubmit }: Props) {
  const id = useId()

  function take(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const text = new FormData(form).get('code')
    if (onSubmit(typeof text === 'string' ? text : '')) form.reset()
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
          name="code"
          onChange={({ currentTarget }) => onEdit(currentTarget.value)}
          enterKeyHint="send"
          autoCapitalize="none"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          aria-describedby={problem === null ? `${id}-hint` : `${id}-problem ${id}-hint`}
          aria-invalid={problem !== null}
        />
        <button className={actions['quiet']} type="submit" data-action={action}>
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
