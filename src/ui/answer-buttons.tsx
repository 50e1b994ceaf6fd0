import type { Ref } from 'react'
import styles from './answer-buttons.module.css'

type Props = {
  ask: string
  /** Which question it is, and how many there may be. */
  count: string
  /** For moving focus here when the question before was answered. */
  headingRef?: Ref<HTMLHeadingElement> | undefined
  answers: readonly { readonly value: string; readonly label: string }[]
  onAnswer: (value: string) => void
}

/** One question, each answer a button. */
export function AnswerButtons({ ask, count, headingRef, answers, onAnswer }: Props) {
  return (
    <div className={styles['question']}>
      <p className={styles['count']}>{count}</p>
      <h2 ref={headingRef} tabIndex={-1}>
        {ask}
      </h2>
      <div className={styles['answers']}>
        {answers.map(({ value, label }) => (
          <button key={value} type="button" data-answer={value} onClick={() => onAnswer(value)}>
            {label}
          </button>
        ))}
      </div>
    </div>
  )
}
