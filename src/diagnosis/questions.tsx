import { useLingui } from '@lingui/react/macro'
import { Question as AskQuestion } from '../ui/question.tsx'
import { keepAnswers, type Answers } from './answers.ts'
import { QUESTION_WORDS } from './question-words.ts'
import type { Question } from './verdict.ts'

type Props = { questions: readonly Question[]; answers: Answers }

/** The questions that would tell more, and those answered already, so that an answer can be changed. */
export function Questions({ questions, answers }: Props) {
  const all = Object.keys(QUESTION_WORDS) as Question[]
  return all
    .filter((question) => questions.includes(question) || answers[question] !== null)
    .map((question) => (
      <OneQuestion key={question} question={question} answers={answers} answer={answers[question]} />
    ))
}

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
