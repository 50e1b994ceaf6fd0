import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { supportLink } from '../lib/support-link.ts'
import { StartLink } from '../routes/start-link.tsx'
import { ActionLink } from '../ui/action-link.tsx'
import { Article } from '../ui/article.tsx'
import { Commands } from '../ui/commands.tsx'

/** A help page: its heading, its text, and the way back to the server. */
export function HelpArticle({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Article
      heading={heading}
      back={
        <StartLink>
          <Trans>Back to your server</Trans>
        </StartLink>
      }
    >
      {children}
    </Article>
  )
}

type LinesProps = {
  /** What they do. */
  what: string
  /** Where they are pasted. A person who doesn't see the text around the lines hears it with them. */
  where: string
  lines: readonly string[]
}

/** Lines for a terminal, with a button that copies them. */
export function Lines({ what, where, lines }: LinesProps) {
  const { t } = useLingui()
  return (
    <Commands
      label={`${what}, ${where}`}
      lines={lines}
      copy={t`Copy`}
      copied={t`Copied.`}
      failed={t`Your browser won't copy. The text is selected: press Ctrl+C, or ⌘C on a Mac.`}
    />
  )
}

/** The article that a page rests on, by its number and its English title. Its path follows from both. */
export function Source({ article, title }: { article: number; title: string }) {
  const { t } = useLingui()
  const [before, after] = t`Support article: ${title}`.split(title)
  const slug = title
    .toLowerCase()
    .match(/[a-z]+/g)
    ?.join('-')
  return (
    <p>
      <ActionLink action="source" look="quiet" beside href={supportLink(`${article}-${slug}`)}>
        <span>
          {before}
          <span lang="en">{title}</span>
          {after}
        </span>
      </ActionLink>
    </p>
  )
}
