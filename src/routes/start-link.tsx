import type { ReactNode } from 'react'
import { useHref, useLocation } from 'react-router-dom'
import { ActionLink } from '../ui/action-link.tsx'

type Props = {
  /** What automation knows this link by (`data-action`). */
  action?: string
  look?: 'primary' | 'text'
  children: ReactNode
}

/** Back from a help page, to the same server. */
export function StartLink({ action = 'back', look = 'primary', children }: Props) {
  const { search } = useLocation()
  const href = useHref({ pathname: '/', search })
  return (
    <ActionLink action={action} look={look} beside={false} href={href}>
      {children}
    </ActionLink>
  )
}
