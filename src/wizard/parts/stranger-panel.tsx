import type { ReactNode } from 'react'
import { Panel } from '../../ui/panel.tsx'
import { AddressRow } from './address-row.tsx'
import { CheckAgain } from './check-again.tsx'
import { KeepsTrying } from './keeps-trying.tsx'
import { SearchButton, SearchElsewhere, SearchOutcome } from './search-network.tsx'

type Props = {
  heading: string
  children: ReactNode
  /** What could be done with who answers there: rows. */
  offer?: ReactNode
}

/** Somebody else answers: `children` says who. */
export function StrangerPanel({ heading, children, offer }: Props) {
  return (
    <Panel
      heading={heading}
      primary={<SearchButton look="primary" />}
      quiet={<CheckAgain look="quiet" />}
      beside={<KeepsTrying />}
      after={
        <>
          {offer}
          <AddressRow />
          <SearchElsewhere />
        </>
      }
    >
      {children}
      <SearchOutcome />
    </Panel>
  )
}
