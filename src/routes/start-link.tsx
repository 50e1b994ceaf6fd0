import type { ReactNode } from 'react'
import { useHref, useLocation } from 'react-router-dom'
import { ActionLink } from '../ui/action-link.tsx'

/** Back from a help page, to the same server. */
export function StartLink({ children }: { children: ReactNode }) {
  const { search } = useLocation()
  const href = useHref({ pathname: '/', search })
  return (
    <ActionLink action="back" look="primary" beside={false} href={href}>
      {children}
    </ActionLink>
  )
}
