import { type SyntheticEvent, useId, useState } from 'react'
import action from './action.module.css'
import field from './field.module.css'
import { Icon } from './icon.tsx'
import styles from './pick-form.module.css'

type Props = {
  legend: string
  options: readonly { readonly value: string; readonly label: string }[]
  /** The way out: something that is not among the options. */
  other: { readonly label: string; readonly hint: string }
  submit: string
  submitAction?: string | undefined
  look: 'primary' | 'quiet'
  /** What is wrong with the text last submitted. */
  problem: string | null
  /** Gets the option, or the text as typed. */
  onSubmit: (picked: string) => void
}

const OTHER = 'other'

export function PickForm({ legend, options, other, submit, submitAction, look, problem, onSubmit }: Props) {
  const id = useId()
  const [picked, setPicked] = useState(options[0]?.value ?? OTHER)

  function take(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    const text = new FormData(event.currentTarget).get('other')
    onSubmit(picked === OTHER && typeof text === 'string' ? text : picked)
  }

  const choice = (value: string, label: string) => (
    <label key={value} className={styles['choice']}>
      <input
        type="radio"
        name="pick"
        value={value}
        checked={picked === value}
        onChange={() => setPicked(value)}
      />
      {label}
    </label>
  )

  return (
    <form className={field['field']} noValidate onSubmit={take}>
      <fieldset className={styles['choices']}>
        <legend>{legend}</legend>
        {options.map(({ value, label }) => choice(value, label))}
        {choice(OTHER, other.label)}
      </fieldset>
      {picked === OTHER && (
        <>
          <p className={field['hint']} id={`${id}-hint`}>
            {other.hint}
          </p>
          <input
            name="other"
            aria-label={other.label}
            aria-describedby={problem === null ? `${id}-hint` : `${id}-problem ${id}-hint`}
            aria-invalid={problem !== null}
            inputMode="decimal"
            autoComplete="off"
            spellCheck={false}
          />
          {problem !== null && (
            <p className={field['problem']} id={`${id}-problem`} role="alert">
              <Icon name="trouble" />
              {problem}
            </p>
          )}
        </>
      )}
      <div className={field['row']}>
        <button className={action[look]} type="submit" data-action={submitAction}>
          {submit}
        </button>
      </div>
    </form>
  )
}
