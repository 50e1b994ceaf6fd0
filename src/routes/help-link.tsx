import type { ReactNode } from 'react'
import { useHref, useLocation } from 'react-router-dom'
import { ActionLink } from '../ui/action-link.tsx'
import type { Topic } from './topics.ts'

type Props = {
  topic: Topic
  /** What automation knows this link by (`data-action`). */
  action?: string
  look?: 'quiet' | 'text'
  /** The id of what the link is about, as that of `ActionLink`. */
  about?: string | undefined
  children: ReactNode
}

/** To a help page, which keeps what the address says: a person who comes back finds the same server. */
export function HelpLink({ topic, action = 'help', look = 'quiet', about, children }: Props) {
  const { search } = useLocation()
  const href = useHref({ pathname: `/help/${topic}`, search })
  return (
    <ActionLink action={action} look={look} beside={false} about={about} href={href}>
      {children}
    </ActionLink>
  )
}
