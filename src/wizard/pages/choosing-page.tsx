import { Trans, useLingui } from '@lingui/react/macro'
import { ActionButton } from '../../ui/action-button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useScreen, useWizardContext } from '../live/wizard-context.ts'
import { SearchButton } from '../parts/search-network.tsx'
import { ServerChoices } from '../parts/server-choices.tsx'
import { TypeAddress } from '../parts/type-address.tsx'

export function ChoosingPage() {
  const { t } = useLingui()
  const { actions } = useWizardContext()
  const { servers } = useScreen('choosing')
  return (
    <Panel
      heading={t`Which one is yours?`}
      quiet={
        <>
          <SearchButton look="quiet" />
          <ActionButton action="check-now" look="quiet" onPress={actions.checkNow}>
            <Trans>Ask again</Trans>
          </ActionButton>
        </>
      }
      after={
        <Disclosure summary={t`Type its address`}>
          <TypeAddress />
        </Disclosure>
      }
    >
      <p>
        <Trans>Several servers answered. Pick the one you want to set up.</Trans>
      </p>
      <ServerChoices servers={servers} />
    </Panel>
  )
}
