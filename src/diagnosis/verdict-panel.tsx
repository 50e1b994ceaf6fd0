import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, type Ref } from 'react'
import { HelpLink } from '../routes/help-link.tsx'
import { ActionButton } from '../ui/action-button.tsx'
import { AnswerButtons } from '../ui/answer-buttons.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { keepAnswers, type Answers } from './answers.ts'
import { CauseFinding } from './cause-finding.tsx'
import type { Evidence } from './evidence.ts'
import { hasAnswered, nextQuestion, withAnswer, withoutAnswers, type NextQuestion } from './next-question.ts'
import { QUESTION_WORDS } from './question-words.ts'
import { verdictOf, type Verdict as VerdictOf } from './verdict.ts'
import type { Around } from './words-for.ts'

/**
 * One question at a time, as long as its answer would tell more; then what is wrong, and what to do. An answer
 * leads to the next heading. The causes are in the page meanwhile, for automation.
 */
export function VerdictPanel({ evidence }: { evidence: Evidence }) {
  const { questions, findings } = verdictOf(evidence)
  const { answers } = evidence
  const next = nextQuestion(questions, answers)
  const heading = useRef<HTMLHeadingElement>(null)
  const answered = useRef(false)
  const shown = next?.question ?? 'verdict'
  useEffect(() => {
    if (answered.current) heading.current?.focus()
    answered.current = false
  }, [shown])

  function keep(changed: Answers): void {
    answered.current = true
    keepAnswers(changed)
  }

  return (
    <>
      {next !== null && (
        <AskNext
          next={next}
          headingRef={heading}
          onAnswer={(answer) => keep(withAnswer(answers, next.question, answer))}
        />
      )}
      <div hidden={next !== null}>
        <Verdict
          findings={findings}
          around={evidence}
          headingRef={next === null ? heading : undefined}
          onAgain={hasAnswered(answers) ? () => keep(withoutAnswers(answers)) : null}
        />
      </div>
    </>
  )
}

type AskProps = {
  next: NextQuestion
  headingRef: Ref<HTMLHeadingElement>
  onAnswer: (answer: string) => void
}

function AskNext({ next, headingRef, onAnswer }: AskProps) {
  const { t } = useLingui()
  const { question, count, most } = next
  const { ask, answers } = QUESTION_WORDS[question]
  return (
    <AnswerButtons
      ask={t(ask)}
      count={most === 1 ? t`One question` : t`Question ${count} of at most ${most}`}
      headingRef={headingRef}
      answers={[
        ...Object.entries(answers).map(([value, label]) => ({ value, label: t(label) })),
        { value: 'unsure', label: t`I don't know` },
      ]}
      onAnswer={onAnswer}
    />
  )
}

type VerdictProps = {
  findings: VerdictOf['findings']
  around: Around
  headingRef: Ref<HTMLHeadingElement> | undefined
  /** Asks the questions anew; null where none was answered. */
  onAgain: (() => void) | null
}

function Verdict({ findings, around, headingRef, onAgain }: VerdictProps) {
  const { t } = useLingui()
  const [first, ...rest] = findings
  // `unknown` needs no place of its own beside what may be.
  const others = rest.filter(({ cause }) => cause !== 'unknown')
  return (
    <>
      <CauseFinding found={first} around={around} level={2} headingRef={headingRef}>
        {/* Where the finding leads there, once is enough. */}
        {first.cause !== 'unknown' && (
          <HelpLink topic="trouble" action="what-do-you-see">
            <Trans>Describe what you see</Trans>
          </HelpLink>
        )}
        {onAgain !== null && (
          <ActionButton action="answer-again" look="quiet" onPress={onAgain}>
            <Trans>Answer again</Trans>
          </ActionButton>
        )}
      </CauseFinding>
      {others.length > 0 && (
        <Disclosure summary={t`Other possible reasons`}>
          {others.map((found) => (
            <CauseFinding key={found.cause} found={found} around={around} level={3} />
          ))}
        </Disclosure>
      )}
    </>
  )
}
