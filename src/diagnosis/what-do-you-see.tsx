import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useId, useMemo, useState } from 'react'
import { ActionButton } from '../ui/action-button.tsx'
import { Finding } from '../ui/finding.tsx'
import { LiveRegion } from '../ui/live-region.tsx'
import { TextBox } from '../ui/text-box.tsx'
import { keepAnswers, type Answers } from './answers.ts'
import { CAUSE_CODES, type Cause } from './cause.ts'
import { CauseLinks } from './cause-finding.tsx'
import { answeredWith, decide, toldBefore, type DecidingQuestion } from './deciding.ts'
import { AskToDecide } from './deciding-question.tsx'
import { understand } from './symptoms.ts'
import { NOT_RECOGNISED, wordsFor } from './words-for.ts'

/** More than these are no answer any more. */
const SHOWN = 3
/** A listening person is not talked to while they type. */
const TOLD_AFTER_MS = 1_000

type Asked = { readonly about: string; readonly question: DecidingQuestion; readonly answer: string }

/** Words alone never make more than a guess. */
function guessOf(cause: Cause) {
  return cause === 'unknown' ? NOT_RECOGNISED : wordsFor({ cause, confidence: 'possible', signs: [] })
}

/** The person's own words, and what they may mean. Nothing of it leaves the page, and nothing pasted is shown again. */
export function WhatDoYouSee({ answers, onKept }: { answers: Answers; onKept: () => void }) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const [asked, setAsked] = useState<Asked | null>(null)
  const { fits, errors } = useMemo(() => understand(text), [text])
  // Other words are another question.
  const answered = asked?.about === text ? asked : null
  const told = { ...toldBefore(answers), ...(answered && { [answered.question]: answered.answer }) }
  const decided = decide(fits, told)
  const question = answered?.question ?? decided.question
  const found = decided.fits.slice(0, SHOWN).map(({ cause }) => cause)
  const recognised = errors.slice(0, SHOWN).join(', ')
  const causes: readonly Cause[] = text.trim() === '' ? [] : found.length === 0 ? ['unknown'] : found
  return (
    <>
      <TextBox
        label={t`What do you see?`}
        name="symptom"
        hint={t`In your own words, or those on the screen: “not authorized”, “server gone after new password”. An error message or a log can be pasted whole.`}
        value={text}
        onChange={setText}
      />
      <Told text={text} causes={causes} />
      <section aria-label={t`What it may be`}>
        {causes.length === 0 && (
          <p>
            <Trans>Write what you see, and what it may mean comes here.</Trans>
          </p>
        )}
        {errors.length > 0 && (
          <p>
            <Trans>Recognised in your words: {recognised}</Trans>
          </p>
        )}
        {question !== null && (
          <AskToDecide
            question={question}
            answer={answered?.answer ?? null}
            onAnswer={(answer) => {
              setAsked({ about: text, question, answer })
              keepAnswers(answeredWith(answers, question, answer))
            }}
          />
        )}
        {causes.map((cause, index) => (
          <Guess
            key={cause}
            cause={cause}
            isFirst={index === 0}
            onPick={() => {
              keepAnswers({ ...answers, sees: cause })
              onKept()
            }}
          />
        ))}
      </section>
    </>
  )
}

type GuessProps = { cause: Cause; isFirst: boolean; onPick: () => void }

/** One cause that the words may mean. */
function Guess({ cause, isFirst, onPick }: GuessProps) {
  const { t } = useLingui()
  const titleId = useId()
  const { title, says, steps } = guessOf(cause)
  return (
    <Finding
      cause={CAUSE_CODES[cause]}
      level={isFirst ? 2 : 3}
      title={t(title)}
      titleId={titleId}
      certainty={isFirst && cause !== 'unknown' ? t`Most likely` : ''}
      says={t(says)}
      steps={isFirst ? steps.map((step) => t(step)) : []}
      links={
        cause === 'unknown' ? undefined : (
          <>
            <CauseLinks cause={cause} about={titleId} />
            <ActionButton action="recognise" look="quiet" onPress={onPick}>
              <Trans>That fits</Trans>
            </ActionButton>
          </>
        )
      }
    />
  )
}

/** A short word to those who listen, once the person pauses: the whole of it is there to be read. */
function Told({ text, causes }: { text: string; causes: readonly Cause[] }) {
  const { t } = useLingui()
  const [told, setTold] = useState('')
  const [first] = causes
  const title = first === undefined ? '' : t(guessOf(first).title)
  const count = causes.length
  const counted = t`${plural(count, { one: 'One cause may fit:', other: '# causes may fit, the first:' })} ${title}`
  const summary = first === undefined || first === 'unknown' ? title : counted
  // Every key pressed begins the pause anew.
  useEffect(() => {
    const timer = setTimeout(() => setTold(summary), TOLD_AFTER_MS)
    return () => clearTimeout(timer)
  }, [text, summary])
  return <LiveRegion text={told} />
}
