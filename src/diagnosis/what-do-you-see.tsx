import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { ActionButton } from '../ui/action-button.tsx'
import { Finding } from '../ui/finding.tsx'
import { LiveRegion } from '../ui/live-region.tsx'
import { TextField } from '../ui/text-field.tsx'
import { CAUSE_CODES, type Cause } from './cause.ts'
import { keepAnswers, type Answers } from './answers.ts'
import { CONFIDENCE_WORDS } from './cause-words.ts'
import { causesForWords } from './symptoms.ts'
import { CauseLinks } from './verdict-panel.tsx'
import { wordsFor } from './words-for.ts'

/** More than these are no answer any more. */
const SHOWN = 3
/** A listening person is not talked to while they type. */
const TOLD_AFTER_MS = 1_000

/** "Not known" is an answer only where there is no other. */
function answersTo(text: string): readonly Cause[] {
  if (text.trim() === '') return []
  const causes = causesForWords(text)
  return causes.filter((cause) => cause !== 'unknown' || causes.length === 1).slice(0, SHOWN)
}

/** Words alone never make more than a guess. */
function guessOf(cause: Cause) {
  return wordsFor({ cause, confidence: 'possible', signs: [] })
}

/** The person's own words, and what they may mean. Nothing of it leaves the page. */
export function WhatDoYouSee({ answers, onKept }: { answers: Answers; onKept: () => void }) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const causes = answersTo(text)
  return (
    <>
      <TextField
        label={t`What do you see?`}
        name="symptom"
        hint={t`In your own words, or those on the screen: “not authorized”, “server gone after new password”.`}
        value={text}
        onChange={setText}
      />
      <Told text={text} causes={causes} />
      <section aria-label={t`What it may be`}>
        {causes.length === 0 ? (
          <p>
            <Trans>Write what you see, and what it may mean comes here.</Trans>
          </p>
        ) : (
          causes.map((cause, index) => {
            const { title, says, steps } = guessOf(cause)
            return (
              <Finding
                key={cause}
                cause={CAUSE_CODES[cause]}
                level={index === 0 ? 2 : 3}
                title={t(title)}
                certainty={cause === 'unknown' ? '' : t(CONFIDENCE_WORDS.possible)}
                says={t(says)}
                steps={index === 0 ? steps.map((step) => t(step)) : []}
                links={
                  cause === 'unknown' ? undefined : (
                    <>
                      <CauseLinks cause={cause} />
                      <ActionButton
                        action="recognise"
                        look="quiet"
                        onPress={() => {
                          keepAnswers({ ...answers, sees: cause })
                          onKept()
                        }}
                      >
                        <Trans>That is it</Trans>
                      </ActionButton>
                    </>
                  )
                }
              />
            )
          })
        )}
      </section>
    </>
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
