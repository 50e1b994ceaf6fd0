import { useLingui } from '@lingui/react/macro'
import { Question as AskQuestion } from '../ui/question.tsx'
import { keepAnswers, type Answers } from './answers.ts'
import { QUESTION_WORDS } from './question-words.ts'
import type { Question } from './verdict.ts'

type OneProps = {
  question: Question
  answers: Answers
  /** What is picked: what was answered, or what is likely. */
  answer: string | null
}

export function OneQuestion({ question, answers, answer }: OneProps) {
  const { t } = useLingui()
  const words = QUESTION_WORDS[question]
  return (
    <AskQuestion
      ask={t(words.ask)}
      answers={Object.entries(words.answers).map(([value, label]) => ({ value, label: t(label) }))}
      answer={answer}
      onAnswer={(value) => keepAnswers({ ...answers, [question]: value })}
    />
  )
}
