import { useId } from 'react'
import styles from './question.module.css'

type Props<T extends string> = {
  ask: string
  answers: readonly { readonly value: T; readonly label: string }[]
  answer: T | null
  onAnswer: (value: T) => void
}

/** One question with its answers side by side; the answer can be changed. */
export function Question<T extends string>({ ask, answers, answer, onAnswer }: Props<T>) {
  const name = useId()
  return (
    <fieldset className={styles['choices']}>
      <legend>{ask}</legend>
      {answers.map(({ value, label }) => (
        <label key={value} className={styles['choice']}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={answer === value}
            onChange={() => onAnswer(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
