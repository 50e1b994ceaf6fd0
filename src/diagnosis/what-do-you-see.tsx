import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { ActionButton } from '../ui/action-button.tsx'
import { Finding } from '../ui/finding.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { CauseCode } from './cause.ts'
import { keepAnswers, type Answers } from './answers.ts'
import { wordsFor } from './cause-words.ts'
import { causesForWords } from './symptoms.ts'
import { CauseLinks } from './verdict-panel.tsx'

/** More than these are no answer any more. */
const SHOWN = 3

/** "Not known" is an answer only where there is no other. */
function answersTo(text: string): readonly CauseCode[] {
  const causes = causesForWords(text)
  return causes.filter((cause) => cause !== 'C15' || causes.length === 1).slice(0, SHOWN)
}

/** The person's own words, and what they may mean. Nothing of it leaves the page. */
export function WhatDoYouSee({ answers, onKept }: { answers: Answers; onKept: () => void }) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const causes = text.trim() === '' ? [] : answersTo(text)
  return (
    <>
      <TextField
        label={t`What do you see?`}
        name="symptom"
        hint={t`In your own words, or those on the screen: “not authorized”, “server gone after new password”.`}
        value={text}
        onChange={setText}
      />
      <div role="status" aria-label={t`What it may be`}>
        {causes.length === 0 ? (
          <p>
            <Trans>Write what you see, and what it may mean comes here.</Trans>
          </p>
        ) : (
          causes.map((cause, index) => {
            const { title, says, steps } = wordsFor(cause)
            return (
              <Finding
                key={cause}
                cause={cause}
                level={index === 0 ? 2 : 3}
                title={t(title)}
                certainty=""
                says={t(says)}
                steps={index === 0 ? steps.map((step) => t(step)) : []}
                links={
                  cause === 'C15' ? undefined : (
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
      </div>
    </>
  )
}
