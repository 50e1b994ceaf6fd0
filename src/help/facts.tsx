import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'

/** How well something is known (protocol.md): by documents of those who make it, or by what people reported. */
type Grade = 'documented' | 'reported'

type Props = {
  /** Who says so: a product's name and a number, not translated. It stands in protocol.md §9 as well. */
  source: string
  known: Grade
  children: ReactNode
}

/** One thing to know, who says so, and how well it is known. Stands in a list. */
export function Fact({ source, known, children }: Props) {
  return (
    <li>
      {children}{' '}
      <small data-known={known} data-source={source}>
        <SourceWords source={source} known={known} />
      </small>
    </li>
  )
}

function SourceWords({ source, known }: Pick<Props, 'source' | 'known'>) {
  switch (known) {
    case 'documented':
      return <Trans>(Documented: {source})</Trans>
    case 'reported':
      return <Trans>(Reported, and not checked: {source})</Trans>
  }
}
