import { Trans, useLingui } from '@lingui/react/macro'
import { Question } from '../ui/question.tsx'
import type { DecidingQuestion } from './deciding.ts'
import { DECIDING_WORDS } from './deciding-words.ts'

type Props = {
  question: DecidingQuestion
  answer: string | null
  onAnswer: (answer: string) => void
}

/** The one question that decides between causes that fit alike. Who does not know it is not asked another. */
export function AskToDecide({ question, answer, onAnswer }: Props) {
  const { t } = useLingui()
  const { ask, answers } = DECIDING_WORDS[question]
  return (
    <>
      {(answer === null || answer === 'unsure') && (
        <p>
          <Trans>What you wrote fits more than one cause about equally well.</Trans>
        </p>
      )}
      <Question
        ask={t(ask)}
        answers={[
          ...Object.entries(answers).map(([value, label]) => ({ value, label: t(label) })),
          { value: 'unsure', label: t`I don't know` },
        ]}
        answer={answer}
        onAnswer={onAnswer}
      />
    </>
  )
}
