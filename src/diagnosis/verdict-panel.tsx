import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { supportLink } from '../lib/support-link.ts'
import { HelpLink } from '../routes/help-link.tsx'
import { ActionLink } from '../ui/action-link.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Finding } from '../ui/finding.tsx'
import { CAUSE_WORDS, CONFIDENCE_WORDS } from './cause-words.ts'
import { CAUSE_CODES, type Cause } from './cause.ts'
import type { Evidence } from './evidence.ts'
import { Questions } from './questions.tsx'
import { SIGN_WORDS } from './sign-words.ts'
import { verdictOf, type Finding as Found } from './verdict.ts'
import { wordsFor, type Around } from './words-for.ts'

/** What is wrong, why the page thinks so, and what to do; with the questions that would tell more. */
export function VerdictPanel({ evidence }: { evidence: Evidence }) {
  const { t } = useLingui()
  const { findings, questions } = verdictOf(evidence)
  const [first, ...rest] = findings
  // "Not known" needs no place of its own beside what may be.
  const others = rest.filter(({ cause }) => cause !== 'unknown')
  const around: Around = { ...evidence, asks: questions.length > 0 }
  return (
    <>
      <CauseFinding found={first} around={around} level={2}>
        {first.signs.length > 0 && (
          <Disclosure summary={t`Why this page thinks so`}>
            <ul>
              {first.signs.map((sign) => (
                <li key={sign}>{t(SIGN_WORDS[sign])}</li>
              ))}
            </ul>
          </Disclosure>
        )}
        <Questions questions={questions} answers={evidence.answers} />
      </CauseFinding>
      {others.length > 0 && (
        <Disclosure summary={t`What else it may be`}>
          {others.map((found) => (
            <CauseFinding key={found.cause} found={found} around={around} level={3} />
          ))}
        </Disclosure>
      )}
      {/* Where the first finding leads there, once is enough. */}
      {first.cause !== 'unknown' && (
        <p>
          <HelpLink topic="trouble" action="what-do-you-see">
            <Trans>Describe what you see</Trans>
          </HelpLink>
        </p>
      )}
    </>
  )
}

type FindingProps = { found: Found; around: Around; level: 2 | 3; children?: ReactNode }

function CauseFinding({ found, around, level, children }: FindingProps) {
  const { t } = useLingui()
  const words = wordsFor(found, around)
  return (
    <Finding
      cause={CAUSE_CODES[found.cause]}
      level={level}
      title={t(words.title)}
      certainty={found.cause === 'unknown' ? '' : t(CONFIDENCE_WORDS[found.confidence])}
      says={t(words.says)}
      steps={words.steps.map((step) => t(step))}
      links={<CauseLinks cause={found.cause} />}
    >
      {children}
    </Finding>
  )
}

/** Where to read on: the help page in this file, the article behind it, and other sources by name. */
export function CauseLinks({ cause }: { cause: Cause }) {
  const { t } = useLingui()
  const { help, article, source } = CAUSE_WORDS[cause]
  return (
    <>
      {help !== null && (
        <HelpLink topic={help}>
          <HelpWords cause={cause} />
        </HelpLink>
      )}
      {article !== null && (
        <ActionLink action="source" look="quiet" beside href={supportLink(article)}>
          <Trans>Support article</Trans>
        </ActionLink>
      )}
      {source !== null && <small>{t(source)}</small>}
    </>
  )
}

function HelpWords({ cause }: { cause: Cause }) {
  switch (CAUSE_WORDS[cause].help) {
    case 'requirement':
      return <Trans>Why it has to be claimed</Trans>
    case 'recover':
      return <Trans>Step by step</Trans>
    case 'find-the-file':
      return <Trans>Where its files are</Trans>
    case 'tunnel':
      return <Trans>Make a tunnel</Trans>
    case 'trouble':
      return <Trans>Describe what you see</Trans>
    case 'opt-out':
    case null:
      return <Trans>More about this</Trans>
  }
}
