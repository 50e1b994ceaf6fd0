import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useRoute } from '../lib/route.ts'
import { ActionLink } from '../ui/action-link.tsx'
import { Article } from '../ui/article.tsx'
import { Commands } from '../ui/commands.tsx'

const SUPPORT = 'https://support.plex.tv/articles/'

/** A help page: its heading, its text, and the way back to the server. */
export function HelpArticle({ heading, children }: { heading: string; children: ReactNode }) {
  const query = useRoute().parameters.toString()
  return (
    <Article
      heading={heading}
      back={
        <ActionLink action="back" look="primary" beside={false} href={`#/${query === '' ? '' : `?${query}`}`}>
          <Trans>Back to your server</Trans>
        </ActionLink>
      }
    >
      {children}
    </Article>
  )
}

/** Lines for a terminal, with a button that copies them; nothing where there are none. */
export function Lines({ label, lines }: { label: string; lines: readonly string[] }) {
  const { t } = useLingui()
  if (lines.length === 0) return null
  return (
    <Commands
      label={label}
      lines={lines}
      copy={t`Copy`}
      copied={t`Copied.`}
      failed={t`Your browser won't copy. The text is selected: press Ctrl+C, or ⌘C on a Mac.`}
    />
  )
}

/** The article that a page rests on, by its path. */
export function Source({ article }: { article: string }) {
  return (
    <p>
      <ActionLink action="source" look="quiet" beside href={`${SUPPORT}${article}/`}>
        <Trans>Support article</Trans>
      </ActionLink>
    </p>
  )
}
