import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { useWizardContext } from '../live/wizard-context.ts'
import { SearchButton, SearchElsewhere } from './search-network.tsx'
import { TypeAddress } from './type-address.tsx'

type Props = { heading?: string | undefined; children: ReactNode; offer?: ReactNode }

/** Somebody else answers: `children` says who, `offer` what could be done with them. */
export function StrangerPanel({ heading, children, offer }: Props) {
  const { t } = useLingui()
  const { actions } = useWizardContext()
  return (
    <Panel
      heading={heading ?? t`Something else answers here`}
      primary={<SearchButton look="primary" />}
      quiet={
        <ActionButton action="check-now" look="quiet" onPress={actions.checkNow}>
          <Trans>Ask again now</Trans>
        </ActionButton>
      }
      after={
        <>
          {offer}
          <SearchElsewhere />
          <TypeAddress />
        </>
      }
    >
      <p>{children}</p>
      <Waiting>
        <Trans>This page goes on asking by itself.</Trans>
      </Waiting>
    </Panel>
  )
}
