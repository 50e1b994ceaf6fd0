import { Trans, useLingui } from '@lingui/react/macro'
import { ActionButton } from '../../ui/action-button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Diagnosis } from '../diagnosis.tsx'
import type { PageProps } from '../page-props.ts'
import { SearchButton } from '../search-network.tsx'
import { ServerChoices } from '../server-choices.tsx'
import { TypeAddress } from '../type-address.tsx'

export function ChoosingPage({ stage, facts, actions }: PageProps<'choosing'>) {
  const { t } = useLingui()
  return (
    <Panel
      drawing="choosing"
      heading={t`Which one is yours?`}
      quiet={
        <>
          <SearchButton facts={facts} actions={actions} look="quiet" />
          <ActionButton action="check-now" look="quiet" onPress={actions.checkNow}>
            <Trans>Ask again</Trans>
          </ActionButton>
        </>
      }
      after={
        <>
          <Disclosure summary={t`Type its address`}>
            <TypeAddress actions={actions} />
          </Disclosure>
          <Diagnosis facts={facts} stage={stage} />
        </>
      }
    >
      <p>
        <Trans>Several servers answered. Pick the one you want to set up.</Trans>
      </p>
      <ServerChoices servers={stage.servers} facts={facts} actions={actions} />
    </Panel>
  )
}
