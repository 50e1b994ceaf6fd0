import { Trans, useLingui } from '@lingui/react/macro'
import { Panel } from '../../ui/panel.tsx'
import { useScreen } from '../live/wizard-context.ts'
import { AddressRow } from '../parts/address-row.tsx'
import { CheckAgain } from '../parts/check-again.tsx'
import { SearchButton } from '../parts/search-network.tsx'
import { ServerChoices } from '../parts/server-choices.tsx'

export function ChoosingPage() {
  const { t } = useLingui()
  const { servers } = useScreen('choosing')
  return (
    <Panel
      heading={t`Which server is yours?`}
      quiet={
        <>
          <SearchButton look="quiet" />
          <CheckAgain look="text" />
        </>
      }
      after={<AddressRow />}
    >
      <p>
        <Trans>Several servers answered. Pick the one you want to set up.</Trans>
      </p>
      <ServerChoices servers={servers} />
    </Panel>
  )
}
