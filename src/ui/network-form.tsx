import action from './action.module.css'
import { Field } from './field.tsx'
import styles from './field.module.css'
import { submittedText } from './submitted-text.ts'

type Props = {
  label: string
  hint: string
  submit: string
  /** What automation knows the button by (`data-action`). */
  submitAction: string
  /** What is wrong with the text last submitted. */
  problem: string | null
  /** Gets the text as typed. */
  onSubmit: (text: string) => void
}

export function NetworkForm({ label, hint, submit, submitAction, problem, onSubmit }: Props) {
  return (
    <form
      className={styles['field']}
      noValidate
      onSubmit={(event) => onSubmit(submittedText(event, 'network'))}
    >
      <Field
        label={label}
        hint={hint}
        problem={problem}
        saysAtOnce
        input={{ name: 'network', inputMode: 'decimal', enterKeyHint: 'go' }}
        button={
          <button className={action['quiet']} type="submit" data-action={submitAction}>
            {submit}
          </button>
        }
      />
    </form>
  )
}
