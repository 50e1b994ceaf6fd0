import { useEffect, useEffectEvent, type RefObject } from 'react'
import actions from './action.module.css'
import { Field } from './field.tsx'
import styles from './field.module.css'
import { submittedText } from './submitted-text.ts'
import { useTakenOver } from './use-taken-over.ts'

type Props = {
  label: string
  hint: string
  submit: string
  action: string
  /** What is wrong with the text last submitted. */
  problem: string | null
  text: string
  /** For moving the focus there. */
  field: RefObject<HTMLInputElement | null>
  /** Takes over from a field that had the focus. */
  goesOn: boolean
  onEdit: (text: string) => void
  /** Called when the field gets or loses the focus. */
  onFocus: (typing: boolean) => void
  /** Gets the text as typed. */
  onSubmit: (text: string) => void
}

/** A field for a secret: what is in it never gets into the markup, which can be saved. */
export function CodeForm(props: Props) {
  const { label, hint, submit, action, problem, text, field, goesOn, onEdit, onFocus, onSubmit } = props
  useTakenOver(field, goesOn, text)
  // React tells of no focus that goes with its field.
  const leave = useEffectEvent(() => onFocus(false))
  useEffect(() => () => leave(), [])

  return (
    <form className={styles['field']} noValidate onSubmit={(event) => onSubmit(submittedText(event, 'code'))}>
      <Field
        label={label}
        hint={hint}
        problem={problem}
        saysAtOnce
        input={{
          ref: field,
          name: 'code',
          onChange: ({ currentTarget }) => onEdit(currentTarget.value),
          onFocus: () => onFocus(true),
          onBlur: () => onFocus(false),
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
