import { Trans, useLingui } from '@lingui/react/macro'
import type { Address } from '../../lib/address.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Remark } from '../../ui/remark.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { Diagnosis } from '../diagnosis.tsx'
import { hostOf, sentenceFor } from '../failure-words.ts'
import type { PageProps } from '../page-props.ts'
import { SearchButton, SearchElsewhere, SearchOutcome } from '../search-network.tsx'
import { isFromOutside } from '../trouble.ts'
import { TypeAddress } from '../type-address.tsx'

export function MissingPage({ stage, facts, actions }: PageProps<'missing'>) {
  const { t } = useLingui()
  if ('unasked' in stage)
    return <AskFirst address={stage.unasked} stage={stage} facts={facts} actions={actions} />
  const [first] = stage.tried
  const others = stage.tried.length - 1
  const askedAlone = facts.candidates.some(({ source }) => source === 'url')
  return (
    <Panel
      drawing="missing"
      heading={t`We can't reach your server`}
      primary={<SearchButton facts={facts} actions={actions} look="primary" />}
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
          <Diagnosis facts={facts} stage={stage} />
          <SearchElsewhere facts={facts} actions={actions} />
          <TypeAddress actions={actions} />
        </>
      }
    >
      {first !== undefined && <p>{t(sentenceFor(first.address, first.latest))}</p>}
      {others > 0 && (
        <p>
          <Trans>
            The other addresses that this page knows did not help either; see “What this page did” below.
          </Trans>
        </p>
      )}
      <SearchOutcome facts={facts} />
      {!facts.online && (
        <Remark kind="info">
          <Trans>This device is offline. Connect it to the same network as the server.</Trans>
        </Remark>
      )}
      {isFromOutside(facts.wayIn) && (
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

type AskFirstProps = PageProps<'missing'> & {
  readonly address: Address
}

/** A link brought an address that is not at home. Links come from anybody, so the person decides. */
function AskFirst({ address, stage, facts, actions }: AskFirstProps) {
  const { t } = useLingui()
  const host = hostOf(address)
  return (
    <Panel
      drawing="missing"
      heading={t`Is this address yours?`}
      primary={
        <ActionButton action="ask-usual" look="primary" onPress={actions.askUsual}>
          <Trans>No, look at home</Trans>
        </ActionButton>
      }
      quiet={
        <ActionButton action="allow-address" look="quiet" onPress={() => actions.allow(address)}>
          <Trans>Yes, ask {host}</Trans>
        </ActionButton>
      }
      after={<Diagnosis facts={facts} stage={stage} />}
    >
      <p>
        <Trans>
          The link that opened this page wants it to ask {host}, which may be outside your home network.
          Nothing was sent there yet.
        </Trans>
      </p>
    </Panel>
  )
}
