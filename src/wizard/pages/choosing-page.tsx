import { Trans, useLingui } from '@lingui/react/macro'
import { tailOf } from '../../lib/machine-identifier.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Panel } from '../../ui/panel.tsx'
import { hostOf } from '../failure-words.ts'
import { useBadge, useServerName } from '../known-server.tsx'
import type { PageProps } from '../page-props.ts'
import type { Server } from '../server-on-screen.ts'
import { TypeAddress } from '../type-address.tsx'

export function ChoosingPage({ stage, facts, actions }: PageProps<'choosing'>) {
  const { t } = useLingui()
  const nameOf = useServerName()
  const badgeOf = useBadge()
  // Who can be claimed comes first: that is what the page is for.
  const servers = [...stage.servers].sort((one, other) => rankOf(one) - rankOf(other))
  return (
    <Panel
      drawing="choosing"
      heading={t`Which one is yours?`}
      quiet={
        <ActionButton action="check-now" look="quiet" onPress={actions.checkNow}>
          <Trans>Ask again</Trans>
        </ActionButton>
      }
      after={
        <Disclosure summary={t`Type its address`}>
          <TypeAddress actions={actions} />
        </Disclosure>
      }
    >
      <p>
        <Trans>Several servers answered. Pick the one you want to set up.</Trans>
      </p>
      <ChoiceList
        label={t`Servers that answered`}
        choices={servers.map((server) => {
          const { machineIdentifier, version } = server.identity
          const identifier = `…${tailOf(machineIdentifier)}`
          return {
            key: machineIdentifier,
            title: `${nameOf(server, facts.stamp)} ${identifier}`,
            detail: [hostOf(server.address), version].filter((part) => part !== null).join(' · '),
            badge: badgeOf(server, 'answering'),
            onChoose: () => actions.askOnly(server.address),
          }
        })}
      />
    </Panel>
  )
}

function rankOf({ settled }: Server): number {
  return settled === 'unclaimed' ? 0 : 1
}
