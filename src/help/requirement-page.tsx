import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { HelpLink } from '../routes/help-link.tsx'
import { Question } from '../ui/question.tsx'
import { Remark } from '../ui/remark.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { HelpProps } from './help-props.ts'
import { requirementFor, type ClaimHistory } from './requirement.ts'
import { RequirementWords } from './requirement-words.tsx'
import { HelpArticle, Source } from './shell.tsx'

/** Who must claim, and why. */
export function RequirementPage({ place, choosePlace, version }: HelpProps) {
  const { t } = useLingui()
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? version ?? ''
  const [history, setHistory] = useState<ClaimHistory | null>(null)
  const [override, setOverride] = useState<'no' | 'yes'>('no')
  return (
    <HelpArticle heading={t`Does my server have to be linked?`}>
      {choosePlace}
      <Question
        ask={t`What has happened to the server so far?`}
        answer={history}
        onAnswer={setHistory}
        answers={[
          { value: 'new', label: t`The server is new, or all its data was wiped` },
          { value: 'signed-out', label: t`The server was linked once, and is signed out` },
          { value: 'claimed', label: t`The server is linked now` },
          { value: 'never', label: t`The server was never linked` },
        ]}
      />
      <TextField
        label={t`The server's version`}
        name="version"
        hint={t`Leave this field empty if you don't know the version.`}
        value={text}
        onChange={setTyped}
      />
      <Question
        ask={t`Is the setting enableLocalSecurity switched off?`}
        answer={override}
        onAnswer={setOverride}
        answers={[
          { value: 'no', label: t`No, or I don't know that setting` },
          { value: 'yes', label: t`Yes` },
        ]}
      />
      <div role="status" data-requirement>
        {place === null || history === null ? (
          <p>
            <Trans>Answer the questions, and the answer comes here.</Trans>
          </p>
        ) : (
          <Remark kind="info">
            <RequirementWords
              place={place}
              requirement={requirementFor({
                place,
                version: text.trim() === '' ? null : text,
                history,
                override: override === 'yes',
              })}
            />
          </Remark>
        )}
      </div>
      <section>
        <h2>
          <Trans>Why it is so</Trans>
        </h2>
        <ul>
          <li>
            <Trans>
              Signing in happens at the account's own address. Nobody gets used to typing passwords into pages
              that any server might show.
            </Trans>
          </li>
          <li>
            <Trans>
              This page never asks for a password or for the number of a two-factor sign-in. A program that
              wants them is not this one. An account that was made with Google, Apple or Facebook has no
              password: press the same button when you sign in.
            </Trans>
          </li>
          <li>
            <Trans>This way is quicker, and there is less that can go wrong.</Trans>
          </li>
          <li>
            <Trans>
              A server that was signed out, by accident or by an attacker, used to be open to everybody in the
              same network. Now such a server stays closed.
            </Trans>
          </li>
          <li>
            <Trans>Being open by default made other parts of the server weaker as well.</Trans>
          </li>
        </ul>
        <p>
          <Trans>
            Linking needs the internet once. Afterwards, the server can work without the internet for longer
            periods.
          </Trans>
        </p>
        <p>
          <HelpLink topic="opt-out">
            <Trans>How to do without linking</Trans>
          </HelpLink>
        </p>
      </section>
      <p>
        <Trans>
          Elsewhere, linking a server to a Plex account is called “claiming” the server; a claim code is a
          code for that. The rules are those of the announcement “New Claiming Requirement for Windows”.
        </Trans>
      </p>
      <Source article={201105343} title="Advanced, Hidden Server Settings" />
    </HelpArticle>
  )
}
