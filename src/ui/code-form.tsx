import type { SyntheticEvent } from 'react'
import actions from './action.module.css'
import { Field } from './field.tsx'
import styles from './field.module.css'
import { submittedText } from './submitted-text.ts'

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
  function take(event: SyntheticEvent<HTMLFormElement>) {
    const form = event.currentTarget
    if (onSubmit(submittedText(event, 'code'))) form.reset()
  }

  return (
    <form className={styles['field']} noValidate onSubmit={take}>
      <Field
        label={label}
        hint={hint}
        problem={problem}
        saysAtOnce
        input={{
          name: 'code',
          onChange: ({ currentTarget }) => onEdit(currentTarget.value),
          enterKeyHint: 'send',
        }}
        button={
          <button className={actions['quiet']} type="submit" data-action={action}>
            {submit}
          </button>
        }
      />
    </form>
  )
}
