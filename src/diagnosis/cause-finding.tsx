import { Trans, useLingui } from '@lingui/react/macro'
import { useId, type ReactNode, type Ref } from 'react'
import { supportLink } from '../lib/support-link.ts'
import { HelpLink } from '../routes/help-link.tsx'
import type { Topic } from '../routes/topics.ts'
import { ActionLink } from '../ui/action-link.tsx'
import { Finding } from '../ui/finding.tsx'
import { CAUSE_WORDS } from './cause-words.ts'
import { CAUSE_CODES, type Cause } from './cause.ts'
import type { Finding as Found } from './verdict.ts'
import { wordsFor, type Around } from './words-for.ts'

type Props = {
  found: Found
  around: Around
  level: 2 | 3
  headingRef?: Ref<HTMLHeadingElement> | undefined
  /** Further ways on, beside those of the cause. */
  children?: ReactNode
}

/** One cause, and what to do about it. */
export function CauseFinding({ found, around, level, headingRef, children }: Props) {
  const { t } = useLingui()
  const titleId = useId()
  const { cause, confidence } = found
  const words = wordsFor(found, around)
  const leads = level === 2 && cause !== 'unknown' && confidence !== 'certain'
  return (
    <Finding
      cause={CAUSE_CODES[cause]}
      level={level}
      headingRef={headingRef}
      title={t(words.title)}
      titleId={titleId}
      certainty={leads ? t`Most likely` : ''}
      says={t(words.says)}
      steps={words.steps.map((step) => t(step))}
      links={
        <>
          <CauseLinks cause={cause} about={titleId} />
          {children}
        </>
      }
    />
  )
}

/**
 * Where to read on: the help page in this file, the article behind it, and other sources by name. `about` is the id of
 * the heading above.
 */
export function CauseLinks({ cause, about }: { cause: Cause; about: string }) {
  const { t } = useLingui()
  const { help, article, source } = CAUSE_WORDS[cause]
  return (
    <>
      {help !== null && (
        <HelpLink topic={help} about={SAYS_LITTLE.has(help) ? about : undefined}>
          <HelpWords cause={cause} />
        </HelpLink>
      )}
      {article !== null && (
        <ActionLink action="source" look="quiet" beside about={about} href={supportLink(article)}>
          <Trans>Support article</Trans>
        </ActionLink>
      )}
      {source !== null && <small>{t(source)}</small>}
    </>
  )
}

/** Help pages whose links are the same few words for every cause. */
const SAYS_LITTLE: ReadonlySet<Topic> = new Set(['recover', 'opt-out'])

function HelpWords({ cause }: { cause: Cause }) {
  switch (CAUSE_WORDS[cause].help) {
    case 'requirement':
      return <Trans>Why a server has to be linked</Trans>
    case 'recover':
      return <Trans>Step by step</Trans>
    case 'find-the-file':
      return <Trans>Where the server's files are</Trans>
    case 'tunnel':
      return <Trans>Make a tunnel</Trans>
    case 'trouble':
      return <Trans>Describe what you see</Trans>
    case 'opt-out':
    case null:
      return <Trans>More about this</Trans>
  }
}
