import { Trans, useLingui } from '@lingui/react/macro'
import { ActionButton } from '../../ui/action-button.tsx'
import { AddressText } from '../../ui/address-text.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Remark } from '../../ui/remark.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { useScreen, useWizardContext } from '../live/wizard-context.ts'
import { sentenceFor } from '../words/failure-words.ts'
import { SearchButton, SearchElsewhere, SearchOutcome } from '../parts/search-network.tsx'
import { isFromOutside } from '../screen/trouble.ts'
import { OddAddress } from '../parts/odd-address.tsx'
import { TypeAddress } from '../parts/type-address.tsx'

export function MissingPage() {
  const { t } = useLingui()
  const { facts, actions } = useWizardContext()
  const { tried } = useScreen('missing')
  const [first] = tried
  const others = tried.length - 1
  const askedAlone = facts.candidates.some(({ source }) => source === 'url')
  return (
    <Panel
      heading={t`We can't reach your server`}
      primary={<SearchButton look="primary" />}
      quiet={
        <>
          <ActionButton action="check-now" look="quiet" onPress={actions.checkNow}>
            <Trans>Ask again now</Trans>
          </ActionButton>
          {askedAlone && (
            <ActionButton action="ask-usual" look="quiet" onPress={actions.askUsual}>
              <Trans>Ask the usual addresses instead</Trans>
            </ActionButton>
          )}
        </>
      }
      after={
        <>
          <SearchElsewhere />
          <TypeAddress />
        </>
      }
    >
      {first !== undefined && (
        <p>
          <AddressText>{t(sentenceFor(first.address, first.latest))}</AddressText>
        </p>
      )}
      {others > 0 && (
        <p>
          <Trans>
            The other addresses that this page knows did not help either; see “What this page did” below.
          </Trans>
        </p>
      )}
      {first !== undefined && <OddAddress address={first.address} />}
      <SearchOutcome />
      {!facts.online && (
        <Remark kind="info">
          <Trans>This device is offline. Connect it to the same network as the server.</Trans>
        </Remark>
      )}
      {isFromOutside(facts.pageOrigin) && (
        <Remark kind="info">
          <Trans>
            This page came from the internet. If the browser asks whether it may reach your local network,
            allow it: until then every address seems silent.
          </Trans>
        </Remark>
      )}
      <Waiting>
        <Trans>This page goes on asking by itself.</Trans>
      </Waiting>
    </Panel>
  )
}
